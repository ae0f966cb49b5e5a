/** A mapping proposed for a file of an unknown layout: what it comes nearest to, and which column may be which. */
import { getTableConfig } from 'drizzle-orm/pg-core'
import { connect } from '../../db/client.ts'
import { plainName } from '../../db/country-names.ts'
import { type TableName, tables } from '../../db/tables.ts'
import { keyOf, rulesOf } from '../../db/versioned.ts'
import type { InputFile } from '../files/file.ts'
import { LAYOUTS } from '../layouts/index.ts'
import { LayoutError } from '../layouts/layout.ts'
import { enteredColumns } from '../publish/publish.ts'
import { type Mapping, type Target, targetColumns } from './mapping.ts'

/** What an operator must look at before using it. */
export type Proposal = Mapping & { help: string[] }

/** Of the words of two names, how many they share; names that share less than this have nothing to do with each other. */
const LEAST = 0.3
const words = (name: string) => new Set(plainName(name.replaceAll('_', ' ')).split(' ').filter(Boolean))
const likeness = (one: string, other: string): number => {
  const [a, b] = [words(one), words(other)]
  const shared = [...a].filter(word => b.has(word)).length
  return shared / (a.size + b.size - shared || 1)
}

/** Pairs each column of ours with the likest of theirs, the likest pairs first. */
function pair(ours: readonly string[], theirs: readonly string[]): Map<string, { column: string; score: number }> {
  const pairs = ours
    .flatMap(one => theirs.map(other => ({ one, other, score: likeness(one, other) })))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
  const found = new Map<string, { column: string; score: number }>()
  const taken = new Set<string>()
  for (const { one, other, score } of pairs) {
    if (found.has(one) || taken.has(other)) continue
    found.set(one, { column: other, score })
    taken.add(other)
  }
  return found
}

const TARGETS: readonly Target[] = [
  ...LAYOUTS.map(layout => ({ layout })),
  ...(Object.keys(tables) as TableName[]).filter(table => table !== 'edition_statements').map(table => ({ table }))
]
const FILLED = new Set(['id', 'source_id', 'source_locator'])

const nameOfTarget = (target: Target) => ('layout' in target ? target.layout.id : target.table)
const stem = (word: string) => word.replace(/s$/, '')

/** Does the name of a file say what it holds? */
const isNamed = (target: Target, file: string) => {
  const inFile = [...words(file)].map(stem)
  return [...words(nameOfTarget(target))].some(word => /^[a-z]+$/.test(word) && inFile.includes(stem(word)))
}

/** Proposes a mapping, to be read as what is named or as what is likest. Throws a LayoutError where nothing of ours is like the file. */
export async function propose(url: string, { name, head }: InputFile, as?: string): Promise<Proposal> {
  const header = head.toSorted((a, b) => filled(b.cells) - filled(a.cells))[0]?.cells ?? []
  const theirs = header.map(cell => cell.trim()).filter(Boolean)
  const targets = TARGETS.filter(target => as === undefined || nameOfTarget(target) === as)
  const best = targets
    .map(target => ({
      target,
      pairs: pair(
        targetColumns(target).filter(column => !FILLED.has(column)),
        theirs
      )
    }))
    .map(found => ({
      ...found,
      score: [...found.pairs.values()].reduce((sum, { score }) => sum + score, isNamed(found.target, name) ? 1 : 0)
    }))
    .toSorted((a, b) => b.score - a.score)[0]
  if (!best || best.pairs.size === 0)
    throw new LayoutError(`${name}: nothing in it is like a layout or a table of ours`)
  const { target, pairs } = best
  const columns = Object.fromEntries([...pairs].map(([ours, { column }]) => [ours, column]))
  const unread = theirs.filter(column => !Object.values(columns).includes(column))
  const help = [
    'Look at every pair: "columns" names a column of the file for one of ours. Take out what is wrong, and add what is missing.',
    ...(unread.length > 0 ? [`Not read: ${unread.join(', ')}`] : [])
  ]
  if ('layout' in target) return { reads: target.layout.id, columns, constants: {}, help }
  const needed = neededOf(target.table).filter(column => !(column in columns))
  return {
    reads: target.table,
    id: await idOf(url, target.table, Object.keys(columns)),
    columns,
    constants: Object.fromEntries(needed.map(column => [column, ''])),
    help: [
      ...help,
      ...needed.map(
        column => `"constants": ${column} must be ${rulesOf(tables[target.table])[column]?.expected ?? 'filled'}`
      )
    ]
  }
}

const filled = (cells: readonly string[]) => cells.filter(cell => cell.trim() !== '').length

const neededOf = (table: TableName): string[] => {
  const entered = enteredColumns(tables[table])
  return getTableConfig(tables[table])
    .columns.filter(({ name, notNull }) => notNull && entered.includes(name) && !FILLED.has(name))
    .map(({ name }) => name)
}

/** What the ids of a table are made of, as its present rows show. */
async function idOf(url: string, table: TableName, found: readonly string[]): Promise<string> {
  const needed = neededOf(table)
  const candidates = [
    keyOf(tables[table]),
    ...needed.map(one => [one]),
    ...needed.flatMap(one => needed.filter(other => other !== one).map(other => [one, other]))
  ].filter(parts => parts.length > 0)
  const sql = connect(url, { name: 'ogp-open-data import', readOnly: true })
  try {
    for (const parts of candidates) {
      const made = parts.map(part => `"${part}"::text`).join(', ')
      const [row] = await sql.unsafe<{ all: boolean | null }[]>(
        `select bool_and(id = concat_ws('-', ${made})) as all from ${table} where valid_to is null`
      )
      if (row?.all) return parts.map(part => `{${part}}`).join('-')
    }
  } finally {
    await sql.end()
  }
  return `{${needed.find(column => found.includes(column) && /name|title/.test(column)) ?? needed[0] ?? 'country'}}`
}
