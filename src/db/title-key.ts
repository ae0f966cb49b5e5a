/** What makes two titles the same commitment, in spite of numbering, capitals, accents and punctuation. */

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
