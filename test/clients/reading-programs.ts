/** How programs that nobody here wrote read the service, and what must come of it. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const execute = promisify(execFile)

export type Sample = { name: string; file: string; rows: number }
export type Setting = {
  origin: string
  dir: string
  /** CSV of the service, on the disk. */
  samples: readonly Sample[]
  /** A file of a release. */
  held: { url: string; sha256: string; bytes: number }
}
export type Reader = {
  name: string
  /** The program, and a call that shows whether it is there. */
  probe: readonly [program: string, ...args: string[]]
  /** What is done with it; throws where it reads wrongly. */
  read: (run: Run, setting: Setting) => Promise<string>
}
export type Run = (...args: string[]) => Promise<string>

export function must(good: boolean, fault: string): asserts good {
  if (!good) throw new Error(fault)
}

const digestOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

/** Counts the rows of each sample, and holds them against what the service said. */
const counting =
  (what: string, count: (run: Run, file: string, dir: string) => Promise<number>): Reader['read'] =>
  async (run, { samples, dir }) => {
    for (const { name, file, rows } of samples) {
      const found = await count(run, file, dir)
      must(found === rows, `${name}: ${found} rows instead of ${rows}`)
    }
    return `${what}: ${samples.map(({ rows }) => rows).join(', ')} rows`
  }

const PANDAS = 'import sys, pandas; print(len(pandas.read_csv(sys.argv[1])))'
const PYTHON = 'import sys, csv; print(len(list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))))'
/** Cells as the CSV writes them; paragraphs of a cell come without what stands between them. */
const PANDAS_ODS = `
import sys, pandas
def text(cell):
    if cell is None or cell != cell: return ''
    if isinstance(cell, bool): return str(cell).lower()
    if hasattr(cell, 'isoformat'): return cell.isoformat()[:10]
    return (repr(cell).removesuffix('.0') if isinstance(cell, float) else str(cell)).replace('\\n', '').replace('\\r', '')
def cells(frame): return [list(frame.columns)] + [[text(cell) for cell in row] for row in frame.astype(object).values.tolist()]
ods = cells(pandas.read_excel(sys.argv[1], sheet_name='data', dtype=object, keep_default_na=False, na_values=[''], engine='odf'))
csv = cells(pandas.read_csv(sys.argv[2], dtype=str, keep_default_na=False))
assert len(ods) == len(csv), f'{len(ods)} rows instead of {len(csv)}'
for one, other in zip(ods, csv): assert one == other, f'{one} instead of {other}'
print(len(ods) - 1)
`
const R = 'cat(nrow(read.csv(commandArgs(TRUE)[1], na.strings = "", blank.lines.skip = FALSE, encoding = "UTF-8")))'

/** LibreOffice writes what it has read as CSV again: comma, double quote, UTF-8. */
async function throughOffice(run: Run, file: string, dir: string, filter: readonly string[] = []): Promise<number> {
  const out = join(dir, 'office')
  await run(
    '--headless',
    `-env:UserInstallation=file://${out}/profile`,
    ...filter,
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true',
    '--outdir',
    out,
    file
  )
  const { parse } = await import('csv-parse/sync')
  const name = (file.split('/').pop() ?? '').replace(/\.\w+$/, '.csv')
  return (parse(await readFile(join(out, name))) as unknown[]).length - 1
}

/** Fetches twice: the file, then word that it is still good. */
async function twice(fetchOnce: () => Promise<string>, file: string, isFresh: RegExp): Promise<void> {
  await fetchOnce()
  const before = await digestOf(file)
  const said = await fetchOnce()
  must(isFresh.test(said), `the second time it said: ${said.slice(0, 300)}`)
  must((await digestOf(file)) === before, 'the file changed')
}

