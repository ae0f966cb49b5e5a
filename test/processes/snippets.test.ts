import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import t, { type Test } from 'tap'
import type { SNIPPETS } from '../../src/cite/snippets.ts'
import { notRun, start } from '../helper.ts'

const run = promisify(execFile)

type Written = Record<(typeof SNIPPETS)[number]['name'], string>

/** The service on a port of its own, and the snippets for an address of it. */
async function listening(t: Test) {
  const { app } = await start(t, { own: 'service', publicUrl: undefined })
  const origin = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const snippets = async (url: string): Promise<Written> =>
    (
      (await (await fetch(`${origin}/v1/describe?url=${encodeURIComponent(url)}&lang=en`)).json()) as {
        data: { snippets: Written }
      }
    ).data.snippets
  const rows = async (url: string) => parse(await (await fetch(`${origin}${url}`)).text(), { columns: true })
  return { snippets, rows }
}

/** More rows than a page holds, letters beyond ASCII, line breaks in cells, one row, none. */
const ASKED = [
  [
    '/v1/commitments/aggregate?group=country,starred&sort=-count',
    '/v1/commitments/aggregate.csv?group=country,starred&sort=-count'
  ],
  ['/v1/commitments?fields=id,title,full_text', '/v1/commitments.csv?fields=id,title,full_text'],
  [
    '/v1/commitments?country=CL&theme=open-data,education&sort=-id&limit=2&fields=id,themes',
    '/v1/commitments.csv?country=CL&theme=open-data,education&sort=-id&limit=2&fields=id,themes'
  ],
  ['/v1/members/CL?fields=name_fr,id', '/v1/members/CL.csv?fields=name_fr,id'],
  ['/v1/members?country=AF,CI&founding=true&fields=id', '/v1/members.csv?country=AF,CI&founding=true&fields=id']
] as const

const cells = (rows: readonly Record<string, unknown>[]) =>
  rows.map(row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value === null ? '' : Array.isArray(value) ? value.join('|') : String(value)
      ])
    )
  )

t.test('the curl, JavaScript and Python snippets run as they stand and get every row', async t => {
  const { snippets, rows } = await listening(t)
  const hasPython = await run('python3', ['--version']).then(
    () => true,
    () => false
  )
  if (!hasPython) notRun('Python snippets of queries (python3 is not installed)')
  for (const [url, csv] of ASKED) {
    const { curl = '', javascript = '', python = '' } = await snippets(url)
    const expected = await rows(csv)
    t.same(parse((await run('sh', ['-c', curl], { maxBuffer: 1e8 })).stdout, { columns: true }), expected, curl)
    const script = `${javascript}\nconsole.log(JSON.stringify(rows))`
    const [count, found = ''] = (
      await run('node', ['--input-type=module', '-e', script], { maxBuffer: 1e8 })
    ).stdout.split('\n')
    t.equal(Number(count), expected.length)
    t.same(cells(JSON.parse(found)), expected, 'JavaScript')
    if (!hasPython) continue
    const program = `${python}\nimport json; print(json.dumps(rows))`
    const [printed, dumped = ''] = (await run('python3', ['-c', program], { maxBuffer: 1e8 })).stdout.split('\n')
    t.equal(Number(printed), expected.length)
    t.same(JSON.parse(dumped), expected, 'Python')
  }
})
