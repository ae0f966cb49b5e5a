/** Expressions of definitions, which are the same in every statement. */
import { Column, is, SQL, sql, Table } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

const dialect = new PgDialect()

const made = new WeakMap<SQL, SQL>()

/** What a constant reads, which its text does not tell. */
const read = new WeakMap<SQL, ReadonlySet<Table>>()

/**
 * The same expression as text that is written once: of a page with all its columns, Drizzle spent longer on putting the
 * statement together than on all else. It must hold nothing of a request.
 */
export function constant(expression: SQL): SQL {
  const known = read.has(expression) ? expression : made.get(expression)
  if (known) return known
  const text = sql.raw(dialect.sqlToQuery(sql`${expression}`.inlineParams()).sql)
  read.set(text, tablesIn([expression]))
  made.set(expression, text)
  return text
}

/** Whether `constant` gave it. */
export const isConstant = (expression: SQL): boolean => read.has(expression)

/** The tables whose columns stand in these expressions; other text written with `sql.raw` names none. */
export function tablesIn(expressions: readonly unknown[], found: Set<Table> = new Set()): Set<Table> {
  for (const part of expressions) {
    if (is(part, Column)) found.add(part.table)
    else if (is(part, Table)) found.add(part)
    else if (is(part, SQL)) {
      const known = read.get(part)
      if (known) for (const table of known) found.add(table)
      else tablesIn(part.queryChunks, found)
    } else if (Array.isArray(part)) tablesIn(part, found)
  }
  return found
}
