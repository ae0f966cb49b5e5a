/** What everything else refers to: documents, countries, editions of the IRM's data, themes and code lists. */
import { EXTENT, LICENSE_STATUS, REGIONS, THEME_SCHEMES } from '../codes.ts'
import { code, codes, count, partialDate, slug, text, texts } from '../columns.ts'
import { origin, source, theme_ids, versioned } from '../versioned.ts'

export const sources = versioned(
  'sources',
  {
    title: text().notNull(),
    publisher: text(),
    published: partialDate(),
    language: text(),
    url: text(),
    license: text(),
    note: text(),
    license_status: code(LICENSE_STATUS),
    license_source_id: source(),
    accessed: partialDate(),
    note_fr: text()
  },
  { title: 'A', publisher: 'B', note: 'D', note_fr: 'D' }
)

export const countries = versioned(
  'countries',
  {
    iso3: text().notNull(),
    name_en: text().notNull(),
    name_fr: text().notNull(),
    name_fr_source_id: source(),
    region: code(REGIONS).notNull(),
    ...origin()
  },
  { name_en: 'B', name_fr: 'B' }
)

export const editions = versioned(
  'editions',
  {
    name_en: text().notNull(),
    name_fr: text().notNull(),
    date: partialDate(),
    rank: count().notNull(),
    /** How much of a plan's commitments the edition holds, as far as it is here; of a selection, by what. */
    extent: code(EXTENT),
    selection_en: text(),
    selection_fr: text(),
    ...origin()
  },
  { name_en: 'A', name_fr: 'A', note: 'D', note_fr: 'D' }
)

export const themes = versioned(
  'themes',
  {
    name_en: text().notNull(),
    name_fr: text().notNull(),
    parent: slug().references(() => theme_ids.id),
    schemes: codes(THEME_SCHEMES),
    ...origin()
  },
  { name_en: 'A', name_fr: 'A', note: 'D', note_fr: 'D' }
)

export const theme_tags = versioned(
  'theme_tags',
  {
    theme: slug()
      .notNull()
      .references(() => theme_ids.id),
    scheme: code(THEME_SCHEMES).notNull(),
    tag: text().notNull(),
    column_name: text(),
    position: count(),
    tag_group: text(),
    group_basis: text(),
    ...origin()
  },
  { tag: 'A', tag_group: 'B', note: 'D', note_fr: 'D' }
)

export const code_lists = versioned(
  'code_lists',
  {
    field: text().notNull(),
    code: text().notNull(),
    rank: count(),
    label_en: text().notNull(),
    label_fr: text().notNull(),
    meaning_en: text(),
    meaning_fr: text(),
    editions: texts(),
    source_labels: texts(),
    source_codes: texts(),
    ...origin()
  },
  { label_en: 'A', label_fr: 'A', meaning_en: 'B', meaning_fr: 'B', source_labels: 'C', note: 'D', note_fr: 'D' }
)
