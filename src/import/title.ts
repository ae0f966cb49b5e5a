/** What makes two titles the same commitment, in spite of numbering, capitals, accents and punctuation. */
import { createHash } from 'node:crypto'

const LABELS =
  'commitments?|compromisos?|engagements?|actions?|initiatives?|measures?|milestones?|clusters?|themes?|objectives?|goals?|no|nr|n'
const NUMBERING = new RegExp(`^(?:(?:${LABELS})\\s+)*(?:(?:[0-9]+[a-z]?|[a-z]|[ivx]+|[a-z][0-9]+|o[0-9]+m[0-9]+)\\s+)+`)

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A title without its numbering; the numbering alone where there is nothing else. */
export function titleKey(title: string): string {
  const text = plain(title)
  for (let rest = text; ; ) {
    const shorter = rest.replace(NUMBERING, '')
    if (shorter === rest || shorter === '') return (rest || text).slice(0, 300)
    rest = shorter
  }
}

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
