/** Publishes the seeds as the first releases of an empty database. */
import { connect } from '../src/db/client.ts'
import { publish } from '../src/import/publish/publish.ts'
import { describeFault } from '../src/import/validate.ts'
import { readSeeds, SEED_RELEASES, seedTables } from './read.ts'

/** Loads the seeds unless a release exists; tells whether it did. Throws when a seed breaks a rule. */
export async function loadSeeds(url: string, say: (line: string) => void): Promise<boolean> {
  const sql = connect(url, { name: 'ogp-open-data seed', readOnly: true })
  const known = await sql`select from releases limit 1`.finally(() => sql.end())
  if (known.length > 0) return false
  const seeds = await Promise.all(seedTables.map(async table => ({ table, ...(await readSeeds(table)) })))
  const faults = seeds.flatMap(seed => seed.faults)
  if (faults.length > 0) throw new Error(`the seeds break their rules:\n${faults.map(describeFault).join('\n')}`)
  for (const release of SEED_RELEASES) {
    say(`publishing release ${release.id}`)
    await publish(
      url,
      release,
      seeds.map(({ table, at }) => ({ table, rows: at(release.id), complete: true }))
    )
  }
  return true
}
