/** Loaded into a process that is measured: at its end it writes what it used, as JSON, where BENCH_USAGE says. */
import { writeFileSync } from 'node:fs'

const file = process.env.BENCH_USAGE
// Threads load this too; the process as a whole ends with its main thread.
const { isMainThread } = await import('node:worker_threads')
if (file && isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime } = process.resourceUsage()
    writeFileSync(file, JSON.stringify({ megabytes: maxRSS / 1024, cpuSeconds: userCPUTime / 1e6 }))
  })
}
