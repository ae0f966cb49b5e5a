import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get as httpGet } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { notRun, ORIGIN, start } from './helper.ts'
import { freePort } from './process.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const HOST = 'data.example.org'

/** The example of a language, as printed. */
const printed = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(README)?.[1] ?? ''

const isHere = (program: string, flag: string) => {
  try {
    execFileSync(program, [flag], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function folderOf(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'ogp-proxy-'))
  chmodSync(folder, 0o755)
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function run(t: Test, program: string, args: string[], env: Record<string, string> = {}): void {
  const child: ChildProcess = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } })
  const ended = new Promise(resolve => child.on('close', resolve))
  t.teardown(async () => {
    child.kill('SIGTERM')
    await ended
  })
}

/** A service behind a proxy; `origin` is that of the proxy. */
async function behind(t: Test, begin: (upstream: string, port: number, folder: string) => void) {
  const { app } = await start(t, { own: 'service', publicUrl: ORIGIN, trustProxy: ['127.0.0.1'], rateLimit: 50 })
  const { port: upstream } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  const port = await freePort()
  begin(upstream, port, folderOf(t))
  const origin = `http://127.0.0.1:${port}`
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers })
  while (!(await ask('/livez').catch(() => undefined))?.ok) await sleep(100)
  return { ask, origin, stop: () => app.server.close() }
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

t.test('nginx as printed', async t => {
  if (!isHere('nginx', '-v')) return notRun('the configuration of nginx in the README (not installed)')
  const proxy = await behind(t, (upstream, port, folder) => {
    const site = printed('nginx')
      .replace('listen 80', `listen 127.0.0.1:${port}`)
      .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
      .replace('/var/cache/nginx/ogp', join(folder, 'cache'))
    for (const name of ['cache', 'temp']) mkdirSync(join(folder, name))
    for (const name of ['cache', 'temp']) chmodSync(join(folder, name), 0o777)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map(kind => `${kind}_temp_path ${folder}/temp/${kind};`)
      .join(' ')
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log ${folder}/log; events {} http { access_log off; ${temporary} ${site} }`
    )
    run(t, 'nginx', ['-c', join(folder, 'nginx.conf')])
  })
  const { ask, stop } = proxy
  await passesOn(t, proxy)
  t.equal((await ask('/v1/members?limit=2')).headers.get('x-cache'), 'HIT')
  await stop()
  t.equal((await ask('/v1/members?limit=2')).status, 200, 'the cache answers while the service is away')
})

t.test('Varnish as printed, with the line that drops what a release made old', async t => {
  if (!isHere('varnishd', '-V')) return notRun('the configuration of Varnish in the README (not installed)')
  let dir = ''
  const proxy = await behind(t, (upstream, port, folder) => {
    dir = join(folder, 'varnish')
    writeFileSync(join(folder, 'default.vcl'), printed('vcl').replace('"3000"', `"${upstream}"`))
    run(t, 'varnishd', [
      '-F',
      '-j',
      'none',
      '-a',
      `127.0.0.1:${port}`,
      '-f',
      join(folder, 'default.vcl'),
      '-n',
      dir,
      '-s',
      'malloc,64m'
    ])
  })
  const { ask } = proxy
  await passesOn(t, proxy)
  const isHit = async (path: string) => (await ask(path)).headers.get('x-varnish')?.includes(' ') ?? false
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
})

t.test('Caddy as printed', async t => {
  if (!isHere('caddy', 'version')) return notRun('the configuration of Caddy in the README (not installed)')
  const proxy = await behind(t, (upstream, port, folder) => {
    const site = printed('caddyfile')
      .replace(HOST, `http://127.0.0.1:${port}`)
      .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
    run(t, 'caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder
    })
  })
  await passesOn(t, proxy)
})
