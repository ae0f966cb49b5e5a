/** An aggregate: rows counted and measured in groups. */
import { type SQL, sql } from 'drizzle-orm'
import type { Fault } from '../../http/errors/problems.ts'
import type { Lang } from '../../i18n/words.ts'
import type { Dataset } from '../definition/dataset.ts'
import { datasetAs } from '../definition/split.ts'
import type { ExportFormat } from '../export/send.ts'
import { extentOf } from '../extent.ts'
import { AGGREGATE_FORMATS, type Format, shapeOf } from '../format/formats.ts'
import { metaOf } from '../links.ts'
import { countRows } from '../list/count.ts'
import { hintsFor } from '../list/hints.ts'
import { refuse } from '../request/parameters.ts'
import type { Answering, Asked, ExportAnswer, JsonAnswer } from '../respond.ts'
import type { Service } from '../service.ts'
import { orderBy, sortKey } from '../sql/order-by.ts'
import { asJson, type Shape } from '../sql/select.ts'
import { aggregateColumns, type Column, type Pivot } from './columns.ts'
import { cubeFaults, cubeOf } from './cube.ts'
import { AGGREGATE, aggregateLinks } from './links.ts'
import { isOfRows } from './measures.ts'
import { describeAggregate } from './notes.ts'
import { type AggregateQuery, checkSort, closedPivot, MAX_ROWS, readAggregateQuery } from './query.ts'
import { type Grouping, type Naming, selectGroups, selectPivot, type Tallied } from './select.ts'

/** Columns one answer may have: a wide one has as many as its last group has values, times its measures. */
const MAX_COLUMNS = 1000
/** PostgreSQL cuts longer names off. */
const MAX_BYTES = 63

type Answer<F extends Format = Format> = {
  service: Service
  dataset: Dataset
  query: AggregateQuery
  grouping: Grouping
  origin: string
  format: F
  lang: Lang
}

type Groups = Pick<Answer, 'service' | 'dataset' | 'query' | 'grouping' | 'lang'>

/** How many groups answer a question, and the first of them; as many as it asks for and at most `most`. */
export async function firstGroups(
  { service, dataset: defined, query }: Pick<Answer, 'service' | 'dataset' | 'query'>,
  most: number,
  lang: Lang
): Promise<{ total: number; rows: Record<string, unknown>[] }> {
  const { conditions, release, split, limit = most } = query
  const dataset = datasetAs(defined, release, split)
  const asked = { service, dataset, query, lang, grouping: { dataset, seq: release.seq, conditions, query } }
  const found = await readGroups(asked, await tableOf(asked), Math.min(limit, most))
  return { total: found[0]?.total ?? 0, rows: found.map(({ row }) => JSON.parse(row)) }
}

/** How aggregates of a dataset are answered. */
export const aggregateOf = (service: Service, dataset: Dataset): Answering<AggregateQuery> => ({
  formats: AGGREGATE_FORMATS,
  read: parameters => readAggregateQuery(dataset, parameters, service.releases),
  check: asked => refuse(cubeFaults({ ...asked, dataset })),
  key: ({ asked }) => [dataset.name, 'aggregate', JSON.stringify(asked)],
  speaks: ({ query, format }) => query.labels || !format.copy,
  json: asked => writeAnswer(groupedBy(dataset, asked)),
  rows: asked => groupsOf(groupedBy(dataset, asked))
})

const groupedBy = <F extends Format>(defined: Dataset, { query, ...rest }: Asked<AggregateQuery, F>): Answer<F> => {
  const { release, conditions, split } = query
  const dataset = datasetAs(defined, release, split)
  return { ...rest, dataset, query, grouping: { dataset, seq: release.seq, conditions, query } }
}

type Table = { columns: readonly Column[]; pivot: Pivot; groups: SQL }

/** The columns, and the statement that gives them. Throws a Problem where a wide answer would have too many. */
async function tableOf({ service, dataset, query, grouping: asked, lang }: Groups): Promise<Table> {
  const grouping = { ...asked, tallied: await tallied(service, asked) }
  const naming: Naming = query.labels ? { book: await service.labels.of(query.release), lang } : undefined
  const pivot = query.wide ? (closedPivot(dataset, query.groups) ?? (await occurringValues(service, grouping))) : []
  const columns = aggregateColumns(dataset, query, pivot)
  const faults: Fault[] = []
  checkSort(dataset, query, pivot, faults)
  const long = columns.find(([name]) => Buffer.byteLength(name) > MAX_BYTES)
  if (columns.length > MAX_COLUMNS || long) {
    const why = long ? `a name would be longer than ${MAX_BYTES} letters` : `there would be more than ${MAX_COLUMNS}`
    faults.push({
      parameter: 'shape',
      detail: `The values of ${query.groups.at(-1)} cannot be columns: ${why}. Leave shape out, or put another group last.`
    })
  }
  refuse(faults)
  return { columns, pivot, groups: selectGroups(grouping, pivot, naming) }
}

