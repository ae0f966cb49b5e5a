/**
 * Makes one release out of rows, in one transaction: rows are staged, compared with what is true now, changed ones are
 * closed and opened anew. Readers see the release before or the release after, never a mixture.
 */
import { pipeline } from 'node:stream/promises'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type postgres from 'postgres'
import { connect, isRefusal } from '../../db/client.ts'
import { type TableName, tables, type VersionedTable } from '../../db/tables.ts'
import { CONTRACT, derivationsOf } from '../../db/versioned.ts'
import { copyLine, type Row } from '../copy-format.ts'
import { keepEarlier, leaveEarlier, markNewest } from './current-reading.ts'
import { danglingReferences, FAULTS_SHOWN, unknownReferences } from './references.ts'
import { openStatistics, type Statistics } from './statistics.ts'

export type NewRelease = {
  /** Permanent name, such as 2016-12. */
  id: string
  title: string
  /** ISO 8601 day the release speaks of. */
  date: string
  note?: string
  /** The documents the rows were read from. */
  sources?: readonly string[]
  /** Generation of public columns; the newest unless the release is known from before. */
  contract?: number
}

export type Transaction = postgres.TransactionSql

export type Batch = {
  table: TableName
  /** The rows, or what fills the stage with them inside the transaction. */
  rows: Iterable<Row> | AsyncIterable<Row> | ((tx: Transaction, stage: string) => Promise<unknown>)
  /** True when the rows are all there are: what is not among them has ended. */
  complete: boolean
  /** Columns in which a row may differ and still be the same: where a fact was read is not part of the fact. */
  ignoring?: readonly string[]
  /** Rows that make no release by themselves, such as the source of a file. */
  incidental?: boolean
  /** Columns that the rows leave as they are. */
  keeping?: readonly string[]
  /** The rows tell what all editions say together: what others tell is not said of their own. */
  across?: boolean
}

/** `read` counts the rows compared, so that it is the sum of added, changed and unchanged. */
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

export const PUBLISH_LOCK = 2011_09_21
const CHUNK_CHARACTERS = 64 * 1024

/** Ends the transaction without a release. */
class Abandoned extends Error {}

/** Fills what follows from the row itself. */
function deriving(table: TableName): (row: Row) => Row {
  const made = derivationsOf(tables[table]).flatMap(({ name, ...how }) =>
    'make' in how ? [{ name, make: how.make }] : []
  )
  if (made.length === 0) return row => row
  return row => ({ ...row, ...Object.fromEntries(made.map(({ name, make }) => [name, make(row)])) })
}

/** The columns an importer fills: neither generated nor part of the bookkeeping of versions. */
export const writableColumns = (table: VersionedTable): string[] =>
  getTableConfig(table)
    .columns.filter(column => !column.generated && !['valid_from', 'valid_to'].includes(column.name))
    .map(column => column.name)

/** The columns that people fill: those of the importer without what follows from others. */
export const enteredColumns = (table: VersionedTable): string[] => {
  const made = new Set(derivationsOf(table).map(({ name }) => name))
  return writableColumns(table).filter(column => !made.has(column))
}

type Publication = {
  /** Makes the batches of one step; later steps see what earlier ones wrote. */
  steps: readonly ((tx: Transaction) => Promise<readonly Batch[]> | readonly Batch[])[]
  /** Looked at before the end: true leaves everything as it was. */
  abandon?: () => boolean
}

/** Publishes the batches as one release; reports `published: false` and leaves no trace when nothing is new. */
export async function publish(url: string, release: NewRelease, what: readonly Batch[] | Publication): Promise<Report> {
  const { steps, abandon = () => false }: Publication = 'steps' in what ? what : { steps: [() => what] }
  const sql = connect(url, { name: 'ogp-open-data publish', bulk: true })
  const statistics = openStatistics(url)
  const report: Report = { release: release.id, published: true, tables: {} }
  const accompanying = new Set<TableName>()
  let moved = 0
  try {
    await sql.begin(async tx => {
      await tx`select pg_advisory_xact_lock(${PUBLISH_LOCK})`
      const seq = await openRelease(tx, release)
      for (const step of steps) {
        const batches = await step(tx)
        for (const { table, incidental } of batches) if (incidental) accompanying.add(table)
        moved += await publishStep(tx, seq, batches, report, statistics)
      }
      // What only goes along with a release does not stand alone.
      if (moved === 0) for (const table of accompanying) delete report.tables[table]
      if (moved === 0 || abandon()) throw new Abandoned()
      // Inside, so that the first reader of the new release is planned for with what it holds.
      await tx.unsafe(`analyze ${Object.keys(report.tables).join(', ')}`)
      const dangling = await danglingReferences(tx)
      if (dangling.length > 0) throw new PublishError(dangling)
    })
  } catch (error) {
    if (isRefusal(error)) throw new PublishError([`the database refused the rows: ${(error as Error).message}`])
    if (!(error instanceof Abandoned)) throw error
    report.published = false
  } finally {
    await statistics.close()
    await sql.end({ timeout: 5 })
  }
  return report
}

