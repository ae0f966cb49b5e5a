/** How many rows match; a release never changes, so each question is counted once. */
import type { Parameter } from '../../http/query-string.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Condition } from '../definition/filter.ts'
import type { Release } from '../definition/release.ts'
import type { Service } from '../service.ts'
import { type Selection, selectCount } from '../sql/select.ts'
import { commonTerms } from './common-terms.ts'

type Counted = {
  conditions: ReadonlyMap<string, Condition>
  release: Release
  asked: readonly Parameter[]
}

/** Names the rows that match, whatever is shown of them. */
export const matchKey = (dataset: Dataset, { release, asked }: Pick<Counted, 'release' | 'asked'>): string =>
  JSON.stringify([
    dataset.name,
    dataset.split?.columns.value,
    release.seq,
    asked.filter(([name]) => name in dataset.filters)
  ])

export async function countRows(
  service: Service,
  dataset: Dataset,
  { conditions, release, asked }: Counted
): Promise<number> {
  const key = matchKey(dataset, { release, asked })
  const known = service.totals.get(key)
  if (known !== undefined) return known
  // A number alone is not worth reading columns for.
  const tally = await service.copies.tally({ dataset, release, conditions }, [], false)
  const total = tally ? tally.total() : await selectTotal(service, { dataset, seq: release.seq, conditions })
  service.totals.set(key, total)
  return total
}

async function selectTotal(service: Service, selection: Selection & { seq: number }): Promise<number> {
  const statement = selectCount({ ...selection, common: await commonTerms(service, selection) })
  const [row] = await service.reader.rows<{ total: number }>(statement, selection.seq)
  return row?.total ?? 0
}
