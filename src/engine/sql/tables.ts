/** The joins of a statement: those of the tables that it reads, and no other. */
import { tablesIn } from '../../db/constant.ts'
import type { Join } from '../definition/dataset.ts'

/** The joins that lead to what the expressions read, in their order. Each adds columns to a row and never a row. */
export function joinsFor(joins: readonly Join[], expressions: readonly unknown[]): Join[] {
  const wanted = tablesIn(expressions)
  const kept = joins.toReversed().filter(({ table, on }) => {
    if (!wanted.has(table)) return false
    tablesIn([on], wanted)
    return true
  })
  return kept.reverse()
}