/** Groups of which only the number of rows is wanted, counted from columns in memory; undefined where these cannot. */
async function tallied(service: Service, { dataset, query }: Grouping): Promise<Tallied | undefined> {
  if (!query.measures.every(isOfRows)) return undefined
  const tally = await service.copies.tally({ ...query, dataset }, query.groups)
  const groups = tally?.groups(query.groups)
  const wholes = query.measures.some(({ name }) => name === 'share') ? tally?.groups(query.of) : []
  return groups && wholes && { groups, wholes }
}

async function occurringValues(service: Service, grouping: Grouping): Promise<Pivot> {
  const found = await service.reader.rows<{ value: string | null }>(
    selectPivot(grouping, MAX_COLUMNS + 1),
    grouping.query.release.seq
  )
  return found.map(({ value }) => value)
}

/** The rows in the order asked for, then in that of the groups, which tells any two apart. */
function selectRows({ query }: Groups, { columns, groups }: Table, shape: Shape, limit: number | undefined): SQL {
  const named = new Set(query.sort.map(({ column }) => column))
  const rest = (query.wide ? query.groups.slice(0, -1) : query.groups).filter(name => !named.has(name))
  const answer = { fields: Object.fromEntries(columns) }
  const keys = [
    ...query.sort.map(({ column, descending }) => sortKey(answer, column, descending)),
    ...rest.map(column => sortKey(answer, column))
  ]
  const order = keys.length > 0 ? sql` order by ${orderBy(keys, false)}` : sql``
  return sql`select ${shape(columns)} from (${groups}) grouped${order}${limit === undefined ? sql`` : sql` limit ${limit}`}`
}

async function readGroups(asked: Groups, table: Table, limit: number): Promise<{ row: string; total: number }[]> {
  // No group has such a name: an order by one would mean what is selected instead.
  const shape: Shape = columns => sql`${asJson(columns)} as "this row", (count(*) over ())::int as "all rows"`
  const found = await asked.service.reader.rows<{ 'this row': string; 'all rows': number }>(
    selectRows(asked, table, shape, limit),
    asked.query.release.seq
  )
  return found.map(group => ({ row: group['this row'], total: group['all rows'] }))
}

async function writeAnswer(answer: Answer): Promise<JsonAnswer> {
  const { service, dataset, query, origin, lang } = answer
  const { release, filters } = query
  const table = await tableOf(answer)
  const [found, rows] = await Promise.all([
    readGroups(answer, table, query.limit ?? MAX_ROWS),
    countRows(service, dataset, { ...query, asked: filters })
  ])
  const links = aggregateLinks(service, origin, dataset, query, answer.format)
  const told = await extentOf(service, dataset, query, lang)
  const path = `${dataset.name}/${AGGREGATE}`
  const hints = await hintsFor(rows, { service, dataset, query, told, lang, origin, path })
  const meta = {
    ...metaOf(service, dataset.name, release),
    total: found[0]?.total ?? 0,
    returned: found.length,
    rows,
    ...(await describeAggregate(answer, table.pivot, told, lang)),
    ...(hints.length > 0 ? { hints } : {})
  }
  return {
    links,
    body: `{"data":[${found.map(({ row }) => row).join(',')}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}`
  }
}

async function countGroups({ service, dataset, query }: Answer, { groups }: Table): Promise<number> {
  const { release, asked } = query
  const key = JSON.stringify([
    dataset.name,
    release.seq,
    'aggregate',
    asked.filter(([name]) => name !== 'sort' && name !== 'limit')
  ])
  const known = service.totals.get(key)
  if (known !== undefined) return known
  const [row] = await service.reader.rows<{ total: number }>(
    sql`select count(*)::int as total from (${groups}) grouped`,
    release.seq
  )
  const total = row?.total ?? 0
  service.totals.set(key, total)
  return total
}

async function groupsOf(answer: Answer<ExportFormat>): Promise<ExportAnswer> {
  const { service, dataset, query, origin, format, lang } = answer
  const { limit, release } = query
  const table = await tableOf(answer)
  const total = await countGroups(answer, table)
  const links = aggregateLinks(service, origin, dataset, query, format)
  const [english, french] = dataset.title
  const told = await extentOf(service, dataset, query, lang)
  const notes = told?.notes ?? []
  const permalink = links.permalink as string
  const said = async () => (await describeAggregate(answer, table.pivot, told, lang)).notes as string[]
  return {
    links,
    fileName: `${dataset.name}-aggregate-${release.id}`,
    select: selectRows(answer, table, shapeOf(format.copy), limit),
    title: [`${english}, counted in groups`, `${french}, par groupes`],
    columns: table.columns,
    rows: limit === undefined ? total : Math.min(limit, total),
    notes,
    permalink,
    ...(format.copy.layout ? { cube: await cubeOf(answer, lang, await said(), permalink) } : {})
  }
}
