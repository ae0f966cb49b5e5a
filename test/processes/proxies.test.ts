import { type ChildProcess, execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { get as httpGet } from 'node:http'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { notRun, ORIGIN, start } from '../helper.ts'
import { freePort } from '../process.ts'
import { answering, GROUPS, isHere, proxyFolder, runNginx, runProxy, runVarnish } from '../proxies.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const HOST = 'data.example.org'

/** The example of a language, as printed. */
const printed = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(README)?.[1] ?? ''

const PATHS = ['/', '/v1/members?limit=2', '/v1/members.csv', '/v1/members.csv?labels=true', '/explorer', '/docs']

/** A service behind a proxy; `origin` is that of the proxy. */
async function behind(
  t: Test,
  begin: (upstream: string, port: number, folder: string) => ChildProcess,
  { rateLimit = 50 } = {}
) {
  const { app } = await start(t, { own: 'service', publicUrl: ORIGIN, trustProxy: ['127.0.0.1'], rateLimit })
  const direct = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const { port: upstream } = new URL(direct)
  const port = await freePort()
  const program = begin(upstream, port, proxyFolder(t))
  const origin = `http://127.0.0.1:${port}`
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers })
  await answering(`${origin}/livez`, program)
  return { ask, origin, direct, stop: () => app.server.close() }
}

/** One copy for all who ask for the same, and to each what the service itself would have given. */
async function sharesCopies(t: Test, { ask, direct }: Awaited<ReturnType<typeof behind>>) {
  const said = async (answer: Response) => ({
    status: answer.status,
    type: answer.headers.get('content-type'),
    language: answer.headers.get('content-language'),
    body: await answer.text()
  })
  for (const path of PATHS) {
    for (const [group, clients] of Object.entries(GROUPS)) {
      const seen: (string | null)[] = []
      for (const headers of clients) {
        const [through, own] = await Promise.all([
          ask(path, { ...headers }),
          fetch(direct + path, { headers, redirect: 'follow' })
        ])
        seen.push(through.headers.get('x-cache'))
        t.same(await said(through), await said(own), `${path} for ${group}: ${headers['accept-language']}`)
      }
      t.same(
        seen.slice(1),
        seen.slice(1).map(() => 'HIT'),
        `${path} for ${group}`
      )
    }
  }
}

/** What holds of every proxy. */
async function passesOn(t: Test, { ask, origin }: Awaited<ReturnType<typeof behind>>) {
  const evil = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', 'x-forwarded-for': '192.0.2.1' }
  const answer = await ask('/v1/members?limit=2', evil)
  const { links } = (await answer.json()) as { links: Record<string, string> }
  t.equal(links.first, `${ORIGIN}/v1/members?limit=2`, 'links lead to the public address')
  const { headers } = answer
  t.equal((await ask('/v1/members?limit=2', { 'if-none-match': headers.get('etag') ?? '' })).status, 304)
  const csv = await ask('/v1/members.csv', { 'accept-encoding': 'identity' })
  const lines = (await csv.text()).split('\r\n').length - 2
  t.equal(Number(csv.headers.get('row-count')), lines, 'an export is whole')
  const long = `/v1/members?country=${Array.from({ length: 400 }, () => 'CL').join()}&fields=id`
  t.ok([200, 400].includes((await ask(long)).status), 'a long address is no 502')
  const left = (spoofed: string) =>
    new Promise<number>((resolve, reject) => {
      // From an address that is no proxy of ours.
      const options = { localAddress: '127.0.0.2', headers: { 'x-forwarded-for': spoofed } }
      httpGet(`${origin}/v1/status`, options, answer => {
        answer.resume()
        resolve(Number(/r=(\d+)/.exec(String(answer.headers.ratelimit))?.[1]))
      }).on('error', reject)
    })
  t.ok((await left('192.0.2.2')) > (await left('192.0.2.3')), 'a forged address has no limit of its own')
}

t.test('nginx as it is ready', async t => {
  if (!isHere('nginx', '-v')) return notRun('the configuration of nginx (not installed)')
  const proxy = await behind(t, (upstream, port, folder) => runNginx(t, [upstream], port, folder))
  const { ask, stop } = proxy
  await passesOn(t, proxy)
  t.equal((await ask('/v1/members?limit=2')).headers.get('x-cache'), 'HIT')
  await stop()
  t.equal((await ask('/v1/members?limit=2')).status, 200, 'the cache answers while the service is away')
})

t.test('nginx keeps one copy for all who ask for the same, of several processes', async t => {
  if (!isHere('nginx', '-v')) return notRun('the copies that nginx keeps (not installed)')
  const { app } = await start(t, { own: 'service', publicUrl: ORIGIN, trustProxy: ['127.0.0.1'] })
  const { port: other } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  const begin = (upstream: string, port: number, folder: string) => runNginx(t, [upstream, other], port, folder)
  const proxy = await behind(t, begin, { rateLimit: 0 })
  await sharesCopies(t, proxy)
  await proxy.stop()
  for (let limit = 3; limit < 9; limit++)
    t.equal(
      (await proxy.ask(`/v1/members?limit=${limit}`)).status,
      200,
      'what one process no longer answers another does'
    )
})

t.test('Varnish as it is ready, with the line that drops what a release made old', async t => {
  if (!isHere('varnishd', '-V')) return notRun('the configuration of Varnish (not installed)')
  let dir = ''
  const proxy = await behind(t, (upstream, port, folder) => {
    dir = join(folder, 'varnish')
    return runVarnish(t, upstream, port, folder)
  })
  const { ask, stop } = proxy
  await passesOn(t, proxy)
  const isHit = async (path: string) => (await ask(path)).headers.get('x-cache') === 'HIT'
  const paths = ['/v1/members?limit=3', '/v1/members?limit=3&release=2016-12']
  for (const path of paths) await ask(path)
  const [, condition = ''] = /varnishadm (ban '[^']+')/.exec(README) ?? []
  const ban = (release: string) =>
    execFileSync('varnishadm', [
      '-n',
      dir,
      ...condition
        .replace('2026-11', release)
        .replace(/'/g, '')
        .split(/(?<=^ban) /)
    ])
  for (const path of paths) t.ok(await isHit(path), path)
  ban('2026-11')
  for (const path of paths) t.ok(await isHit(path), `${path} after a ban that names its release`)
  ban('2026-12')
  t.notOk(await isHit(paths[0] ?? ''), 'what a newer release made old is asked for again')
  t.ok(await isHit(paths[1] ?? ''), 'what is pinned is kept')
  await stop()
  t.equal((await ask(paths[1] ?? '')).status, 200, 'the cache answers while the service is away')
})

t.test('Varnish keeps one copy for all who ask for the same', async t => {
  if (!isHere('varnishd', '-V')) return notRun('the copies that Varnish keeps (not installed)')
  const begin = (upstream: string, port: number, folder: string) => runVarnish(t, upstream, port, folder)
  await sharesCopies(t, await behind(t, begin, { rateLimit: 0 }))
})

t.test('Caddy as printed', async t => {
  if (!isHere('caddy', 'version')) return notRun('the configuration of Caddy in the README (not installed)')
  const proxy = await behind(t, (upstream, port, folder) => {
    const site = printed('caddyfile')
      .replace(HOST, `http://127.0.0.1:${port}`)
      .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
    return runProxy(t, 'caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder
    })
  })
  await passesOn(t, proxy)
})
