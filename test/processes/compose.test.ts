import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { notRun } from '../helper.ts'

const file = fileURLToPath(new URL('../../docker-compose.yml', import.meta.url))

t.test('docker-compose accepts it', async t => {
  try {
    execFileSync('docker-compose', ['--version'], { stdio: 'ignore' })
  } catch {
    notRun('the check of docker-compose.yml with docker-compose (not installed)')
    return
  }
  const config = (env: Record<string, string>) =>
    execFileSync('docker-compose', ['-f', file, 'config', '--quiet'], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: 'pipe'
    })
  config({ OWNER_PASSWORD: 'a', READER_PASSWORD: 'b' })
  t.throws(() => config({}), 'a missing password is an error')
})
