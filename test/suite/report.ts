/** What a run of tests prints: a line for each file, every failure in full, and the count at the end. */
import { relative } from 'node:path'
import { inspect } from 'node:util'
import type { Result } from 'tap-parser'

export type Report = {
  fileEnded(file: string, milliseconds: number): void
  /** A test of a file has ended. */
  tested(file: string, result: Result): void
  /** An assertion failed, or a test by itself, with what is known of it. */
  failed(file: string, name: string, diagnosis: unknown): void
  /** Prints the count; tells whether all is well. */
  end(): boolean
}

type Tally = { passed: number; failed: number; skipped: number }

const indent = (text: string) => text.replace(/^(?=.)/gm, '    ')
const lineOf = ([name, value]: [string, unknown]) =>
  typeof value === 'string'
    ? `${name}: ${value.replace(/^(?=.*\n)/, '\n')}`
    : `${name}: ${inspect(value, { depth: 6 })}`
const explain = (diagnosis: unknown) =>
  typeof diagnosis === 'object' && diagnosis !== null
    ? Object.entries(diagnosis).map(lineOf).join('\n')
    : String(diagnosis ?? '')
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
const count = ({ passed, failed, skipped }: Tally) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

export function openReport(say: (line: string) => void): Report {
  const began = Date.now()
  const tallies = new Map<string, Tally>()
  const failures: string[] = []
  const tallyOf = (file: string): Tally => {
    const tally = tallies.get(file) ?? { passed: 0, failed: 0, skipped: 0 }
    tallies.set(file, tally)
    return tally
  }
  return {
    fileEnded: (file, milliseconds) => say(`${relative('', file)}: ${count(tallyOf(file))}, ${seconds(milliseconds)}`),
    tested(file, { ok, skip, todo }) {
      const tally = tallyOf(file)
      if (skip || todo) tally.skipped++
      else if (ok) tally.passed++
      else tally.failed++
    },
    failed(file, name, diagnosis) {
      const what = `✗ ${relative('', file)} > ${name}`
      failures.push(what)
      say(`${what}\n${indent(explain(diagnosis))}`)
    },
    end() {
      const sum = { passed: 0, failed: 0, skipped: 0 }
      for (const tally of tallies.values()) {
        for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += tally[key]
      }
      // A process that died has failed without a test that says so.
      if (failures.length > 0) sum.failed = Math.max(sum.failed, 1)
      if (failures.length > 0) say(`\n${failures.join('\n')}`)
      say(
        `\n${tallies.size} files in ${seconds(Date.now() - began)}${sum.skipped > 0 ? `, ${sum.skipped} tests skipped` : ''}`
      )
      say(`${sum.passed} passed, ${sum.failed} failed`)
      return sum.failed === 0 && sum.passed > 0
    }
  }
}
