/**
 * Makes one release out of rows, in one transaction: rows are staged, compared with what is true now, changed ones are
 * closed and opened anew. Readers see the release before or the release after, never a mixture.
 */
import { pipeline } from 'node:stream/promises'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type postgres from 'postgres'
import { connect } from '../db/client.ts'
import { type TableName, tables, type VersionedTable } from '../db/tables.ts'
import { copyLine, type Row } from './copy.ts'
import { markNewest } from './newest.ts'

export type NewRelease = {
  /** Permanent name, such as 2016-12. */
  id: string
  title: string
  /** ISO 8601 day the release speaks of. */
  date: string
  note?: string
  /** The documents the rows were read from. */
  sources?: readonly string[]
}

export type Batch = {
  table: TableName
  rows: Iterable<Row> | AsyncIterable<Row>
  /** True when the rows are all there are: what is not among them has ended. */
  complete: boolean
}

export type TableReport = { read: number; added: number; changed: number; unchanged: number; ended: number }
export type Report = { release: string; published: boolean; tables: Partial<Record<TableName, TableReport>> }

/** Rows that contradict each other or point nowhere. Nothing was published. */
export class PublishError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const PUBLISH_LOCK = 2011_09_21
const FAULTS_SHOWN = 20
const CHUNK_CHARACTERS = 64 * 1024

type Transaction = postgres.TransactionSql
class NothingChanged extends Error {}

/** The columns an importer fills: neither generated nor part of the bookkeeping of versions. */
export const writableColumns = (table: VersionedTable): string[] =>
  getTableConfig(table)
    .columns.filter(column => !column.generated && !['valid_from', 'valid_to'].includes(column.name))
    .map(column => column.name)

const stageOf = (table: TableName) => `stage_${table}`

/** Publishes the batches as one release; reports `published: false` and leaves no trace when nothing is new. */
export async function publish(url: string, release: NewRelease, batches: readonly Batch[]): Promise<Report> {
  const sql = connect(url, { name: 'ogp-open-data publish', bulk: true })
  const report: Report = { release: release.id, published: true, tables: {} }
  try {
    await sql.begin(async tx => {
      await tx`select pg_advisory_xact_lock(${PUBLISH_LOCK})`
      const seq = await openRelease(tx, release)
      const order = Object.keys(tables) as TableName[]
      const sorted = [...batches].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
      for (const batch of sorted) report.tables[batch.table] = { ...emptyReport, read: await stage(tx, batch) }
      for (const batch of sorted) await keepIdentities(tx, batch.table, seq)
      for (const batch of sorted) {
        if (batch.table === 'irm_readings') await markNewest(tx, stageOf(batch.table), batch.complete)
        Object.assign(report.tables[batch.table] ?? {}, await apply(tx, batch, seq))
      }
      const reports = Object.values(report.tables)
      if (reports.every(({ added, changed, ended }) => added + changed + ended === 0)) throw new NothingChanged()
      await refuseDanglingReferences(tx)
    })
    await sql.unsafe(`analyze ${batches.map(({ table }) => table).join(', ')}`)
  } catch (error) {
    if (!(error instanceof NothingChanged)) throw error
    report.published = false
  } finally {
    await sql.end({ timeout: 5 })
  }
  return report
}

const emptyReport: TableReport = { read: 0, added: 0, changed: 0, unchanged: 0, ended: 0 }

async function openRelease(tx: Transaction, release: NewRelease): Promise<number> {
  const [row] = await tx<{ seq: number }[]>`
    insert into releases (seq, id, title, note, date, sources)
    select coalesce(max(seq), 0) + 1, ${release.id}, ${release.title}, ${release.note ?? null}, ${release.date},
      ${release.sources?.length ? [...release.sources] : null}::text[]
    from releases
    on conflict (id) do nothing
    returning seq`
  if (!row) throw new PublishError([`release "${release.id}" exists already; a release never changes`])
  return row.seq
}

async function stage(tx: Transaction, { table, rows }: Batch): Promise<number> {
  const columns = writableColumns(tables[table])
  const name = stageOf(table)
  await tx`create temp table ${tx(name)} on commit drop as select ${tx(columns)} from ${tx(table)} with no data`
  const copy = await tx`copy ${tx(name)} (${tx(columns)}) from stdin`.writable()
  let read = 0
  async function* lines() {
    let text = ''
    for await (const row of rows) {
      read++
      text += copyLine(columns, row)
      if (text.length < CHUNK_CHARACTERS) continue
      yield text
      text = ''
    }
    if (text) yield text
  }
  await pipeline(lines, copy)
  const twice = await tx<{ id: string }[]>`
    select id from ${tx(name)} group by id having count(*) > 1 order by id limit ${FAULTS_SHOWN}`
  if (twice.length > 0) throw new PublishError(twice.map(({ id }) => `${table}: "${id}" occurs more than once`))
  await tx`create unique index on ${tx(name)} (id)`
  await tx`analyze ${tx(name)}`
  return read
}

async function keepIdentities(tx: Transaction, table: TableName, seq: number): Promise<void> {
  const identities = `${table}_ids`
  const [known] = await tx`select to_regclass(${identities}) as name`
  if (!known?.name) return
  await tx`insert into ${tx(identities)} (id, since) select id, ${seq}::int from ${tx(stageOf(table))} on conflict do nothing`
}

async function apply(tx: Transaction, { table, complete }: Batch, seq: number) {
  const columns = writableColumns(tables[table])
  const of = (alias: string) => tx.unsafe(`row(${columns.map(column => `${alias}."${column}"`).join(', ')})`)
  const target = tx(table)
  const staged = tx(stageOf(table))
  const ended = complete
    ? await tx`update ${target} t set valid_to = ${seq} where valid_to is null
        and not exists (select from ${staged} s where s.id = t.id)`
    : { count: 0 }
  const changed = await tx`update ${target} t set valid_to = ${seq} from ${staged} s
    where t.valid_to is null and t.id = s.id and ${of('t')} is distinct from ${of('s')}`
  const opened = await tx`insert into ${target} (${tx(columns)}, valid_from)
    select ${tx(columns)}, ${seq}::int from ${staged} s
    where not exists (select from ${target} t where t.id = s.id and t.valid_to is null)`
  const [staging] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${staged}`
  const added = opened.count - changed.count
  return { added, changed: changed.count, ended: ended.count, unchanged: (staging?.rows ?? 0) - opened.count }
}

/** A foreign key proves that an id was known once; this proves that it still is. */
async function refuseDanglingReferences(tx: Transaction): Promise<void> {
  const faults: string[] = []
  for (const [name, table] of Object.entries(tables)) {
    for (const key of getTableConfig(table).foreignKeys) {
      const { columns, foreignTable } = key.reference()
      const target = getTableConfig(foreignTable as VersionedTable).name.replace(/_ids$/, '')
      const column = columns[0]?.name ?? ''
      if (!(target in tables) || column.startsWith('valid_')) continue
      const dangling = await tx<{ id: string; value: string }[]>`
        select t.id, t.${tx(column)} as value from ${tx(name)} t
        left join ${tx(target)} r on r.id = t.${tx(column)} and r.valid_to is null
        where t.valid_to is null and t.${tx(column)} is not null and r.id is null order by t.id limit ${FAULTS_SHOWN}`
      faults.push(...dangling.map(row => `${name} "${row.id}": ${column} "${row.value}" is not among the ${target}`))
    }
  }
  if (faults.length > 0) throw new PublishError(faults)
}
