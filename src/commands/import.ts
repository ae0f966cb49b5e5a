/** `npm run import -- FILE…` */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isDate } from '../import/cells/dates.ts'
import { isAddress, nameOf } from '../import/files/download.ts'
import { type ImportOptions, type ImportReport, importFiles, proposeMapping } from '../import/import.ts'
import { readMapping, targetOf } from '../import/mapping/mapping.ts'
import { listReleases } from '../import/publish/rollback.ts'
import { readArguments, UsageError } from './arguments.ts'
import { progressLine } from './progress.ts'
import { describeReport } from './report.ts'

export const IMPORT_USAGE = `npm run import -- FILE… [options]

  FILE is a CSV file, a workbook (.xlsx), a zip or a folder of these, or an http(s):// address of one.

  Reads OGP's files (six layouts) and this service's own CSV exports, and publishes them as one release.

  --release ID        name of the release; by default the date, with a number when it is taken
  --date YYYY-MM-DD   the day the data speak of; by default today
  --title TEXT        what the release is
  --note TEXT         more about it
  --dry-run           read, check and compare, but publish nothing
  --strict            publish nothing when a single row is refused or a cell cannot be read
  --complete          own exports only: what the file does not hold has ended
  --address URL       public address of the file, for the source of every row
  --edition ID        edition of the IRM's data, where the file is newer than the one its layout is known by
  --edition-date DATE when that edition is from: YYYY, YYYY-MM or YYYY-MM-DD
  --sheet NAME        the sheet of a workbook, where more than one can be read
  --map FILE          how a file of an unknown layout is read; where there is no FILE yet, one is proposed
  --as NAME           the layout or the table that the proposal reads it as; by default the likest
  --selection TEXT    the file is an extract: of its plans it holds only these commitments, such as "commitments on water";
                      without it a file that is not known yet counts as whole, with all commitments of each of its plans
  --selection-fr TEXT the same in French, such as "des engagements sur l’eau"; by default the text of --selection
  --plan N            the plan a file without plan numbers speaks of; by default 1
  --json              the report as JSON (with npm run --silent)

  Exit code 0: published, or nothing changed; 1: nothing published; 2: called wrongly; 3: published, but rows were refused or cells left empty.`

const OPTIONS = {
  release: { type: 'string' },
  date: { type: 'string' },
  title: { type: 'string' },
  note: { type: 'string' },
  'dry-run': { type: 'boolean' },
  strict: { type: 'boolean' },
  complete: { type: 'boolean' },
  address: { type: 'string' },
  edition: { type: 'string' },
  'edition-date': { type: 'string' },
  sheet: { type: 'string' },
  map: { type: 'string' },
  as: { type: 'string' },
  selection: { type: 'string' },
  'selection-fr': { type: 'string' },
  plan: { type: 'string' },
  json: { type: 'boolean' }
} as const

const EXIT = { published: 0, 'nothing changed': 0, 'dry run': 0, refused: 1 } as const
const EXIT_FAULTS = 3

type Settings = Omit<ImportOptions, 'release' | 'onProgress'> & {
  release: { id: string | undefined; title: string; date: string; note?: string }
  json: boolean
  map: string | undefined
  as: string | undefined
}

const isDay = (text: string) => text.length === '2026-11-24'.length && isDate(text)