export const READERS: Reader[] = [
  {
    name: 'Python',
    probe: ['python3', '--version'],
    read: counting('csv.DictReader', async (run, file) => Number(await run('-c', PYTHON, file)))
  },
  {
    name: 'pandas',
    probe: ['/usr/bin/python3', '-c', 'import pandas'],
    read: counting('read_csv', async (run, file) => Number(await run('-c', PANDAS, file)))
  },
  {
    name: 'pandas, odfpy',
    probe: ['/usr/bin/python3', '-c', 'import pandas, odf'],
    read: async (run, { origin, dir }) => {
      const counts = []
      for (const path of ['eligibility-scores', 'members', 'membership-events']) {
        const files = ['ods', 'csv'].map(format => join(dir, `pandas-${path}.${format}`))
        for (const file of files) {
          const answer = await fetch(`${origin}/v1/${path}${file.slice(file.lastIndexOf('.'))}`)
          await writeFile(file, Buffer.from(await answer.arrayBuffer()))
        }
        counts.push(Number(await run('-W', 'ignore', '-c', PANDAS_ODS, ...files)))
      }
      return `read_excel of ODS: ${counts.join(', ')} rows, cell by cell those of the CSV`
    }
  },
  {
    name: 'R',
    probe: ['Rscript', '--version'],
    read: counting('read.csv', async (run, file) => Number(await run('--vanilla', '-e', R, file)))
  },
  {
    name: 'csvkit',
    probe: ['csvstat', '--version'],
    read: counting('csvstat', async (run, file) => Number(/\d+/.exec(await run('-d', ',', '--count', file))?.[0]))
  },
  {
    name: 'Miller',
    probe: ['mlr', '--version'],
    read: counting('mlr', async (run, file) => Number(await run('--icsv', '--onidx', 'count', file)))
  },
  {
    name: 'LibreOffice',
    probe: ['soffice', '--version'],
    read: async (run, { origin, dir, samples }) => {
      const [first] = samples
      must(first !== undefined, 'there is no sample')
      const csv = await throughOffice(run, first.file, dir, ['--infilter=CSV:44,34,76,1'])
      must(csv === first.rows, `CSV: ${csv} rows instead of ${first.rows}`)
      const counts = [`CSV ${csv}`]
      for (const format of ['xlsx', 'ods']) {
        const book = await fetch(`${origin}/v1/members.${format}`)
        const file = join(dir, `workbook-${format}.${format}`)
        await writeFile(file, Buffer.from(await book.arrayBuffer()))
        const rows = await throughOffice(run, file, dir)
        const expected = Number(book.headers.get('row-count'))
        must(rows === expected, `${format}: ${rows} rows instead of ${expected}`)
        counts.push(`${format.toUpperCase()} ${rows}`)
      }
      return `${counts.join(', ')} rows`
    }
  },
  {
    name: 'GDAL',
    probe: ['ogrinfo', '--version'],
    read: async (run, { origin, dir }) => {
      const file = join(dir, 'counts.geojson')
      const address = `${origin}/v1/commitments/aggregate`
      await writeFile(file, await (await fetch(`${address}.geojson?group=country`)).text())
      const where = (condition: string) => run('-ro', '-al', '-so', '-where', condition, file)
      const count = (said: string) => Number(/Feature Count: (\d+)/.exec(said)?.[1])
      const rows = Number((await fetch(`${address}.csv?group=country`)).headers.get('row-count'))
      const counted = count(await where('count is not null'))
      must(counted === rows, `${counted} countries have a number instead of ${rows}`)
      const all = await where('1 = 1')
      const extent = /Extent: \(([-\d.]+), ([-\d.]+)\) - \(([-\d.]+), ([-\d.]+)\)/.exec(all)?.slice(1).map(Number)
      must(extent?.length === 4 && extent.every(side => Math.abs(side) <= 180), 'the outlines are not on the globe')
      must(/count: Integer/.test(all), 'the count is no whole number')
      return `ogrinfo of GeoJSON: ${count(all)} features, ${counted} with a number`
    }
  },
  {
    name: 'rclone',
    probe: ['rclone', 'version'],
    read: async (run, { origin, dir, held }) => {
      const file = join(dir, 'rclone')
      for (const [path, sha256] of [
        [
          'v1/members.csv',
          createHash('sha256')
            .update(Buffer.from(await (await fetch(`${origin}/v1/members.csv`)).arrayBuffer()))
            .digest('hex')
        ],
        [held.url.slice(origin.length + 1), held.sha256]
      ] as const) {
        await run('copyto', `:http:${path}`, file, '--http-url', origin, '--config', '/dev/null')
        must((await digestOf(file)) === sha256, `${path} has other bytes`)
      }
      return 'an export and a file, the same bytes'
    }
  },
  {
    name: 'wget',
    probe: ['wget', '--version'],
    read: async (_run, { origin, dir, held }) => {
      // Its words go to standard error.
      const get = (url: string) => execute('wget', ['-N', '-S', '-P', dir, url]).then(({ stderr }) => stderr)
      for (const url of [`${origin}/v1/themes.csv`, held.url])
        await twice(() => get(url), join(dir, url.split('/').pop() ?? ''), /304 Not Modified/)
      const served = (await fetch(held.url, { method: 'HEAD' })).headers.get('last-modified') ?? ''
      const { mtimeMs } = await stat(join(dir, held.url.split('/').pop() ?? ''))
      must(mtimeMs === Date.parse(served), 'the file has another date than the release')
      return '-N: fetched once, with the date of the release'
    }
  },
  {
    name: 'curl',
    probe: ['curl', '--version'],
    read: async (run, { origin, dir, held }) => {
      for (const [at, url] of [`${origin}/v1/members.csv`, `${origin}/v1/members`, held.url].entries()) {
        const file = join(dir, `curl-${at}`)
        await twice(() => run('-sS', '-R', '-z', file, '-o', file, '-w', '%{http_code}', url), file, /^304$/)
      }
      return '-z: 304 for an export, a list and a file'
    }
  },
  {
    name: 'aria2',
    probe: ['aria2c', '--version'],
    read: async (run, { dir, held }) => {
      await run(
        '-q',
        '-x4',
        '-s4',
        '-k1M',
        '--allow-overwrite=true',
        '-d',
        dir,
        '-o',
        'aria2',
        `--checksum=sha-256=${held.sha256}`,
        held.url
      )
      must((await digestOf(join(dir, 'aria2'))) === held.sha256, 'it has other bytes')
      return `${held.bytes} bytes in ranges, the same digest`
    }
  }
]
