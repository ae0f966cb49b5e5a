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
  editions: { id: string; rank: number; date: string | null }[]
  sources: { id: string; url: string | null; note: string | null }[]
  plans: Set<string>
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
      sources: await sql`select id, url, note from sources where valid_to is null`,
      plans: new Set(
        (await sql<{ id: string }[]>`select id from action_plans where valid_to is null`).map(({ id }) => id)
      )
    }
  } finally {
    await sql.end()
  }
}

/** The edition a file is of; one that nobody knows yet takes its place by its date. */
export function editionOf({ layout }: Header, edition: Edition | undefined, known: Known) {
  const id = edition?.id ?? layout.edition
  const found = known.editions.find(candidate => candidate.id === id)
  if (found) return { row: found, isNew: false, batch: {} }
  const date = edition?.date ?? null
  const before = known.editions.filter(candidate => date && candidate.date && candidate.date <= date)
  const row = { id, date, rank: Math.max(0, ...before.map(({ rank }) => rank)) + 1 }
  known.editions.push(row)
  const batch: Row = {
    id,
    name_en: `${layout.title} (${id})`,
    name_fr: `${layout.title} (${id})`,
    date,
    rank: String(row.rank),
    note: null,
    source_id: known.sources[0]?.id ?? null,
    source_locator: null
  }
  return { row, isNew: true, batch }
}

/** The document the file is: one that is known by its digest, or a new one. */
export function sourceOf(file: InputFile, { layout }: Header, address: string | undefined, known: Known) {
  const found = known.sources.find(({ note }) => note?.includes(file.sha256))
  const base = found?.url ?? address
  const locator = (line: number) => (base ? `${base}#L${line}` : `${file.name}, line ${line}`)
  if (found) return { id: found.id, locator, row: undefined }
  const id = `file-${file.sha256.slice(0, 12)}`
  const row: Row = {
    id,
    title: `${layout.title}: ${file.name}`,
    publisher: 'Open Government Partnership, Independent Reporting Mechanism',
    published: null,
    language: null,
    url: address ?? null,
    license: null,
    note: `Imported file of ${file.bytes} bytes, sha256 ${file.sha256}. No licence is known; credit the Open Government Partnership, Independent Reporting Mechanism.`
  }
  return { id, locator, row }
}
