/** OGP's real files, and what was normalised from them by other hands; beside the project, where they are at all. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { notRun } from '../helper.ts'

const SHARED = resolve(import.meta.dirname, '../../../shared/data')

export const FILES = {
  commitments2016: resolve(SHARED, 'ogp-public/explorer-2015-2016/ogpirm_live_data.csv'),
  process2016: resolve(SHARED, 'ogp-public/explorer-2015-2016/process_database_2016-07.csv'),
  commitments2024: resolve(
    SHARED,
    'ogp-public/commitments-2024-open-parliament/open_parliament_commitments_2024-07.csv'
  )
}

/** A reason to skip, said at the end of the run as well; false where the files are there. */
export function withoutRealFiles(): string | false {
  if (Object.values(FILES).every(file => existsSync(file))) return false
  const reason = 'OGP’s real files are not in ../shared/data: their import is not compared with the reference'
  notRun(reason)
  return reason
}

export type Reference = Record<string, string>

/** A table of reference, as texts. */
export const reference = (name: string): Reference[] =>
  parse(readFileSync(resolve(SHARED, `reference/${name}.csv`)), { columns: true })
