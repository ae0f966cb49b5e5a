/** OpenRefine, driven by the commands of its own pages, matches a column of names and brings values in. */
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { freePort } from '../process.ts'
import { must, type Reader } from './reading-programs.ts'

/** A country as somebody wrote it, a year that is asked of a property the service has not, and what must come in. */
const ROWS: readonly (readonly [name: string, year: string, ...found: string[]])[] = [
  ['Chili', '', 'CL', 'CHL', 'americas', 'Chili'],
  ['Ivory Coast', '', 'CI', 'CIV', 'africa', 'Côte d’Ivoire'],
  ['Irlande', '2016', '', '', '', ''],
  ['FYROM', '', 'MK', 'MKD', 'europe', 'Macédoine'],
  ['Namibia', '', 'NA', 'NAM', 'africa', 'Namibie'],
  ['Czechia', '', 'CZ', 'CZE', 'europe', 'Tchéquie'],
  ['Atlantis', '', '', '', '', '']
]
const EXTENSION = [{ id: 'iso3', name: 'iso3', settings: { limit: '1' } }, { id: 'region' }, { id: 'name_fr' }]
const EVERY_ROW = { facets: [], mode: 'row-based' }

type Commands = {
  ask: (command: string, parameters?: Record<string, string>) => Promise<Record<string, unknown>>
  send: (command: string, parameters: Record<string, string>, body?: FormData) => Promise<Response>
}

/** The commands of a running OpenRefine; each that changes something needs a token of its own. */
function commandsAt(port: number): Commands {
  const address = (command: string, parameters: Record<string, string>) =>
    `http://127.0.0.1:${port}/command/core/${command}?${new URLSearchParams(parameters)}`
  const ask: Commands['ask'] = async (command, parameters = {}) =>
    (await fetch(address(command, parameters))).json() as Promise<Record<string, unknown>>
  const send: Commands['send'] = async (command, parameters, body) => {
    const csrf_token = String((await ask('get-csrf-token')).token)
    return body
      ? fetch(address(command, { ...parameters, csrf_token }), { method: 'POST', body, redirect: 'manual' })
      : fetch(address(command, { csrf_token }), { method: 'POST', body: new URLSearchParams(parameters) })
  }
  return { ask, send }
}

/** Starts OpenRefine without a browser, works with it, and ends the shell that it comes in with all that it started. */
async function withOpenRefine<T>(dir: string, work: (commands: Commands) => Promise<T>): Promise<T> {
  const port = await freePort()
  const args = ['-p', String(port), '-m', '512M', '-d', `${dir}/openrefine`, '-x', 'refine.headless=true']
  const child = spawn('openrefine', args, { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  // The output is open for as long as the Java that the shell started.
  child.stdout.resume()
  const ended = new Promise(resolve => child.once('close', resolve))
  try {
    const commands = commandsAt(port)
    while (!(await commands.ask('get-version').catch(() => undefined))) {
      must(child.exitCode === null, `it ended with ${child.exitCode} before it answered`)
      await sleep(100)
    }
    return await work(commands)
  } finally {
    // Asked politely, it would save what is thrown away.
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL')
    await ended
  }
}

/** A project of a table; its number. */
async function projectOf({ send }: Commands, file: Blob, format: string, options: object): Promise<string> {
  const form = new FormData()
  form.set('project-name', 'check')
  form.set('format', format)
  form.set('options', JSON.stringify(options))
  form.set('project-file', file, 'table')
  const [, project] =
    /project=(\d+)/.exec((await send('create-project-from-upload', {}, form)).headers.get('location') ?? '') ?? []
  must(project !== undefined, 'it makes no project of the table')
  return project
}

/** Does what a user would do by menus, and waits until nothing is going on any more. */
async function apply({ ask, send }: Commands, project: string, operations: readonly object[]): Promise<void> {
  const engineConfig = EVERY_ROW
  const steps = JSON.stringify(operations.map(operation => ({ engineConfig, ...operation })))
  const said = (await (await send('apply-operations', { project, operations: steps })).json()) as { code: string }
  must(said.code !== 'error', `it refuses the steps: ${JSON.stringify(said)}`)
  while (((await ask('get-processes', { project })).processes as unknown[]).length > 0) await sleep(100)
}

async function rowsOf({ send }: Commands, project: string): Promise<string[][]> {
  const answer = await send('export-rows', { project, format: 'csv', engine: JSON.stringify(EVERY_ROW) })
  return parse(await answer.text()) as string[][]
}

/** The column is recognised as one of countries, matched by the batch that holds a wrong query, and extended. */
async function reconcile(commands: Commands, origin: string): Promise<string> {
  const service = `${origin}/v1/reconcile`
  const { identifierSpace, schemaSpace } = (await (await fetch(service)).json()) as Record<string, string>
  const table = new Blob([['name,jahr', ...ROWS.map(([name, year]) => `${name},${year}`)].join('\n')])
  const project = await projectOf(commands, table, 'text/line-based/*sv', { separator: ',', encoding: 'UTF-8' })

  const guess = await commands.send('guess-types-of-column', { project, columnName: 'name', service })
  const [type] = ((await guess.json()) as { types: { id: string }[] }).types
  must(type?.id === 'countries', `it takes the column for ${type?.id}`)
  const standard = { mode: 'standard-service', service, identifierSpace, schemaSpace, type, autoMatch: true }
  const columnDetails = [{ column: 'jahr', propertyName: 'Jahr', propertyID: 'jahr' }]
  await apply(commands, project, [
    { op: 'core/recon', columnName: 'name', config: { ...standard, columnDetails, limit: 0 } }
  ])
  const from = { baseColumnName: 'name', columnInsertIndex: 1 }
  const extension = { properties: EXTENSION }
  const onError = 'set-to-blank'
  await apply(commands, project, [
    { op: 'core/extend-reconciled-data', ...from, endpoint: service, identifierSpace, schemaSpace, extension },
    { op: 'core/column-addition', ...from, expression: 'grel:cell.recon.match.id', newColumnName: 'id', onError }
  ])
  const found = (await rowsOf(commands, project)).slice(1).map(([, ...cells]) => cells.slice(0, -1).join(' | '))
  const wanted = ROWS.map(([, , ...cells]) => cells.join(' | '))
  must(found.join('\n') === wanted.join('\n'), `it brings in ${JSON.stringify(found)}`)
  return `${ROWS.filter(([, , id]) => id).length} of ${ROWS.length} names matched, iso3, region and name_fr brought in`
}

export const OPENREFINE: Reader = {
  name: 'OpenRefine',
  probe: ['which', 'openrefine'],
  read: (_run, { origin, dir }) => withOpenRefine(dir, commands => reconcile(commands, origin))
}
