/** What everything else refers to: documents, countries, editions of the IRM's data, themes and code lists. */
import { sql } from 'drizzle-orm'
import { REGIONS, THEME_SCHEMES } from '../codes.ts'
import { code, codes, count, partialDate, slug, text, texts, words } from '../columns.ts'
import { origin, source, theme_ids, versioned } from '../versioned.ts'

export const sources = versioned('sources', {
  title: text().notNull(),
  publisher: text(),
  published: partialDate(),
  language: text(),
  url: text(),
  license: text(),
  note: text()
})

export const countries = versioned('countries', {
  iso3: text().notNull(),
  name_en: text().notNull(),
  name_fr: text().notNull(),
  name_fr_source_id: source(),
  region: code(REGIONS).notNull(),
  words: words(sql`setweight(search_words('en', name_en) || search_words('fr', name_fr), 'B')`),
  ...origin()
})

export const editions = versioned('editions', {
  name_en: text().notNull(),
  name_fr: text().notNull(),
  date: partialDate(),
  rank: count().notNull(),
  ...origin()
})

export const themes = versioned('themes', {
  name_en: text().notNull(),
  name_fr: text().notNull(),
  parent: slug().references(() => theme_ids.id),
  schemes: codes(THEME_SCHEMES),
  ...origin()
})

export const theme_tags = versioned('theme_tags', {
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
})

export const code_lists = versioned('code_lists', {
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
})
