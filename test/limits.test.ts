import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import t from 'tap'
import { PROBLEMS, type Problem } from '../src/http/errors/problems.ts'
import { countedBy } from '../src/http/limits/client-address.ts'
import { shedLoad } from '../src/http/limits/load-shedding.ts'
import { openCounter, REQUESTS_AT_ONCE } from '../src/http/limits/rate-limit.ts'
import { start } from './helper.ts'
import { send } from './sockets.ts'

t.test('a client of IPv6 is its network, and one of IPv4 in other clothes is the same', async t => {
  const counter = openCounter(2)
  const left = (address: string) => counter.take(address).left
  t.equal(left('2001:db8:1:2::1'), 1)
  t.equal(left('2001:DB8:1:2:ffff:ffff:ffff:ffff'), 0, 'another address of the same network')
  t.equal(left('2001:db8:1:3::1'), 1, 'another network of the same site')
  t.equal(left('192.0.2.1'), 1)
  t.equal(left('::ffff:192.0.2.1'), 0)
  t.equal(left('fe80::1%eth0'), 1)
  const names = (address: string) => countedBy(address).map(({ name }) => name)
  t.same(names('::1'), ['0:0:0:0::/64', '0:0:0::/48'])
  t.same(names('2001:0db8::7'), ['2001:db8:0:0::/64', '2001:db8:0::/48'])
  t.same(names('no address'), ['no address'])
})

t.test('networks that one site makes up as it goes are bounded together', async t => {
  const counter = openCounter(2)
  const granted = Array.from({ length: 100 }, (_, at) => counter.take(`2001:db8:9:${at.toString(16)}::1`).left >= 0)
  t.equal(granted.filter(Boolean).length, 32)
})

t.test('what is remembered of clients is bounded, and who asks often is not forgotten', async t => {
  const counter = openCounter(10, 100)
  let left = Number.NaN
  for (let at = 0; at < 10_000; at++) {
    if (at % 50 === 0) left = counter.take('192.0.2.1').left
    counter.take(`10.0.${at >> 8}.${at & 255}`)
  }
  t.equal(counter.size(), 100)
  t.ok(left < 0)
})

t.test('a page costs what a person does: one request, however much it looks up', async t => {
  const { get } = await start(t, { rateLimit: 10 })
  for (const remaining of [9, 8]) {
    const page = await get('/explorer/en', { headers: { accept: 'text/html' } })
    t.equal(page.statusCode, 200)
    t.match(page.headers.ratelimit, new RegExp(`r=${remaining};`))
  }
})

t.test('one client has so many answers under way and no more, and another is served beside it', async t => {
  let finish = () => {}
  const finished = new Promise<void>(resolve => (finish = resolve))
  const { app } = await start(t, {
    rateLimit: 1000,
    beforeRoutes: async api => {
      api.get('/v1/waits', async () => finished.then(() => 'done'))
    }
  })
  const ask = async (remoteAddress: string) => app.server.inject({ url: '/v1/waits', remoteAddress })
  const underWay = Array.from({ length: REQUESTS_AT_ONCE }, () => ask('192.0.2.1'))
  const refused = await ask('192.0.2.1')
  t.match(refused, { statusCode: 429, headers: { 'retry-after': '1' } })
  t.match(refused.json().detail, /are being answered already/)
  const other = ask('192.0.2.2')
  finish()
  for (const answer of [...underWay, other]) t.equal((await answer).statusCode, 200)
  t.equal((await ask('192.0.2.1')).statusCode, 200, 'and when they are answered, others may come')
})

t.test('a request that comes by drops loses its connection', async t => {
  const { app } = await start(t, { own: 'service', requestMilliseconds: 300 })
  const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  for (const beginning of [
    'GET /v1/members HTTP/1.1\r\nHost: a\r\nX-Slow: ',
    'POST /v1/reconcile HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nq'
  ]) {
    const socket = connect(Number(port), '127.0.0.1').setEncoding('latin1')
    let answer = ''
    socket.on('data', text => (answer += text)).write(beginning)
    await once(socket, 'close')
    t.match(answer, /^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/)
  }
})

t.test('an address that is too long is a 414 and headers are a 431, however they are cut into packets', async t => {
  const { app } = await start(t, { own: 'service' })
  const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  const long = 'a'.repeat(20_000)
  for (const piece of [Number.POSITIVE_INFINITY, 8000, 3000]) {
    const ask = (text: string) => send(Number(port), text, piece)
    t.match(await ask(`GET /v1/members?q=${long} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 414 /)
    t.match(await ask(`GET /livez HTTP/1.1\r\nHost: a\r\nX: ${long}\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 431 /)
    const almost = long.slice(0, 16_000)
    t.match(
      await ask(`GET /livez HTTP/1.1\r\nHost: a\r\nX: ${almost}\r\nConnection: close\r\n\r\n`),
      /^HTTP\/1\.1 200 /
    )
  }
})

t.test('a process that is late refuses what comes anew, says that it lives, and recovers', async t => {
  const app = Fastify()
  t.teardown(() => app.close())
  await shedLoad(app, 50, 200)
  app.setErrorHandler((error, _request, reply) => {
    const { code, headers } = error as Problem
    return reply.code(PROBLEMS[code].status).headers(headers).send(code)
  })
  for (const path of ['/livez', '/anything']) app.get(path, async () => 'ok')
  const status = async (url: string) => (await app.inject(url)).statusCode
  const beLate = () => {
    for (const end = performance.now() + 100; performance.now() < end; );
  }
  let refused = await app.inject('/anything')
  while (refused.statusCode !== 503) {
    beLate()
    await new Promise(setImmediate)
    refused = await app.inject('/anything')
  }
  t.match(refused, { statusCode: 503, body: 'service-unavailable', headers: { 'retry-after': /^\d+$/ } })
  t.equal(await status('/livez'), 200)
  while ((await status('/anything')) !== 200) await new Promise(resolve => setTimeout(resolve, 50))
})
