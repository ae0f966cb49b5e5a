/**
 * Keeps readers fast beside a long import. The planner counts the pages of a table and takes them to be as full as they
 * were: it plans for rows that no reader sees yet, and lets each reader step over all of them. Statistics taken outside
 * the transaction that writes them say what is to be seen, so that an index on the release is used.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../db/client.ts'

const FIRST_MILLISECONDS = 1000

export type Statistics = {
  /** Renews the statistics of a table while the work fills it; returns what the work does. */
  during<T>(table: string, work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Connects when work takes longer than `first` milliseconds. An import never fails for want of statistics. */
export function openStatistics(url: string, first = FIRST_MILLISECONDS): Statistics {
  const sql = connect(url, { name: 'ogp-open-data statistics' })

  /** At twice the time each: what counts is how many times the table has grown since. */
  async function renew(table: string, until: AbortSignal): Promise<void> {
    for (let pause = first; ; pause *= 2) {
      await sleep(pause, undefined, { signal: until })
      await sql`analyze ${sql(table)}`
    }
  }

  return {
    async during(table, work) {
      const done = new AbortController()
      const renewed = renew(table, done.signal).catch(() => {})
      try {
        return await work()
      } finally {
        done.abort()
        await renewed
      }
    },
    close: () => sql.end({ timeout: 1 })
  }
}
