/** Releases taken back: they stay listed, answer 410, and what only they held is deleted. */
import { connect } from '../../db/client.ts'
import { tables } from '../../db/tables.ts'
import { PUBLISH_LOCK, type Transaction } from './publish.ts'

export type ListedRelease = {
  seq: number
  id: string
  title: string
  date: string
  status: 'published' | 'dropped'
  current: boolean
}

/** The release cannot be taken back; the message says why. */
export class UndoError extends Error {}

const readReleases = async (tx: Transaction): Promise<ListedRelease[]> => {
  const rows = await tx<
    Omit<ListedRelease, 'current'>[]
  >`select seq, id, title, date, status from releases order by seq desc`
  const current = rows.find(({ status }) => status === 'published')?.seq
  return rows.map(row => ({ ...row, current: row.seq === current }))
}

const locked = async <T>(url: string, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const sql = connect(url, { name: 'ogp-open-data releases', bulk: true })
  try {
    return (await sql.begin(async tx => {
      await tx`select pg_advisory_xact_lock(${PUBLISH_LOCK})`
      return work(tx)
    })) as T
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** All releases, the newest first. */
export const listReleases = (url: string): Promise<ListedRelease[]> => locked(url, readReleases)

/** Withdraws a release that is not the current one. Throws an UndoError when there is none of this name. */
export const dropRelease = (url: string, id: string): Promise<ListedRelease> =>
  locked(url, async tx => {
    const found = publishedOf(await readReleases(tx), id)
    if (found.current) throw new UndoError(`release "${id}" is the current one; take it back with rollback`)
    await withdraw(tx, found)
    return found
  })

/** Withdraws the current release: the one before is current again. Throws an UndoError when there is none before. */
export const rollback = (url: string): Promise<{ withdrawn: ListedRelease; current: ListedRelease }> =>
  locked(url, async tx => {
    const [withdrawn, current] = (await readReleases(tx)).filter(({ status }) => status === 'published')
    if (!withdrawn || !current) throw new UndoError('there is no release before the current one')
    for (const table of Object.keys(tables)) {
      await tx`delete from ${tx(table)} where valid_from > ${current.seq}`
      await tx`update ${tx(table)} set valid_to = null where valid_to > ${current.seq}`
    }
    await withdraw(tx, withdrawn)
    return { withdrawn, current: { ...current, current: true } }
  })

function publishedOf(releases: readonly ListedRelease[], id: string): ListedRelease {
  const found = releases.find(release => release.id === id)
  if (found?.status === 'published') return found
  const names = releases.filter(({ status }) => status === 'published').map(release => release.id)
  throw new UndoError(
    `release "${id}" ${found ? 'was dropped already' : 'does not exist'}; there are ${names.join(', ')}`
  )
}

async function withdraw(tx: Transaction, { seq }: ListedRelease): Promise<void> {
  await tx`update releases set status = 'dropped', dropped_at = now() where seq = ${seq}`
  for (const table of Object.keys(tables)) {
    await tx`delete from ${tx(table)} t where not exists (select from releases r where r.status = 'published'
      and r.seq >= t.valid_from and (t.valid_to is null or r.seq < t.valid_to))`
  }
}
