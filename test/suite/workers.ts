/** Gives test files to processes, and hears in TAP how they fare. */
import { fork } from 'node:child_process'
import { statSync } from 'node:fs'
import { Parser, type Result } from 'tap-parser'
import { LAST, type Message, NEXT } from './messages.ts'
import type { Report } from './report.ts'

/** A process that has said nothing for so long hangs, however slow the machine is. */
const SILENT_MILLISECONDS = 30 * 60_000

export type Order = {
  files: readonly string[]
  /** How many processes run beside each other. */
  processes: number
  env: Record<string, string>
  report: Report
  /** Ends all of it. */
  signal: AbortSignal
}

/** Hears the innermost failures; what tests print is passed on. */
function listen(parser: Parser, onFailure: (result: Result) => void): void {
  let isKnown = false
  parser.on('child', child =>
    listen(child, result => {
      isKnown = true
      onFailure(result)
    })
  )
  parser.on('extra', text => process.stdout.write(text))
  parser.on('assert', result => {
    if (!result.ok && !result.todo && !result.skip && !(result.closingTestPoint && isKnown)) onFailure(result)
    if (result.closingTestPoint) isKnown = false
  })
}

/** Runs files of the queue in one process, until none is left or the process is no more. */
function work(queue: string[], { env, report, signal }: Order): Promise<void> {
  const child = fork(new URL('worker.ts', import.meta.url), {
    // Answers are large and short-lived: with the 16 MB of Node much of them is copied before it is thrown away.
    execArgv: ['--max-semi-space-size=64', '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
    killSignal: 'SIGKILL',
    signal
  })
  /** What it was given and of which we have not read the end: the parser keeps a result until something follows. */
  const given: { file: string; began: number; ended?: number }[] = []
  const current = () => given[0]?.file ?? ''
  const endCurrent = () => {
    const { file, began, ended = Date.now() } = given.shift() ?? { file: '', began: 0 }
    report.fileEnded(file, ended - began)
  }
  const patience = setTimeout(() => {
    report.failed(current(), 'it hangs', `nothing was heard for ${SILENT_MILLISECONDS / 60_000} minutes`)
    child.kill('SIGKILL')
  }, SILENT_MILLISECONDS)

  const parser = new Parser()
  listen(parser, ({ fullname, diag }) => report.failed(current(), fullname, diag))
  parser.on('assert', result => {
    if (result.name !== LAST) return report.tested(current(), result)
    endCurrent()
  })
  child.stdout?.on('data', bytes => {
    patience.refresh()
    parser.write(bytes)
  })
  let hasStarted = false
  child.on('message', message => {
    if (message !== NEXT) return
    hasStarted = true
    const last = given.at(-1)
    if (last) last.ended = Date.now()
    const file = queue.shift()
    if (file) given.push({ file, began: Date.now() })
    child.send((file ? { file } : {}) satisfies Message)
  })
  child.on('error', () => {})
  return new Promise(resolve =>
    child.on('close', (code, by) => {
      clearTimeout(patience)
      parser.end()
      if (given.length > 0 || !hasStarted) {
        report.failed(current(), 'its process has ended', `with ${by ?? `exit code ${code}`}`)
        endCurrent()
      }
      // What does not start would not start the next time either.
      if (!hasStarted || signal.aborted) queue.length = 0
      resolve()
    })
  )
}

/** Runs all files; a process that dies is replaced. */
export async function runFiles(order: Order): Promise<void> {
  // The largest first: a long one that came last would run alone.
  const queue = order.files.toSorted((one, other) => statSync(other).size - statSync(one).size)
  const keepWorking = async () => {
    while (queue.length > 0) await work(queue, order)
  }
  await Promise.all(Array.from({ length: Math.min(order.processes, order.files.length) }, keepWorking))
}
