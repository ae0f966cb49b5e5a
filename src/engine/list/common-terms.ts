/** Which words of a search are common: an index finds rare ones at once, and is slower than looking where most rows match. */
import { SEARCH } from '../definition/dataset.ts'
import { canonicalText } from '../definition/filter.ts'
import { searchTerms } from '../definition/search-syntax.ts'
import type { Service } from '../service.ts'
import { explainTerm, type Selection } from '../sql/select.ts'

/** Rows that a rare word has at most. */
const MAX_RARE = 10_000

type Explained = { 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }

/**
 * The places of the common terms, as the statistics of the database have it, which know little of beginnings of words; of
 * a word that is asked for alone, `total` is how many rows have it. It changes how rows are found, not which.
 */
export async function commonTerms(
  { reader }: Service,
  { dataset, seq, conditions }: Selection & { seq: number },
  total?: number
): Promise<ReadonlySet<number>> {
  const searched = conditions.get(SEARCH)
  if (!searched) return new Set()
  const terms = searchTerms(canonicalText(searched))
  const isAlone = terms.length === 1 && !terms[0]?.negated && conditions.size === 1
  if (isAlone && total !== undefined) return new Set(total > MAX_RARE ? [0] : [])
  const expected = terms.map(async ({ query }, index) => {
    const [found] = await reader.rows<Explained>(explainTerm({ dataset, seq }, query), seq)
    return (found?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0) > MAX_RARE ? [index] : []
  })
  return new Set((await Promise.all(expected)).flat())
}
