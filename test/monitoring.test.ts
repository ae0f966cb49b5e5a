import t from 'tap'
import { allowedFrom } from '../src/monitoring/networks.ts'
import { start } from './helper.ts'

t.test('figures tell rate, errors and duration by route and format, and no address that was asked', async t => {
  const { get, app } = await start(t, { metricsFrom: ['loopback'] })
  for (const path of ['/v1/members?limit=1', '/v1/members.csv', '/v1/members?wrong=1', '/v1/members/CL', '/nowhere/x'])
    await get(path)
  await app.server.inject({ url: '/explorer/en', headers: { accept: 'text/html' } })
  const answer = await app.server.inject('/metrics')
  t.equal(answer.statusCode, 200)
  t.match(answer.headers['content-type'], /^text\/plain; version=/)
  const count = (labels: string) =>
    Number(new RegExp(`^ogp_http_request_duration_seconds_count\\{${labels}\\} (\\d+)$`, 'm').exec(answer.body)?.[1])
  t.equal(count('method="GET",route="/v1/members",format="json",status="2xx"'), 1)
  t.equal(count('method="GET",route="/v1/members",format="problem",status="4xx"'), 1)
  t.equal(count('method="GET",route="/explorer/en",format="html",status="2xx"'), 1)
  t.match(answer.body, /^ogp_http_request_duration_seconds_count\{.*format="csv",status="2xx"\} 1$/m)
  t.match(answer.body, /^ogp_database_statement_duration_seconds_count\{outcome="answered"\} [1-9]/m)
  t.match(answer.body, /^ogp_release_published_timestamp_seconds\{release="2026-11"\} \d{10}/m)
  t.match(answer.body, /^ogp_http_requests_under_way 1$/m)
  t.match(answer.body, /^ogp_exports_refused 0$/m)
  t.match(answer.body, /^nodejs_eventloop_lag_seconds /m)
  t.notMatch(answer.body, /nowhere|wrong|limit=|127\.0\.0\.1/)
})

t.test('figures are for the networks that are named, and for nobody behind a proxy', async t => {
  const { app } = await start(t, { metricsFrom: ['loopback'] })
  const status = async (remoteAddress: string, headers = {}) =>
    (await app.server.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  t.equal(await status('127.0.0.1'), 200)
  t.equal(await status('::ffff:127.0.0.1'), 200)
  t.equal(await status('192.0.2.1'), 404)
  t.equal(await status('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }), 404)
  t.equal(await status('127.0.0.1', { via: '1.1 proxy' }), 404)
  const asks = (ip: string, networks: readonly string[] | false, headers = {}) =>
    allowedFrom(networks, true)({ ip, headers })
  t.equal(asks('127.0.0.1', false), false)
  t.equal(asks('10.1.2.3', ['10.0.0.0/8']), true)
  t.equal(asks('11.1.2.3', ['10.0.0.0/8']), false)
  t.equal(asks('192.0.2.7', ['192.0.2.7']), true)
  t.equal(asks('fd00::1', ['uniquelocal']), true)
  t.equal(asks('fe80::1%eth0', ['linklocal']), true)
  t.equal(asks('not an address', ['loopback']), false)
  t.equal(asks('127.0.0.1', ['loopback'], { 'x-forwarded-for': '127.0.0.1' }), true, 'a trusted proxy says who asks')
})

t.test('every answer says how long it took', async t => {
  const { get } = await start(t, { own: 'service' })
  for (const path of ['/v1/members?limit=1', '/v1/members.csv', '/v1/nowhere', '/livez'])
    t.match((await get(path)).headers['server-timing'], /^total;dur=\d+\.\d$/)
})
