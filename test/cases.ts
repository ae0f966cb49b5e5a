/** With `npm test -- --all`, as CI runs it. */
const isThorough = process.env.OGP_TEST_ALL !== undefined
const SHARE = 8

/** How many cases of a property are tried: all of them where all is run, or else an eighth. */
export const cases = (all: number): number => (isThorough ? all : Math.ceil(all / SHARE))

/** Of what is alike, such as datasets: all where all is run, or else every eighth, from another one on in each run. */
export function few<T>(all: readonly T[]): readonly T[] {
  if (isThorough) return all
  const first = Math.floor(Math.random() * Math.min(SHARE, all.length))
  return all.filter((_, at) => at % SHARE === first)
}
