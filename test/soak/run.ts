/** One part of a long run: bounded in number and time, reproducible from its seed, cleaned up whatever happens. */
import type { Scope } from '../process.ts'

export type Soak = Scope & {
  /** How often the part does what it does. */
  number: number
  seed: number
  /** From 0 up to 1; follows from the seed. */
  random: () => number
  /** The seconds are up: what is under way is finished, nothing new is begun. */
  isOver(): boolean
  say(line: string): void
  /** Something happened that must never happen. */
  violation(line: string): void
}

export type Part = {
  title: string
  /** How often, unless the command says otherwise. */
  number: number
  work: (soak: Soak) => Promise<void>
}

type Options = { number: number; seconds: number; seed: number; random: () => number; signal: AbortSignal }

/** Runs a part; returns its violations. */
export async function runPart(part: Part, { seconds, signal, ...given }: Options): Promise<string[]> {
  const violations: string[] = []
  const undo: (() => unknown)[] = []
  const end = Date.now() + seconds * 1000
  const soak: Soak = {
    ...given,
    isOver: () => signal.aborted || Date.now() > end,
    say: line => console.log(`  ${line}`),
    violation(line) {
      violations.push(line)
      console.log(`  VIOLATION: ${line}`)
    },
    teardown: work => undo.push(work)
  }
  try {
    await part.work(soak)
  } catch (error) {
    soak.violation(`it ended early: ${(error as Error).stack}`)
  } finally {
    for (const work of undo.reverse()) await work()
  }
  return violations
}
