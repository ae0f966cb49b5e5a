// @ts-check
import { getPriority, setPriority } from 'node:os'

const LOW = 10

/** Lets other threads go first. On Linux a priority is that of one thread; elsewhere it would be the whole process's. */
export function giveWay() {
  if (process.platform !== 'linux' || getPriority() >= LOW) return
  try {
    setPriority(LOW)
  } catch {
    // A sandbox may forbid it, and nothing depends on it.
  }
}
