/** What is known before files are read: places, themes, editions, documents and plans. */

import { connect } from '../db/client.ts'
import type { EXTENT } from '../db/codes.ts'
import type { Words } from '../i18n/words.ts'
import { noteOf } from './cells/note.ts'
import { type Places, readPlaces } from './cells/place-names.ts'
import type { Row } from './copy-format.ts'
import type { InputFile } from './files/file.ts'
import { type Header, type Layout, plainName } from './layouts/layout.ts'

export type Edition = { id: string; date?: string }

type Extent = (typeof EXTENT)[number]
/** `told` is the row as it is; none where the edition is new. */
export type KnownEdition = { id: string; rank: number; date: string | null; extent: Extent | null; told?: Row }

export type Known = {
  places: Places
  themes: Map<string, { tag: string; theme: string }>
  editions: KnownEdition[]
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
      editions: (
        await sql`select id, name_en, name_fr, date, rank, extent, selection_en, selection_fr, note, note_fr, source_id, source_locator
          from editions where valid_to is null order by rank`
      ).map(row => ({
        id: row.id,
        rank: row.rank,
        date: row.date,
        extent: row.extent,
        told: { ...row, rank: String(row.rank) } as Row
      })),
      sources: await sql`select s.id, s.title, s.url, s.note from sources s join sources_ids i using (id)
        where s.valid_to is null order by i.since, s.title collate "C", s.id collate "C"`
    }
  } finally {
    await sql.end()
  }
}

/** The edition a file is of; one that nobody knows yet takes its place by its date. */
export function editionOf({ layout }: Header, edition: Edition | undefined, known: Known): KnownEdition {
  const id = edition?.id ?? layout.edition
  const found = known.editions.find(candidate => candidate.id === id)
  if (found) return found
  const date = edition?.date ?? null
  const before = known.editions.filter(candidate => date && candidate.date && candidate.date <= date)
  const row = { id, date, rank: Math.max(0, ...before.map(({ rank }) => rank)) + 1, extent: null }
  known.editions.push(row)
  return row
}

/**
 * The edition with a file of it, as a row; undefined where nothing is new of it. OGP's databases hold all commitments of
 * each of their plans, so that a file that nobody knows is whole unless its `selection` is told.
 */
export function editionRow(
  edition: KnownEdition,
  { layout }: Header,
  source: { id: string; isNew: boolean },
  selection: Words | undefined
): Row | undefined {
  const holds = layout.kind === 'commitments'
  const isFuller = holds && source.isNew && selection === undefined && edition.extent !== 'whole'
  if (edition.told && !isFuller) return undefined
  edition.extent = !holds ? null : selection === undefined ? 'whole' : 'theme'
  edition.told = {
    name_en: `${layout.title[0]} (${edition.id})`,
    name_fr: `${layout.title[1]} (${edition.id})`,
    note: null,
    note_fr: null,
    source_id: source.id,
    source_locator: null,
    ...edition.told,
    id: edition.id,
    date: edition.date,
    rank: String(edition.rank),
    extent: edition.extent,
    selection_en: selection?.[0] ?? null,
    selection_fr: selection?.[1] ?? null
  }
  return edition.told
}

/** What states the licence of OGP's databases. */
const LICENCE = 'ogp-open-data-licence'

/**
 * The document the file is: one that is known by its digest, or a new one. `older` came in before it. OGP's licence holds
 * for files of its layouts; of another file nobody knows whose it is.
 */
export function sourceOf(file: InputFile, layout: Layout | undefined, address: string | undefined, known: Known) {
  const kind = layout?.title[0] ?? 'Imported file'
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
    publisher: layout ? 'Open Government Partnership, Independent Reporting Mechanism' : null,
    published: null,
    language: null,
    url: address ?? null,
    license: layout ? 'CC BY 4.0' : null,
    license_status: layout ? 'publisher' : null,
    license_source_id: layout && known.sources.some(({ id }) => id === LICENCE) ? LICENCE : null,
    ...noteOf([layout ? offered(digest(file)) : digest(file)])
  } satisfies Row
  known.sources.push(row)
  return { id: row.id, locator, older, row }
}

const digest = ({ bytes, sha256 }: InputFile): Words => [
  `Imported file of ${bytes} bytes, sha256 ${sha256}`,
  `Fichier importé de ${bytes} octets, sha256 ${sha256}`
]

/** OGP's words on its databases, and where they stand. */
const offered = ([english, french]: Words): Words => [
  `${english}. OGP’s open-data page (https://www.opengovpartnership.org/open-data/) offers its databases under CC BY 4.0. Credit the Open Government Partnership, Independent Reporting Mechanism`,
  `${french}. La page de données ouvertes du PGO (https://www.opengovpartnership.org/open-data/) offre ses bases de données sous CC BY 4.0. Citer le Partenariat pour un gouvernement ouvert, Mécanisme d’évaluation indépendant`
]

/** What the source of a file is called; within one release it tells the order of files of one edition. */
export const titleOf = (file: InputFile, kind: string): string => `${kind}: ${file.name}`
