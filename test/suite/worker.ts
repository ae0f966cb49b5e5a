/** Runs the test files that it is given, one after another, so that the project is loaded once for many of them. */
import './plain-promises.ts'

import { on } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { closeShared } from '../helper.ts'
import { LAST, type Message, NEXT } from './messages.ts'

process.once('disconnect', () => process.exit(1))
// A slow machine is no failure; whoever started this process ends it when nothing comes any more.
t.setTimeout(0)
// Tap lets the process end while its channel is open and nothing else is under way.
setInterval(() => {}, 60_000)
const ask = () => process.send?.(NEXT)
ask()
for await (const [{ file }] of on(process, 'message') as AsyncIterable<[Message]>) {
  if (!file) break
  await import(pathToFileURL(resolve(file)).href).catch(error => t.fail('the file cannot be loaded', { error }))
  // Tests of the process run one after another, this one behind those of the file.
  await t.test(LAST, async () => {})
  ask()
}
await closeShared()
t.end()
process.stdout.write('', () => process.exit())