/** The command line as settings; throws a UsageError that names all that is wrong with it. */
export function readImport(args: readonly string[], today = new Date()): Settings {
  const { values, positionals: files } = readArguments(args, OPTIONS)
  const faults: string[] = []
  const must = (good: boolean, fault: string) => void (good || faults.push(fault))
  const date = values.date ?? today.toISOString().slice(0, 10)
  must(files.length > 0, 'name at least one file')
  must(isDay(date), `--date must be a day such as 2026-11-24, not "${date}"`)
  must(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(values.release ?? 'x'),
    '--release must be made of letters, digits, - and _, 60 at most'
  )
  must(
    /^[a-z0-9][a-z0-9-]{0,59}$/.test(values.edition ?? 'x'),
    '--edition must be made of lower-case letters, digits and -'
  )
  must(isDate(values['edition-date'] ?? '2016'), '--edition-date must be a year, month or day such as 2024-07')
  must(!values['selection-fr'] || Boolean(values.selection), '--selection-fr needs --selection')
  must(!values['edition-date'] || values.edition !== undefined, '--edition-date needs --edition')
  must(/^[1-9]\d?$/.test(values.plan ?? '1'), '--plan must be a number from 1 to 99')
  must(
    URL.canParse(values.address ?? 'https://x') && /^https?:/.test(values.address ?? 'https:'),
    '--address must be an http(s):// address'
  )
  must(
    files.every(file => !isAddress(file) || URL.canParse(file)),
    'one of the addresses is none'
  )
  must(values.as === undefined || values.map !== undefined, '--as needs --map')
  must(
    values.as === undefined || targetOf(values.as) !== undefined,
    `--as must be a layout or a table of ours, not "${values.as}"`
  )
  must(!values.address || files.length === 1, '--address is the address of one file')
  if (faults.length > 0) throw new UsageError(faults.join('; '))
  const names = files.map(file => (isAddress(file) ? nameOf(file) : basename(file)))
  return {
    files,
    release: {
      id: values.release,
      title: values.title ?? `Import of ${names.join(', ')}`.slice(0, 200),
      date,
      ...(values.note ? { note: values.note } : {})
    },
    dryRun: values['dry-run'] ?? false,
    strict: values.strict ?? false,
    complete: values.complete ?? false,
    json: values.json ?? false,
    map: values.map,
    as: values.as,
    plan: Number(values.plan ?? 1),
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
    ...(values.address ? { address: values.address } : {}),
    ...(values.selection ? { selection: [values.selection, values['selection-fr'] || values.selection] } : {}),
    ...(values.edition
      ? { edition: { id: values.edition, ...(values['edition-date'] ? { date: values['edition-date'] } : {}) } }
      : {})
  }
}

/** The data cannot be older than those they are added to: the release would give itself out for less than it holds. */
async function refuseEarlierDate(url: string, { date }: { date: string }): Promise<void> {
  const current = (await listReleases(url)).find(({ current }) => current)
  if (!current || date >= current.date) return
  throw new UsageError(
    `--date ${date} lies before ${current.date}, the day of release ${current.id}, which this import builds on and whose rows it keeps: give --date ${current.date} or later, and a --title that says what the file is and of when`
  )
}

/** The date, or the date with the first number that makes a name of its own. */
async function freeName(url: string, date: string): Promise<string> {
  const taken = new Set((await listReleases(url)).map(({ id }) => id))
  for (let number = 1; ; number++) {
    const name = number === 1 ? date : `${date}-${number}`
    if (!taken.has(name)) return name
  }
}

const exitCode = ({ outcome, refusedRows, leftCells }: ImportReport) =>
  outcome !== 'refused' && refusedRows + leftCells > 0 ? EXIT_FAULTS : EXIT[outcome]

/** Writes a proposal for the operator to look at. */
async function writeProposal(
  url: string,
  path: string,
  files: readonly string[],
  options: { sheet: string | undefined; as: string | undefined }
) {
  const { help, ...mapping } = await proposeMapping(url, files, options)
  await writeFile(path, `${JSON.stringify({ help, ...mapping }, null, 2)}\n`, { flag: 'wx' })
  console.log(
    [
      `${path}: a mapping is proposed; the file is read as ${mapping.reads}. Nothing was imported.`,
      ...Object.entries(mapping.columns).map(([ours, theirs]) => `  ${ours} = ${theirs}`),
      ...help,
      'Then run the same command again.'
    ].join('\n')
  )
}

/** Imports, reports on standard output, and returns the exit code. */
export async function runImport(url: string, { json, map, as, ...settings }: Settings): Promise<number> {
  if (map !== undefined && !existsSync(map)) {
    await writeProposal(url, map, settings.files, { sheet: settings.sheet, as })
    return EXIT.refused
  }
  const mapping = map === undefined ? {} : { mapping: await readMapping(map) }
  const line = progressLine(process.stderr)
  await refuseEarlierDate(url, settings.release)
  const id = settings.release.id ?? (await freeName(url, settings.release.date))
  try {
    const report = await importFiles(url, {
      ...settings,
      ...mapping,
      release: { ...settings.release, id },
      onProgress: line.show
    })
    line.end()
    console.log(json ? JSON.stringify(report, null, 2) : describeReport(report).join('\n'))
    return exitCode(report)
  } catch (error) {
    line.end()
    throw error
  }
}
