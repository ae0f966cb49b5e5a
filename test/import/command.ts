/** Commands as operators call them, without a process for each: loading one takes longer than most of them work. */
import { format } from 'node:util'
import { runCommand } from '../../src/command.ts'

/** Runs a command on this database, or as these settings say; returns its exit code, and all that it printed in the order of printing. */
export async function command(
  on: { url: string } | { env: Record<string, string> },
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const { log, error } = console
  const { write, isTTY } = process.stderr
  let output = ''
  const keep = (...values: unknown[]) => {
    output += `${format(...values)}\n`
  }
  Object.assign(console, { log: keep, error: keep })
  const keepText = (text: string) => {
    output += text
    return true
  }
  Object.assign(process.stderr, { write: keepText, isTTY: false })
  try {
    const code = await runCommand(args, 'env' in on ? on.env : { DATABASE_URL: on.url })
    return { code, output }
  } finally {
    Object.assign(console, { log, error })
    Object.assign(process.stderr, { write, isTTY })
  }
}
