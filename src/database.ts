/** Opens the database the configuration asks for, with its tables and at least one release in it. */

import { loadSeeds } from '../seeds/load.ts'
import type { Config } from './config.ts'
import { type Embedded, openEmbedded } from './db/embedded/embedded.ts'
import { prepareDatabase } from './db/migrate.ts'

export type Database = {
  /** The primary first, then its replicas. */
  urls: readonly string[]
  close(): Promise<void>
}

type Options = { env: Record<string, string | undefined>; name: string; guest?: boolean; say: (line: string) => void }

/** An embedded server, or yours. Throws an Error whose message is one line for the operator. */
export async function openDatabase(config: Config, options: Options): Promise<Database> {
  const { say } = options
  const embedded: Embedded | undefined = config.databaseUrl
    ? undefined
    : await openEmbedded({ dataDir: config.dataDir, ...options })
  const url = config.databaseUrl ?? embedded?.url ?? ''
  try {
    await prepareDatabase(url, say)
    await loadSeeds(url, say)
  } catch (error) {
    await embedded?.close()
    throw error
  }
  return { urls: [url, ...config.replicaUrls], close: async () => embedded?.close() }
}
