/** The yardstick: `psql \copy` of the rows an import has made, out of its tables and into others of the same shape. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { connect } from '../../src/db/client.ts'
import { type TableName, tables } from '../../src/db/tables.ts'
import { writableColumns } from '../../src/import/publish/publish.ts'

const SCHEMA = 'bench'
const execute = promisify(execFile)

export const psql = (url: string, command: string) => execute('psql', ['-Xqc', command, url])

/** Seconds that a piece of work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/**
 * Copies what a release brought into these tables. `plain` has the columns alone; `full` also generated columns, CHECK
 * constraints and indexes, and so does what our own tables do.
 */
export async function copySeconds(url: string, names: readonly TableName[], seq: number, folder: string) {
  const sql = connect(url, { name: 'bench' })
  const times = { plain: 0, full: 0 }
  try {
    for (const name of names) {
      const file = `${folder}/${name}.copy`
      const columns = [...writableColumns(tables[name]), 'valid_from'].map(column => `"${column}"`).join(', ')
      await psql(url, `\\copy (select ${columns} from ${name} where valid_from = ${seq}) to '${file}'`)
      for (const [kind, like] of [
        ['plain', ''],
        ['full', 'including all']
      ] as const) {
        await sql.unsafe(`create schema ${SCHEMA}`)
        await sql.unsafe(`create table ${SCHEMA}.${name} (like ${name} ${like})`)
        times[kind] += await seconds(() => psql(url, `\\copy ${SCHEMA}.${name} (${columns}) from '${file}'`))
        await sql.unsafe(`set client_min_messages = error; drop schema ${SCHEMA} cascade`)
      }
      await rm(file, { force: true })
    }
  } finally {
    await sql.end()
  }
  return times
}
