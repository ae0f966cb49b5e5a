/** What a search finds: which datasets, where the names of their rows stand, and which page shows a row. */
import type { Dataset } from '../engine/definition/dataset.ts'
import { EXPLAINED_FIELDS } from '../glossary/explained-fields.ts'
import type { Parameter } from '../http/query-string.ts'
import { writeParameters } from '../http/query-string.ts'
import { SPEECH } from '../i18n/speech.ts'
import { type Lang, typeset, type Words } from '../i18n/words.ts'
import { type EntityType, TYPES } from '../reconcile/types.ts'
import actionPlans from '../v1/action-plans.ts'
import bodies from '../v1/bodies.ts'
import codeLists from '../v1/code-lists.ts'
import commitments from '../v1/commitments.ts'
import countries from '../v1/countries.ts'
import members from '../v1/members.ts'
import resources from '../v1/resources.ts'
import themes from '../v1/themes.ts'

export type Row = Readonly<Record<string, unknown>>

/** Rows of a dataset that have names; an id of the rows is one of the hits. */
export type RowType = {
  dataset: Dataset
  entity: EntityType
  /** Which of its rows are hits, where not all are: a filter of the dataset that has the name of its column. */
  only?: Parameter
  /** The columns with names of its own, where those of the entity are names of what it belongs to. */
  names?: readonly string[]
  /** What a row is called. */
  title: (row: Row, lang: Lang) => string
  /** What it is, in a line or a paragraph; undefined where no source says. */
  description: (row: Row, lang: Lang) => string | undefined
  /** The page of the Explorer that shows it, below the language; undefined where none does. */
  page?: (row: Row) => { path: string; parameters?: readonly Parameter[]; place?: string } | undefined
}

const text = (value: unknown): string | undefined => (value == null || value === '' ? undefined : String(value))
const joined = (...parts: unknown[]): string | undefined => text(parts.map(text).filter(Boolean).join(', '))
const inLang = (row: Row, column: string, lang: Lang) => text(row[`${column}_${lang}`]) ?? text(row[`${column}_en`])
const named = (row: Row, lang: Lang): string => inLang(row, 'name', lang) ?? String(row.id)

const entityOf = (dataset: Dataset): EntityType => TYPES.find(type => type.dataset === dataset) as EntityType
const NAMES = ['name_en', 'name_fr']

const PLAN: Words = ['{place}: action plan {number} ({years})', '{place} : plan d’action {number} ({years})']
const PLAN_UNDATED: Words = ['{place}: action plan {number}', '{place} : plan d’action {number}']

/** "Chile: action plan 2 (2014–2016)". */
function planTitle(row: Row, lang: Lang): string {
  const first = text(row.start_year) ?? text(row.year)
  const last = text(row.end_year)
  const years = first && last && last !== first ? `${first}–${last}` : first
  const place = text(row.locality) ?? inLang(row, 'country_name', lang) ?? String(row.country)
  const words = { place, number: String(row.number), ...(years ? { years } : {}) }
  return typeset(SPEECH[lang].say(years ? PLAN : PLAN_UNDATED, words), lang)
}

const EXPLAINED: ReadonlySet<string> = new Set(EXPLAINED_FIELDS.map(([field]) => field))

/** In the order in which hits that match alike are listed. */
export const ROW_TYPES: readonly RowType[] = [
  {
    dataset: countries,
    entity: entityOf(countries),
    title: named,
    description: row => text(row.iso3),
    page: ({ id }) => ({ path: `countries/${id}` })
  },
  {
    dataset: members,
    entity: entityOf(members),
    only: ['kind', 'local'],
    title: named,
    description: (row, lang) => inLang(row, 'country_name', lang)
  },
  {
    dataset: themes,
    entity: entityOf(themes),
    title: named,
    description: () => undefined,
    page: ({ id }) => ({ path: `themes/${id}` })
  },
  {
    dataset: actionPlans,
    entity: {
      dataset: actionPlans,
      names: ['locality', 'country_name_en', 'country_name_fr'],
      codes: ['ogp_id'],
      description: []
    },
    names: [],
    title: planTitle,
    description: row => joined(row.id, row.ogp_id),
    page: ({ id }) => ({ path: 'commitments', parameters: [['plan', String(id)]] })
  },
  {
    dataset: commitments,
    entity: entityOf(commitments),
    title: (row, lang) => text(row[`headline_${lang}`]) ?? text(row.short_title) ?? text(row.title) ?? String(row.id),
    description: (row, lang) =>
      joined(text(row.locality), inLang(row, 'country_name', lang) ?? row.country, row.year, row.ogp_id),
    page: ({ id }) => ({ path: `commitments/${id}` })
  },
  {
    dataset: codeLists,
    entity: {
      dataset: codeLists,
      names: ['label_en', 'label_fr'],
      codes: ['code'],
      description: ['meaning_en', 'meaning_fr']
    },
    title: (row, lang) => inLang(row, 'label', lang) ?? String(row.code),
    description: (row, lang) =>
      [`${row.field}=${row.code}`, inLang(row, 'meaning', lang)]
        .filter(Boolean)
        .join(lang === 'fr' ? '\u00a0: ' : ': '),
    page: ({ field }) => (EXPLAINED.has(String(field)) ? { path: 'definitions', place: String(field) } : undefined)
  },
  {
    dataset: bodies,
    entity: { dataset: bodies, names: NAMES, codes: ['abbreviation_fr'], description: ['role_en', 'role_fr'] },
    title: named,
    description: (row, lang) => inLang(row, 'role', lang)
  },
  {
    dataset: resources,
    entity: { dataset: resources, names: NAMES, description: ['summary_en', 'summary_fr'] },
    title: named,
    description: (row, lang) => inLang(row, 'summary', lang)
  }
]

/** The address of a page of the Explorer. */
export const explorerPage = (
  origin: string,
  lang: Lang,
  { path, parameters = [], place }: { path: string; parameters?: readonly Parameter[]; place?: string },
  pin: readonly Parameter[]
): string => `${origin}/explorer/${lang}/${path}${writeParameters([...parameters, ...pin])}${place ? `#${place}` : ''}`
