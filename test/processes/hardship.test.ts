import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { FileError } from '../../src/import/files/file.ts'
import { importFiles } from '../../src/import/import.ts'
import { LayoutError } from '../../src/import/layouts/layout.ts'
import { PublishError } from '../../src/import/publish/publish.ts'
import { chance, corrupt } from '../hardship.ts'
import { connection, start } from '../helper.ts'
import { COMMAND, run } from '../process.ts'
import { pathFor, row2016, writeFile } from '../synthetic.ts'

const RUNS = 12
const ROWS = 60
const KILLS = 4

const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    row2016(at, { 'Full Text': `Synthetic text, "quoted", of ${at}\nin two lines` })
  )

t.test('a damaged file ends with a clean report, and in a whole release or none', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const sql = connection(t, url)
  const whole = readFileSync(writeFile(t, 'commitments-2016', many(ROWS)))
  const random = chance(2016)
  const outcomes = new Set<string>()
  for (let count = 1; count <= RUNS; count++) {
    const file = pathFor(t, 'damaged.csv')
    writeFileSync(file, corrupt(whole, Math.ceil(random() * 3 ** (count % 6)), random))
    const [before] = await sql<{ count: number }[]>`select count(*)::int from releases`
    const report = await importFiles(url, {
      files: [file],
      release: { id: `run-${count}`, title: 'A test', date: '2026-11-24' }
    }).catch((error: unknown) => error as Error)
    const isClean =
      !(report instanceof Error) || [FileError, LayoutError, PublishError].some(kind => report instanceof kind)
    t.ok(isClean, `run ${count}`, { report })
    outcomes.add(report instanceof Error ? report.constructor.name : report.outcome)
    const [after] = await sql<{ count: number }[]>`select count(*)::int from releases`
    const published = !(report instanceof Error) && report.published ? 1 : 0
    t.equal((after?.count ?? 0) - (before?.count ?? 0), published)
    if (!published) continue
    await app.service.releases.refresh()
    t.equal((await json('/v1/commitments?plan=CL-9&limit=1')).meta.release, `run-${count}`)
  }
  t.ok(outcomes.has('published'), [...outcomes].join())
  t.ok(outcomes.size > 1, [...outcomes].join())
})

t.test('a killed import leaves the old release whole, and the next one succeeds', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const imported = 1500
  const file = writeFile(t, 'commitments-2016', many(imported))
  const served = async () => {
    await app.service.releases.refresh()
    const { meta } = await json('/v1/commitments?limit=1&fields=id')
    return { release: meta.release, total: Number(meta.total) }
  }
  const old = await served()
  const complete = { release: 'new', total: old.total + imported }
  const began = Date.now()
  const dry = run(t, [COMMAND, 'import', file, '--dry-run'], { DATABASE_URL: url })
  t.equal(await dry.ended, 0, dry.output())
  const whole = Date.now() - began
  const random = chance(2024)
  for (let count = 0; count < KILLS; count++) {
    const importer = run(t, [COMMAND, 'import', file, '--release', 'new'], { DATABASE_URL: url })
    await sleep(whole * (0.4 + 0.5 * random()))
    importer.child.kill('SIGKILL')
    await importer.ended
    const now = await served()
    t.same(now, now.release === old.release ? old : complete)
    if (now.release !== old.release) break
  }
  const last = run(t, [COMMAND, 'import', file, '--release', 'new'], { DATABASE_URL: url })
  const code = await last.ended
  t.ok(code === 0 || /exists already/.test(last.output()), last.output())
  t.same(await served(), complete)
})
