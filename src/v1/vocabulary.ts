/** Columns and filters that many datasets share. */

import { eq, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { DATE_PRECISION, REGIONS } from '../db/codes.ts'
import { countries } from '../db/schema/reference.ts'
import type { Join } from '../engine/definition/dataset.ts'
import { code, type Field, id, list, longText, nullable, text } from '../engine/definition/field.ts'
import { between, equals, type Filter } from '../engine/definition/filter.ts'
import type { Words } from '../i18n/words.ts'

type Columns = Record<string, Field>
type Texts = PgColumn & { _: { data: string; notNull: boolean } }
type RequiredText = PgColumn & { _: { data: string; notNull: true } }
type Lists = PgColumn & { _: { data: string[]; notNull: boolean } }

/** Joins the countries to a column that holds ISO codes. */
export const withCountry = (column: Texts): Join => ({ table: countries, on: eq(countries.id, column) })

export const ISO_CODE = { pattern: '^[A-Z]{2}$', maxLength: 2 } as const

const COUNTRY: Words = ['Country', 'Pays']
const COUNTRY_MEANING: Words = [
  'ISO 3166-1 alpha-2 code of the country (XK for Kosovo); of a local member, the country it lies in.',
  'Code ISO 3166-1 alpha-2 du pays (XK pour le Kosovo) ; pour un membre local, le pays où il se trouve.'
]

const countryCode = (column: Texts): Field =>
  text(column.notNull ? (column as RequiredText) : nullable(column), COUNTRY, COUNTRY_MEANING, ISO_CODE)

const region = code(
  nullable(countries.region),
  REGIONS,
  ['Region', 'Région'],
  [
    'Region of the country by the UN M49 standard, at the level of continents.',
    'Région du pays selon la norme M49 des Nations unies, au niveau des continents.'
  ],
  'region'
)

/** Code, names and region of a row's country; needs `withCountry` among the joins. */
export const countryColumns = (column: Texts): Columns => ({
  country: countryCode(column),
  country_name_en: text(
    nullable(countries.name_en),
    ['Country name (English)', 'Nom du pays (anglais)'],
    [
      'English name of the country, as OGP wrote it in 2016, or else as the Unicode CLDR does.',
      'Nom anglais du pays, tel que le PGO l’écrivait en 2016, sinon selon le CLDR d’Unicode.'
    ]
  ),
  country_name_fr: text(
    nullable(countries.name_fr),
    ['Country name (French)', 'Nom du pays (français)'],
    [
      'French name of the country, as the brochure spells it, or else as the Unicode CLDR does.',
      'Nom français du pays, tel que la brochure l’écrit, sinon selon le CLDR d’Unicode.'
    ]
  ),
  region
})

export const noteInFrench = (column: Texts): Field =>
  longText(
    nullable(column),
    ['Note (French)', 'Remarque (français)'],
    [
      'The same note in French; null where the row has none, or came from a file that holds no French.',
      'La même remarque en français ; vide (null) si la ligne n’en a pas ou vient d’un fichier sans français.'
    ]
  )

/** Where a row's facts come from; only columns of later versions follow them. */
export const originColumns = (table: {
  note: Texts
  source_id: RequiredText
  source_locator: Texts
  note_fr: Texts
}): Columns => ({
  note: longText(
    nullable(table.note),
    ['Note (English)', 'Remarque (anglais)'],
    [
      'What else has to be known: doubts, contradictions between sources, how a value was derived.',
      'Ce qu’il faut savoir d’autre : doutes, contradictions entre sources, manière dont une valeur a été obtenue.'
    ]
  ),
  source_id: id(
    table.source_id,
    ['Source', 'Source'],
    [
      'The document the row was read from: an id of /sources.',
      'Le document d’où vient la ligne : un identifiant de /sources.'
    ]
  ),
  source_locator: text(
    nullable(table.source_locator),
    ['Place in the source', 'Emplacement dans la source'],
    [
      'Where in the document: a section heading of the brochure, or the full address of a page, file or line; after `#:~:text=` the words by which a browser finds the place in a long report.',
      'Où dans le document : un titre de section de la brochure, ou l’adresse complète d’une page, d’un fichier ou d’une ligne ; après `#:~:text=`, les mots par lesquels un navigateur trouve l’endroit dans un long rapport.'
    ],
    { maxLength: 2000 }
  ),
  note_fr: noteInFrench(table.note_fr)
})

/** A further document that a single fact of the row comes from. */
export const sourceOf = (column: Texts, fact: Words): Field =>
  id(
    nullable(column),
    [`Source of the ${fact[0]}`, `Source : ${fact[1]}`],
    [
      `The document that tells the ${fact[0]}: an id of /sources.`,
      `Le document qui donne ${fact[1]} : un identifiant de /sources.`
    ]
  )

export const otherSourceUrls = (column: Lists): Field =>
  list(
    nullable(column),
    ['Other sources', 'Autres sources'],
    [
      'Addresses of further documents that say the same or more.',
      'Adresses d’autres documents qui disent la même chose ou davantage.'
    ],
    { maxLength: 2000 }
  )

/** How precise a date is, read off its length. */
export const precisionOf = (column: Texts, of: Words): Field =>
  code(
    nullable(
      sql<
        (typeof DATE_PRECISION)[number]
      >`case length(${column}) when 4 then 'year' when 7 then 'month' when 10 then 'day' end`
    ),
    DATE_PRECISION,
    [`Precision of “${of[0]}”`, `Précision de la date « ${of[1]} »`],
    ['Whether the year, the month or the day is known.', 'Si l’on connaît l’année, le mois ou le jour.'],
    'date_precision'
  )

/** `country=CL,IT`, in any letter case. */
export const byCountry = (column: Texts): Filter =>
  equals(countryCode(column), ['Countries, by ISO 3166-1 alpha-2 code.', 'Pays, par code ISO 3166-1 alpha-2.'], {
    references: 'countries',
    pattern: '[A-Za-z]{2}',
    canonical: atom => atom.toUpperCase(),
    phrase: ['{of}', '{of}']
  })

/** `country=` where a row names several countries. */
export const byCountries = (field: Field): Filter => ({
  ...byCountry(countries.id),
  comparison: 'list',
  value: field.value,
  nullable: field.nullable,
  meaning: ['Countries named, by ISO 3166-1 alpha-2 code.', 'Pays cités, par code ISO 3166-1 alpha-2.']
})

/** `region=africa`; needs `withCountry` among the joins. */
export const byRegion: Filter = equals(
  region,
  ['Regions by the UN M49 standard.', 'Régions selon la norme M49 des Nations unies.'],
  { phrase: ['{in}', '{in}'] }
)

/** `year=2012..2014`. */
export const byYear = (field: Field, meaning: Words): Filter => between(field, meaning, { phrase: ['in {}', 'en {}'] })
