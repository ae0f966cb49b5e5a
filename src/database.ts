/** Opens the database the configuration asks for, with its tables and at least one release in it. */

import { loadSeeds } from '../seeds/load.ts'
import type { Config } from './config.ts'
import { type Embedded, openEmbedded } from './db/embedded/embedded.ts'
import { prepareDatabase } from './db/migrate.ts'
import { prepareReader } from './db/reader-role.ts'

export type Database = {
  /** Of the owner, who writes. */
  url: string
  /** Where the service reads: the primary first, then its replicas. */
  readUrls: readonly string[]
  close(): Promise<void>
}

type Options = {
  env: Record<string, string | undefined>
  name: string
  guest?: boolean
  say: (line: string) => void
  /** Leave the database as it is: neither migrated nor seeded. */
  asItIs?: boolean
}

/** An embedded server, or yours. Throws an Error whose message is one line for the operator. */
export async function openDatabase(config: Config, options: Options): Promise<Database> {
  const { say, asItIs = false, ...more } = options
  const embedded: Embedded | undefined = config.databaseUrl
    ? undefined
    : await openEmbedded({ dataDir: config.dataDir, postgresBin: config.postgresBin, say, ...more })
  const url = config.databaseUrl ?? embedded?.url ?? ''
  const close = async () => embedded?.close()
  if (asItIs) return { url, readUrls: [url, ...config.replicaUrls], close }
  try {
    await prepareDatabase(url, say)
    await loadSeeds(url, say)
    const readUrl = embedded?.owner ? await prepareReader(url) : url
    return { url, readUrls: [readUrl, ...config.replicaUrls], close }
  } catch (error) {
    await close()
    throw error
  }
}
