/** Which tables an expression reads, so that a statement joins no other. */
import { Column, is, SQL, Table } from 'drizzle-orm'
import type { Join } from '../definition/dataset.ts'

/** The tables whose columns stand in these expressions; text written with `sql.raw` names none. */
export function tablesIn(expressions: readonly unknown[], found: Set<Table> = new Set()): Set<Table> {
  for (const part of expressions) {
    if (is(part, Column)) found.add(part.table)
    else if (is(part, Table)) found.add(part)
    else if (is(part, SQL)) tablesIn(part.queryChunks, found)
    else if (Array.isArray(part)) tablesIn(part, found)
  }
  return found
}

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
