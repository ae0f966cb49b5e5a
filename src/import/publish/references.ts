/** Ids that rows hold of other rows: each must be of a row that is there. */
import { getTableConfig } from 'drizzle-orm/pg-core'
import type postgres from 'postgres'
import { type TableName, tables, type VersionedTable } from '../../db/tables.ts'

export const FAULTS_SHOWN = 20

/** The columns of a table that hold ids of another. */
export const referencesOf = (table: TableName): { column: string; target: string }[] =>
  getTableConfig(tables[table]).foreignKeys.flatMap(key => {
    const { columns, foreignTable } = key.reference()
    const target = getTableConfig(foreignTable as VersionedTable).name.replace(/_ids$/, '')
    const column = columns[0]?.name ?? ''
    return target in tables && !column.startsWith('valid_') ? [{ column, target }] : []
  })

const dangling = (table: string, target: string, rows: readonly { id: string; column: string; value: string }[]) =>
  rows.map(({ id, column, value }) => `${table} "${id}": ${column} "${value}" is not among the ${target}`)

/** Ids in the stage that nobody ever had, said before a foreign key says it in its own words. */
export async function unknownReferences(
  tx: postgres.TransactionSql,
  table: TableName,
  stage: string
): Promise<string[]> {
  const faults: string[] = []
  for (const { column, target } of referencesOf(table)) {
    const rows = await tx<{ id: string; column: string; value: string }[]>`
      select s.id, ${column} as column, s.${tx(column)} as value from ${tx(stage)} s
      where s.${tx(column)} is not null and not exists (select from ${tx(`${target}_ids`)} k where k.id = s.${tx(column)})
      order by s.id limit ${FAULTS_SHOWN}`
    faults.push(...dangling(table, target, rows))
  }
  return faults
}

/** A foreign key proves that an id was known once; this proves that it still is. */
export async function danglingReferences(tx: postgres.TransactionSql): Promise<string[]> {
  const faults: string[] = []
  for (const name of Object.keys(tables) as TableName[]) {
    for (const { column, target } of referencesOf(name)) {
      const rows = await tx<{ id: string; column: string; value: string }[]>`
        select t.id, ${column} as column, t.${tx(column)} as value from ${tx(name)} t
        left join ${tx(target)} r on r.id = t.${tx(column)} and r.valid_to is null
        where t.valid_to is null and t.${tx(column)} is not null and r.id is null order by t.id limit ${FAULTS_SHOWN}`
      faults.push(...dangling(name, target, rows))
    }
  }
  return faults
}