/** Applies batches; returns how many rows they moved, incidental ones not counted. */
async function publishStep(
  tx: Transaction,
  seq: number,
  batches: readonly Batch[],
  report: Report,
  statistics: Statistics
): Promise<number> {
  const order = Object.keys(tables) as TableName[]
  const sorted = [...batches].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  for (const batch of sorted) await stage(tx, batch)
  for (const batch of sorted) await keepIdentities(tx, batch.table, seq)
  const unknown: string[] = []
  for (const batch of sorted) unknown.push(...(await unknownReferences(tx, batch.table, stageOf(batch.table))))
  if (unknown.length > 0) throw new PublishError(unknown)
  let moved = 0
  for (const batch of sorted) {
    const derivations = derivationsOf(tables[batch.table])
    for (const derivation of derivations)
      if ('newest' in derivation) await markNewest(tx, batch, stageOf(batch.table), derivation)
    for (const derivation of derivations)
      if ('earlier' in derivation) await keepEarlier(tx, stageOf(batch.table), derivation)
    const applied = await statistics.during(batch.table, () => apply(tx, batch, seq))
    const before = report.tables[batch.table]
    report.tables[batch.table] = {
      read: (before?.read ?? 0) + applied.read,
      added: (before?.added ?? 0) + applied.added,
      changed: (before?.changed ?? 0) + applied.changed,
      unchanged: (before?.unchanged ?? 0) + applied.unchanged,
      ended: (before?.ended ?? 0) + applied.ended
    }
    if (!batch.incidental) moved += applied.added + applied.changed + applied.ended
    await tx`drop table ${tx(stageOf(batch.table))}`
  }
  return moved
}

const stageOf = (table: TableName) => `stage_${table}`

async function openRelease(tx: Transaction, release: NewRelease): Promise<number> {
  const [row] = await tx<{ seq: number }[]>`
    insert into releases (seq, id, title, note, date, sources, contract)
    select coalesce(max(seq), 0) + 1, ${release.id}, ${release.title}, ${release.note ?? null}, ${release.date},
      ${release.sources?.length ? [...release.sources] : null}::text[],
      ${release.contract ?? CONTRACT}::integer
    from releases
    on conflict (id) do nothing
    returning seq`
  if (!row) throw new PublishError([`release "${release.id}" exists already; a release never changes`])
  return row.seq
}

/** Copies rows into a table as they come, a chunk at a time. */
export async function copyInto(
  tx: Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>
): Promise<number> {
  const copy = await tx`copy ${tx(table)} (${tx([...columns])}) from stdin`.writable()
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
  return read
}

async function stage(tx: Transaction, { table, rows, keeping = [], across = false }: Batch): Promise<void> {
  const columns = writableColumns(tables[table])
  const name = stageOf(table)
  await tx`create temp table ${tx(name)} on commit drop as select ${tx(columns)} from ${tx(table)} with no data`
  const complete = deriving(table)
  async function* derived(source: Iterable<Row> | AsyncIterable<Row>) {
    for await (const row of source) yield complete(row)
  }
  if (typeof rows === 'function') await rows(tx, name)
  else await copyInto(tx, name, columns, derived(rows))
  const twice = await tx<{ id: string }[]>`
    select id from ${tx(name)} group by id having count(*) > 1 order by id limit ${FAULTS_SHOWN}`
  if (twice.length > 0) throw new PublishError(twice.map(({ id }) => `${table}: "${id}" occurs more than once`))
  await tx`create unique index on ${tx(name)} (id)`
  if (keeping.length > 0) {
    const kept = tx.unsafe(keeping.map(column => `"${column}" = t."${column}"`).join(', '))
    await tx`update ${tx(name)} s set ${kept} from ${tx(table)} t where t.id = s.id and t.valid_to is null`
  }
  for (const derivation of across ? derivationsOf(tables[table]) : [])
    if ('earlier' in derivation) await leaveEarlier(tx, table, name, derivation)
  await tx`analyze ${tx(name)}`
}

async function keepIdentities(tx: Transaction, table: TableName, seq: number): Promise<void> {
  const identities = `${table}_ids`
  const [known] = await tx<{ name: string | null }[]>`select to_regclass(${identities}) as name`
  if (!known?.name) return
  await tx`insert into ${tx(identities)} (id, since) select id, ${seq}::int from ${tx(stageOf(table))} on conflict do nothing`
}

async function apply(tx: Transaction, { table, complete, ignoring = [] }: Batch, seq: number) {
  const columns = writableColumns(tables[table])
  const compared = columns.filter(column => !ignoring.includes(column))
  const of = (alias: string) => tx.unsafe(`row(${compared.map(column => `${alias}."${column}"`).join(', ')})`)
  const target = tx(table)
  const staged = tx(stageOf(table))
  const differs = tx`t.valid_to is null and t.id = s.id and ${of('t')} is distinct from ${of('s')}`
  const ended = complete
    ? await tx`update ${target} t set valid_to = ${seq} where valid_to is null and valid_from < ${seq}
        and not exists (select from ${staged} s where s.id = t.id)`
    : { count: 0 }
  // What an earlier step of the same release wrote is replaced, since no version may begin and end in one release.
  const replaced = await tx`delete from ${target} t using ${staged} s where t.valid_from = ${seq} and ${differs}`
  const changed =
    await tx`update ${target} t set valid_to = ${seq} from ${staged} s where t.valid_from < ${seq} and ${differs}`
  const opened = await tx`insert into ${target} (${tx(columns)}, valid_from)
    select ${tx(columns)}, ${seq}::int from ${staged} s
    where not exists (select from ${target} t where t.id = s.id and t.valid_to is null)`
  const [staging] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${staged}`
  const read = staging?.rows ?? 0
  return {
    read,
    added: opened.count - changed.count - replaced.count,
    changed: changed.count + replaced.count,
    ended: ended.count,
    unchanged: read - opened.count
  }
}
