/** Damaged files, one after the other: each ends with a clean report, and in a whole release or none. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { loadSeeds } from '../../seeds/load.ts'
import { buildApp } from '../../src/app.ts'
import { connect } from '../../src/db/client.ts'
import { openEmbedded } from '../../src/db/embedded/embedded.ts'
import { prepareDatabase } from '../../src/db/migrate.ts'
import { FileError } from '../../src/import/files/file.ts'
import { importFiles } from '../../src/import/import.ts'
import { columnsOf, LayoutError } from '../../src/import/layouts/layout.ts'
import { PublishError } from '../../src/import/publish/publish.ts'
import { contractFaults } from '../contract.ts'
import { corrupt, DAMAGES } from '../hardship.ts'
import { folder } from '../process.ts'
import { layout, row2016, write } from '../synthetic.ts'
import type { Part } from './run.ts'

const ROWS = 300
const CORRUPTIONS = 1000
const CLEAN = [FileError, LayoutError, PublishError]

export const damage: Part = {
  title: `files with up to ${CORRUPTIONS} corruptions`,
  number: 200,
  async work(soak) {
    const dir = await folder(soak)
    const dataDir = join(dir, 'data')
    const { url, close } = await openEmbedded({ dataDir, env: process.env, name: 'soak', say: () => {} })
    soak.teardown(close)
    await prepareDatabase(url, () => {})
    await loadSeeds(url, () => {})
    const config = {
      busyMilliseconds: 0,
      columnsMegabytes: 256,
      dataDir,
      metricsFrom: false as const,
      publicUrl: undefined,
      rateLimit: 0,
      stopSeconds: 30,
      trustProxy: false as const
    }
    const app = await buildApp({ config, databaseUrls: [url], logger: pino({ level: 'silent' }) })
    soak.teardown(() => app.server.close())
    const sql = connect(url, { name: 'soak' })
    soak.teardown(() => sql.end())
    const releases = async () => Number((await sql`select count(*) from releases`)[0]?.count)

    const outcomes: Record<string, number> = {}
    const file = join(dir, 'damaged.csv')
    let refused = 0
    let count = 0
    for (; count < soak.number && !soak.isOver(); count++) {
      const text = (at: number) => `Synthetic text, "quoted", of ${at}, revision ${count}\nin two lines`
      const rows = Array.from({ length: ROWS }, (_, at) => row2016(at, { 'Full Text': text(at) }))
      // A torn quote ends the reading, so that most runs must leave some kinds of damage to others.
      const kinds = DAMAGES.filter(() => soak.random() < 0.4)
      const corruptions = count % 2 ? CORRUPTIONS : Math.ceil(CORRUPTIONS ** soak.random())
      const columns = columnsOf(layout('commitments-2016'))
      const whole = write(columns, rows)
      // Without its header a file is not read at all: every other one keeps it.
      const kept = soak.random() < 0.5 ? write(columns, []).length : 0
      const damaged = corrupt(whole.subarray(kept), corruptions, soak.random, kinds.length > 0 ? kinds : DAMAGES)
      await writeFile(file, Buffer.concat([whole.subarray(0, kept), damaged]))

      const before = await releases()
      const release = { id: `run-${count}`, title: 'A long run', date: '2026-11-24' }
      const report = await importFiles(url, { files: [file], release }).catch((error: unknown) => error as Error)
      const isError = report instanceof Error
      if (isError && !CLEAN.some(kind => report instanceof kind)) soak.violation(`run ${count}: ${report.stack}`)
      const outcome = isError ? report.constructor.name : report.outcome
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      const published = !isError && report.published
      if ((await releases()) - before !== (published ? 1 : 0)) soak.violation(`run ${count}: a release too many or few`)
      if (!isError) refused += report.refusedRows
      await app.service.releases.refresh()
      if (published && app.service.releases.current().id !== release.id) soak.violation(`run ${count}: not current`)
      for (const path of ['/v1/commitments?sort=-title&limit=1000', '/v1/irm-assessments?plan=CL-9', '/v1/releases']) {
        const answer = await app.server.inject(path)
        const faults = answer.statusCode === 200 ? contractFaults('GET', path, answer) : [String(answer.statusCode)]
        if (faults.length > 0) soak.violation(`run ${count}: ${path}: ${faults.join('; ')}`)
      }
      if (count % 50 === 49) soak.say(`${count + 1} files: ${JSON.stringify(outcomes)}`)
    }
    soak.say(`${count} files: ${JSON.stringify(outcomes)}; ${refused} rows refused one by one`)
  }
}
