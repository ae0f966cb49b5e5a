/**
 * The public columns of each generation, kept in openapi/columns.json: what a release of that generation holds for ever.
 * The file is only ever added to.
 */
import { readFileSync } from 'node:fs'
import { CONTRACT } from '../src/db/versioned.ts'
import type { Dataset } from '../src/engine/definition/dataset.ts'

/** Columns by dataset and generation, each in its order. */
export type Columns = Record<string, Record<string, string[]>>

export const COLUMNS_FILE = new URL('columns.json', import.meta.url)

export const committedColumns = (): Columns => JSON.parse(readFileSync(COLUMNS_FILE, 'utf8'))

export function columnsOf(datasets: readonly Dataset[]): Columns {
  const columns: Columns = {}
  for (const { name, fields } of datasets) {
    const generations: Record<string, string[]> = {}
    for (const [column, { since = 1 }] of Object.entries(fields)) {
      generations[since] ??= []
      generations[since].push(column)
    }
    columns[name] = generations
  }
  return columns
}

/** What in the newer columns breaks a promise of the older ones; each names what to do. */
export function brokenPromises(older: Columns, newer: Columns): string[] {
  const newest = Math.max(0, ...Object.values(older).flatMap(generations => Object.keys(generations).map(Number)))
  return Object.entries(older).flatMap(([dataset, generations]) => {
    const now = newer[dataset]
    if (!now)
      return [`${dataset} is gone: that takes a new major version of the API, and its entry out of columns.json`]
    const lost = Object.entries(generations).flatMap(([generation, columns]) => {
      const still = now[generation] ?? []
      const added = still.filter(column => !columns.includes(column))
      if (added.length > 0)
        return [`${dataset}: ${added.join(', ')} must say since(${newest + 1}, …), and CONTRACT be ${newest + 1}`]
      return still.join() === columns.join()
        ? []
        : [`${dataset}: the columns of generation ${generation} are ${columns.join(', ')}, in this order, for ever`]
    })
    const early = Object.keys(now).filter(generation => !(generation in generations) && Number(generation) <= newest)
    return [
      ...lost,
      ...early.map(generation => `${dataset}: generation ${generation} is closed; use since(${newest + 1}, …)`)
    ]
  })
}

/** Do the definitions and the number of the newest generation fit each other? */
export const isNumbered = (columns: Columns): boolean =>
  Math.max(...Object.values(columns).flatMap(generations => Object.keys(generations).map(Number))) === CONTRACT
