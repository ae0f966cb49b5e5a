/** What is known before files are read: places, themes, editions, documents and plans. */
import { connect } from '../db/client.ts'
import type { Row } from './copy.ts'
import type { InputFile } from './file.ts'
import { type Header, plainName } from './layout.ts'
import { type Places, readPlaces } from './places.ts'

export type Edition = { id: string; date?: string }

export type Known = {
  places: Places
  themes: Map<string, { tag: string; theme: string }>
  editions: { id: string; rank: number; date: string | null; isNew?: boolean }[]
  /** In the order in which they first came in. */
  sources: { id: string; title: string; url: string | null; note: string | null }[]
}

/** Reads it from the newest release. */
export async function readKnown(url: string): Promise<Known> {
  const sql = connect(url, { name: 'ogp-open-data import', readOnly: true })
  try {
    const tags = await sql<{ scheme: string; tag: string; column_name: string | null; theme: string }[]>`
      select scheme, tag, column_name, theme from theme_tags where valid_to is null`
    return {
      places: await readPlaces(sql),
      themes: new Map(
        tags.flatMap(({ scheme, tag, column_name, theme }) =>
          [tag, column_name ?? tag].map(name => [`${scheme} ${plainName(name)}`, { tag, theme }] as const)
        )
      ),
      editions: await sql`select id, rank, date from editions where valid_to is null order by rank`,
      sources: await sql`select s.id, s.title, s.url, s.note from sources s join sources_ids i using (id)
        where s.valid_to is null order by i.since, s.title collate "C", s.id collate "C"`
    }
  } finally {
    await sql.end()
  }
}

/** The edition a file is of; one that nobody knows yet takes its place by its date. */
export function editionOf({ layout }: Header, edition: Edition | undefined, known: Known) {
  const id = edition?.id ?? layout.edition
  const found = known.editions.find(candidate => candidate.id === id)
  if (found) return found
  const date = edition?.date ?? null
  const before = known.editions.filter(candidate => date && candidate.date && candidate.date <= date)
  const row = { id, date, rank: Math.max(0, ...before.map(({ rank }) => rank)) + 1, isNew: true }
  known.editions.push(row)
  return row
}

/** An edition that is not known yet, as a row. */
export const editionRow = ({ id, date, rank }: Known['editions'][number], { layout }: Header, source: string): Row => ({
  id,
  name_en: `${layout.title} (${id})`,
  name_fr: `${layout.title} (${id})`,
  date,
  rank: String(rank),
  note: null,
  source_id: source,
  source_locator: null
})

/** The document the file is: one that is known by its digest, or a new one. `older` came in before it. */
export function sourceOf(file: InputFile, kind: string, address: string | undefined, known: Known) {
  const at = known.sources.findIndex(({ note }) => note?.includes(file.sha256))
  const found = known.sources[at]
  const base = found?.url ?? address
  // The same bytes under another name are the same document.
  const prefix = titleOf({ ...file, name: '' }, kind)
  const name = found?.title.startsWith(prefix) ? found.title.slice(prefix.length) : file.name
  const locator = (line: number) => (base ? `${base}#L${line}` : `${name}, line ${line}`)
  const older = known.sources.slice(0, found ? at : undefined).map(({ id }) => id)
  if (found) return { id: found.id, locator, older, row: undefined }
  const row = {
    id: `file-${file.sha256.slice(0, 12)}`,
    title: titleOf(file, kind),
    publisher: 'Open Government Partnership, Independent Reporting Mechanism',
    published: null,
    language: null,
    url: address ?? null,
    license: null,
    note: `Imported file of ${file.bytes} bytes, sha256 ${file.sha256}. No licence is known; credit the Open Government Partnership, Independent Reporting Mechanism.`
  } satisfies Row
  known.sources.push(row)
  return { id: row.id, locator, older, row }
}

/** What the source of a file is called; within one release it tells the order of files of one edition. */
export const titleOf = (file: InputFile, kind: string): string => `${kind}: ${file.name}`
