/** Which words of a search are common: an index finds rare ones at once, and is slower than looking where most rows match. */
import { SEARCH } from '../definition/dataset.ts'
import { canonicalText } from '../definition/filter.ts'
import { searchTerms } from '../definition/search-syntax.ts'
import type { Service } from '../service.ts'
import { explainTerm, type Selection } from '../sql/select.ts'

/** Rows that a rare word has at most. */
const MAX_RARE = 10_000

type Explained = { 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }

/** The places of the common terms, as the statistics of the database have it; it changes how rows are found, not which. */
export async function commonTerms(
  { reader }: Service,
  { dataset, seq, conditions }: Selection & { seq: number }
): Promise<ReadonlySet<number>> {
  const searched = conditions.get(SEARCH)
  if (!searched) return new Set()
  const expected = searchTerms(canonicalText(searched)).map(async ({ query }, index) => {
    const [found] = await reader.rows<Explained>(explainTerm({ dataset, seq }, query), seq)
    return (found?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0) > MAX_RARE ? [index] : []
  })
  return new Set((await Promise.all(expected)).flat())
}
