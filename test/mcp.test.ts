import { readdirSync, readFileSync } from 'node:fs'
import { Client as Assistant } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import t, { type Test } from 'tap'
import { type Client, ORIGIN, start } from './helper.ts'

type Told = {
  summary: string
  data: Record<string, unknown>[]
  total: number | null
  release: string
  notes: string[]
  url: string
  permalink: string | null
  citation: string | null
  left_out: { rows: number; columns: string[]; texts_shortened: boolean; all: string } | null
}

/** An assistant that speaks by the protocol's own client, which holds each answer against the schema of its tool. */
async function assistant(t: Test, { app }: Client) {
  const ask = async (address: string | URL, { method = 'GET', headers, body }: RequestInit = {}) => {
    const answer = await app.server.inject({
      method: method as 'POST',
      url: new URL(address).pathname,
      headers: { ...Object.fromEntries(new Headers(headers)), host: new URL(ORIGIN).host },
      ...(typeof body === 'string' ? { payload: body } : {})
    })
    const kept = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
    return new Response([202, 204].includes(answer.statusCode) ? null : answer.body, {
      status: answer.statusCode,
      headers: kept
    })
  }
  const client = new Assistant({ name: 'test', version: '1.0.0' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${ORIGIN}/mcp`), { fetch: ask }))
  t.teardown(() => client.close())
  const { tools } = await client.listTools()
  let calls = 0
  const call = async (name: string, given: Record<string, unknown>): Promise<Told> => {
    calls += 1
    const { isError, structuredContent, content } = await client.callTool({ name, arguments: given })
    const [{ text }] = content as [{ text: string }]
    t.notOk(isError, text)
    t.same(JSON.parse(text), structuredContent, 'text and structure say the same')
    t.ok(text.length < 16_000, 'an answer is small')
    return structuredContent as Told
  }
  const fails = async (name: string, given: Record<string, unknown>): Promise<string> => {
    const { isError, content } = await client.callTool({ name, arguments: given })
    t.equal(isError, true)
    return (content as [{ text: string }])[0].text
  }
  return { client, tools, call, fails, calls: () => calls }
}

t.test(
  'an assistant finds who delivered most in Africa, its source, and whether an older figure still holds',
  async t => {
    const service = await start(t)
    const { call, calls } = await assistant(t, service)
    const found = await call('search', { q: 'delivered', type: 'indicators' })
    const name = found.data[0]?.id
    t.equal(name, 'delivered')
    const values = await call('indicator', {
      name,
      by: 'country',
      filters: { region: 'africa' },
      sort: '-value,-denominator'
    })
    const [top] = values.data
    t.match(top, {
      country: /^[A-Z]{2}$/,
      country_label: /./,
      value: Number,
      n: Number,
      denominator: Number,
      small: Boolean
    })
    t.ok(
      values.notes.some(note => note.includes('delivered-midterm')),
      'what may be compared is said'
    )
    t.ok(
      values.notes.some(note => /selection|whole|all commitments/i.test(note)),
      'and what is here'
    )
    const checked = await call('check_figure', {
      url: `/v1/indicators/delivered?country=${top?.country}`,
      release: '2016-12'
    })
    t.ok(calls() <= 4)
    const api = await service.json(`/v1/indicators/delivered?by=country&region=africa&sort=-value,-denominator`)
    t.match(top, { country: api.data[0]?.country as string, value: api.data[0]?.value as number })
    const then = await service.json(`/v1/indicators/delivered?country=${top?.country}&release=2016-12`)
    t.match(checked.data[0], {
      verdict: /^(same|moved)$/,
      before: { value: then.data[0]?.value },
      now: { value: top?.value }
    })
    t.match(values.citation, /Open Government Partnership.*2026-11.*\/v1\/indicators\/delivered/)
    t.equal((await service.get(values.permalink ?? '')).statusCode, 200)
  }
)

t.test('every tool answers from the API, says what is left out, and where all of it is', async t => {
  const service = await start(t)
  const { tools, call } = await assistant(t, service)
  t.same(
    tools.map(({ name }) => name),
    ['search', 'indicator', 'count_groups', 'query_rows', 'get_record', 'check_figure', 'cite', 'describe_dataset']
  )
  for (const { annotations, outputSchema, description } of tools) {
    t.match(annotations, { readOnlyHint: true, openWorldHint: false })
    t.ok(outputSchema && description)
  }
  const rows = await call('query_rows', {
    dataset: 'commitments',
    filters: { country: 'CL', starred: true },
    sort: '-year'
  })
  const listed = await service.json('/v1/commitments?country=CL&starred=true')
  t.equal(rows.total, listed.meta.total)
  t.match(rows.data[0], { title: String, country: 'CL', year: Number, starred: true })
  t.ok(rows.left_out?.columns.includes('full_text'))
  const long = await call('query_rows', { dataset: 'commitments', fields: 'id,title,lead_institution', limit: 50 })
  t.equal((long.left_out?.rows ?? 0) + long.data.length, long.total)
  t.equal((await service.get(long.left_out?.all ?? '')).statusCode, 200)
  const groups = await call('count_groups', {
    dataset: 'commitments',
    group: 'completion',
    measure: 'count,share',
    filters: { country: 'CL' }
  })
  t.ok(groups.data.every(group => typeof group.denominator === 'number' && typeof group.share === 'number'))
  t.match(groups.citation, /\/v1\/commitments\/aggregate/)
  const record = await call('get_record', { dataset: 'commitments', id: 'ie0014' })
  t.match(record.data[0], { ogp_id: 'IE0014' })
  t.ok(record.data.length > 1 && record.data.slice(1).every(({ release }) => release), 'with its history')
  const cited = await call('cite', { url: '/v1/commitments?country=CL', style: 'bibtex', lang: 'fr' })
  t.match(cited.data[0]?.citation, /^@/)
  t.match(cited.summary, 'Chili')
  t.equal((await call('describe_dataset', {})).total, service.app.service.datasets.length)
  const described = await call('describe_dataset', { dataset: 'eligibility-scores' })
  t.ok(
    described.data.some(({ filter }) => filter === 'year') && described.data.some(({ column }) => column === 'total')
  )
  t.ok(((await call('indicator', {})).total ?? 0) >= 20)
  const pinned = await call('query_rows', { dataset: 'commitments', filters: { country: 'IE' }, release: '2016-12' })
  t.equal(pinned.release, '2016-12')
})

t.test('what is wrong with a call is told so that the next one is right', async t => {
  const { client, fails } = await assistant(t, await start(t))
  t.match(await fails('query_rows', { dataset: 'commitment' }), /Nearest: commitments/)
  t.match(await fails('query_rows', { dataset: 'commitments', filters: { contry: 'CL' } }), /Nearest: country/)
  t.match(await fails('query_rows', { dataset: 'commitments', filters: { country: 'Chile' } }), /Nearest: CL/)
  t.match(await fails('query_rows', { dataset: 'commitments', filters: { format: 'csv' } }), /is not a filter/)
  t.match(await fails('query_rows', { dataset: 'commitments', limit: 1000 }), /arguments are wrong/)
  t.match(await fails('query_rows', {}), /dataset/)
  t.match(await fails('indicator', { name: 'deliverd' }), /delivered/)
  t.match(await fails('get_record', { dataset: 'countries', id: '../../livez' }), /no row/)
  t.match(await fails('check_figure', { url: 'https://example.org/' }), /url/)
  await t.rejects(client.callTool({ name: 'drop_table', arguments: {} }), { code: -32602 })
})

t.test('the endpoint keeps to its protocol: no streams, no foreign pages, no long bodies, no batches', async t => {
  const { app } = await start(t)
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }
  const post = (payload: string, headers: Record<string, string> = {}) =>
    app.server.inject({
      method: 'POST',
      url: '/mcp',
      payload,
      headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...headers }
    })
  const listed = await post(JSON.stringify(message))
  t.equal(listed.statusCode, 200)
  t.notMatch(listed.body, /"type":\[/, 'no list of types, which some models refuse')
  t.match(listed.headers, { 'content-type': /^application\/json/, 'cache-control': 'no-store' })
  t.equal((await post(JSON.stringify(message), { origin: ORIGIN })).statusCode, 200, 'a page of ours')
  for (const [answer, status, code] of [
    [await post(JSON.stringify(message), { origin: 'https://evil.example' }), 403, -32000],
    [await post(JSON.stringify(message), { origin: 'null' }), 403, -32000],
    [await post('{'), 400, -32700],
    [await post(JSON.stringify([message])), 400, -32600],
    [await post(JSON.stringify({ ...message, method: 'x'.repeat(40_000) })), 413, -32000],
    [await post(JSON.stringify(message), { 'content-type': 'text/plain' }), 415, -32000],
    [await post(JSON.stringify(message), { accept: 'text/html' }), 406, -32000],
    [await app.server.inject({ url: '/mcp', headers: { accept: 'text/event-stream' } }), 405, -32000],
    [await app.server.inject({ method: 'DELETE', url: '/mcp' }), 405, -32000]
  ] as const) {
    t.equal(answer.statusCode, status)
    t.equal(JSON.parse(answer.body).error.code, code)
    if (status === 405) t.equal(answer.headers.allow, 'POST')
  }
  const unknown = await post(JSON.stringify({ ...message, method: 'resources/list' }))
  t.equal(JSON.parse(unknown.body).error.code, -32601)
})

t.test('a page of another site gets nothing here, and a call counts as one request', async t => {
  const { app } = await start(t, { own: 'service', publicUrl: undefined, rateLimit: 2 })
  const call = (origin?: string) =>
    app.server.inject({
      method: 'POST',
      url: '/mcp',
      payload: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'get_record', arguments: { dataset: 'countries', id: 'CL' } }
      }),
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        host: 'evil.example',
        ...(origin ? { origin } : {})
      }
    })
  t.equal((await call('http://evil.example')).statusCode, 403, 'also where it resolves its name to us')
  t.equal((await call('http://localhost:3000')).statusCode, 200)
  const third = await call()
  t.equal(third.statusCode, 429)
  t.equal(JSON.parse(third.body).error.code, -32000)
  t.ok(third.headers['retry-after'])
})

t.test('the SDK of the protocol is loaded when it is first needed, not at the start', t => {
  const folder = new URL('../src/mcp/', import.meta.url)
  for (const name of readdirSync(folder).filter(name => name.endsWith('.ts')))
    t.notMatch(readFileSync(new URL(name, folder), 'utf8'), /^import (?!type ).*'@modelcontextprotocol/m)
  t.end()
})
