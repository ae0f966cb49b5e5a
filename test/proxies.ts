/** Caches and proxies of Debian before the service, with the configurations that are ready for them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Scope } from './process.ts'

/** What clients send that ask for the same, each in its own words; those of a group are answered alike. */
export const GROUPS: Record<string, readonly Record<string, string>[]> = {
  'pages in English': [
    {
      accept:
        'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
      'accept-encoding': 'gzip, deflate, br, zstd',
      'accept-language': 'en-GB,en;q=0.9'
    },
    {
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'de-DE,de;q=0.9'
    },
    {
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
      'accept-encoding': 'br, gzip',
      'accept-language': 'en-US,en;q=0.5'
    }
  ],
  'pages in French': [
    { accept: 'text/html,*/*;q=0.8', 'accept-encoding': 'gzip, br', 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.8' },
    { accept: 'text/html, */*;q=0.1', 'accept-encoding': 'br', 'accept-language': 'fr' }
  ],
  'French as second choice': [
    { accept: 'text/html,*/*;q=0.2', 'accept-encoding': 'br', 'accept-language': 'en;q=0.4, fr;q=0.8' }
  ],
  programs: [
    { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'accept-language': 'en' },
    { accept: '*/*', 'accept-encoding': 'br;q=0, gzip', 'accept-language': '*' }
  ],
  'programs that like JSON': [
    { accept: 'application/json, text/plain, */*', 'accept-encoding': 'gzip', 'accept-language': 'en' },
    { accept: 'application/json,*/*;q=0.5', 'accept-encoding': 'deflate, gzip;q=1.0', 'accept-language': 'es' }
  ],
  'programs that like CSV': [{ accept: 'text/csv', 'accept-encoding': 'identity', 'accept-language': 'en' }]
}
const ready = (name: string) => readFileSync(new URL(`../src/proxies/${name}`, import.meta.url), 'utf8')

export const isHere = (program: string, flag: string) => {
  try {
    execFileSync(program, [flag], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A folder that the accounts of other programs may enter. */
export function proxyFolder(scope: Scope): string {
  const folder = mkdtempSync(join(tmpdir(), 'ogp-proxy-'))
  chmodSync(folder, 0o755)
  scope.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs until the end of the scope. */
export function runProxy(
  scope: Scope,
  program: string,
  args: string[],
  env: Record<string, string> = {}
): ChildProcess {
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } })
  const ended = new Promise(resolve => child.on('close', resolve))
  scope.teardown(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return child
}

/** nginx with the ready configuration, before these ports. */
export function runNginx(scope: Scope, upstreams: readonly string[], port: number, folder: string): ChildProcess {
  const site = ready('nginx.conf')
    .replace('listen 80', `listen 127.0.0.1:${port}`)
    .replace('server api:3000;', upstreams.map(upstream => `server 127.0.0.1:${upstream};`).join(' '))
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
  return runProxy(scope, 'nginx', ['-c', join(folder, 'nginx.conf')])
}

/** Varnish with the ready configuration, before this port. */
export function runVarnish(scope: Scope, upstream: string, port: number, folder: string): ChildProcess {
  const vcl = ready('varnish.vcl').replace('"api"', '"127.0.0.1"').replace('"3000"', `"${upstream}"`)
  writeFileSync(join(folder, 'default.vcl'), vcl)
  const address = ['-a', `127.0.0.1:${port}`]
  const settings = ['-f', join(folder, 'default.vcl'), '-n', join(folder, 'varnish'), '-s', 'malloc,64m']
  return runProxy(scope, 'varnishd', ['-F', '-j', 'none', ...address, ...settings])
}

/** Waits until a program answers at this address; throws where it ends before. */
export async function answering(address: string, program: ChildProcess): Promise<void> {
  while (!(await fetch(address).catch(() => undefined))?.ok) {
    if (program.exitCode !== null) throw new Error(`${program.spawnfile} ended with ${program.exitCode}`)
    await sleep(100)
  }
}
