/** What befalls files and processes: damage by chance, the same for the same seed. */

/** Numbers from 0 up to 1, the same row of them for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
const below = (random: Random, bound: number) => Math.floor(random() * bound)

const onALine = (change: (cells: string[], random: Random) => string[]) => (file: Buffer, random: Random) => {
  const lines = file.toString('latin1').split('\n')
  const at = below(random, lines.length)
  lines[at] = change((lines[at] ?? '').split(','), random).join(',')
  return Buffer.from(lines.join('\n'), 'latin1')
}

export type Damage = (file: Buffer, random: Random) => Buffer

/** Each does one thing to a file. */
export const DAMAGES: readonly Damage[] = [
  function flipByte(file, random) {
    const copy = Buffer.from(file)
    const at = below(random, copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
    return copy
  },
  onALine((cells, random) => cells.toSpliced(below(random, cells.length), 1)),
  onALine((cells, random) => {
    const at = below(random, cells.length)
    return cells.with(at, `${cells[at] ?? ''}"`)
  }),
  onALine((cells, random) => {
    const [one, other] = [below(random, cells.length), below(random, cells.length)]
    return cells.with(one, cells[other] ?? '').with(other, cells[one] ?? '')
  }),
  function tearOff(file, random) {
    // Seldom and little, or of many corruptions nothing would be left to read.
    return random() < 0.02 ? file.subarray(0, file.length - below(random, file.length / 20)) : file
  }
]

/** The file with this many corruptions: bytes flipped, columns dropped, quotes torn, cells swapped, the end cut off. */
export function corrupt(file: Buffer, corruptions: number, random: Random, kinds = DAMAGES): Buffer {
  let damaged = file
  for (let count = 0; count < corruptions; count++) {
    const kind = kinds[below(random, kinds.length)]
    if (damaged.length > 0 && kind) damaged = kind(damaged, random)
  }
  return damaged
}
