/** Titles that resemble each other, and the ids that follow from them. */
import { createHash } from 'node:crypto'
import { titleKey } from '../../db/title-key.ts'

const SHORTEST_WORD = 3
const ENOUGH = 0.5

/** Do two titles share at least half of the words of the shorter one? */
export function resemble(one: string, other: string): boolean {
  const words = (text: string) =>
    new Set(
      titleKey(text)
        .split(' ')
        .filter(word => word.length >= SHORTEST_WORD)
    )
  const [a, b] = [words(one), words(other)]
  const shared = [...a].filter(word => b.has(word)).length
  return shared > 0 && shared / Math.min(a.size, b.size) >= ENOUGH
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_BYTES = 5

/**
 * The permanent id of a commitment seen for the first time: its plan, and eight characters that follow from number and
 * title. Two installations that read the same file mint the same ids; once minted, an id never changes.
 */
export function mintId(plan: string, number: string, title: string, attempt = 1): string {
  const text = [plan, number, title.trim(), ...(attempt > 1 ? [attempt] : [])].join('\n')
  let bits = 0n
  for (const byte of createHash('sha256').update(text).digest().subarray(0, ID_BYTES))
    bits = (bits << 8n) | BigInt(byte)
  let name = ''
  for (let shift = ID_BYTES * 8 - 5; shift >= 0; shift -= 5) name += ALPHABET[Number((bits >> BigInt(shift)) & 31n)]
  return `${plan}-${name}`
}
