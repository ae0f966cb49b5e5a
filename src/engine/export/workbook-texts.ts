/** What an export says of itself and of its columns, in the words of one language. */
import { SPEECH } from '../../i18n/speech.ts'
import { type Lang, type Words, wordsIn } from '../../i18n/words.ts'
import type { Field, Kind } from '../definition/field.ts'
import type { Release } from '../definition/release.ts'
import type { Cube } from '../format/cube.ts'
import type { Explained } from '../format/workbook.ts'
import type { LabelBook } from '../labels.ts'
import type { Service } from '../service.ts'

/** The metadata of a column. */
export type Column = Pick<Field, 'kind' | 'schema' | 'label' | 'meaning' | 'codeList' | 'references'>

export type About = {
  title: Words
  columns: readonly (readonly [name: string, column: Column])[]
  rows: number
  /** Columns that are written as dates, where the format has such. */
  days?: ReadonlySet<string>
  /** Its groups as dimensions, where they are groups of an aggregate that is written as a cube. */
  cube?: Cube
  /** What has to be known to read the rows. */
  notes?: readonly string[]
  /** What the rows look like, where there is a chart of them. */
  chart?: { title: string; svg: string }
  release: Release
  /** The address that gives the same bytes for ever. */
  permalink: string
  origin: string
  lang: Lang
}

/** What a kind of value is called. */
export const KINDS: Record<Kind, Words> = {
  text: ['text', 'texte'],
  code: ['code', 'code'],
  date: ['date', 'date'],
  integer: ['whole number', 'nombre entier'],
  number: ['number', 'nombre'],
  boolean: ['true or false', 'vrai ou faux'],
  list: ['list', 'liste']
}
const DICTIONARY: readonly Words[] = [
  ['column', 'colonne'],
  ['label', 'libellé'],
  ['meaning', 'signification'],
  ['type', 'type'],
  ['allowed values', 'valeurs admises']
]
const NOTES: readonly (readonly [Words, Words])[] = [
  [
    ['Empty cells', 'Cellules vides'],
    [
      'No source says. Zero, “no data” and “not reviewed” are written as such.',
      'Aucune source ne le dit. Zéro, « sans données » et « non évalué » sont écrits comme tels.'
    ]
  ],
  [
    ['Dates', 'Dates'],
    [
      'After ISO 8601, at the precision that is known: 2016, 2016-12 or 2016-12-31. As text; in ODS, a column of whole days alone is one of dates.',
      'Selon ISO 8601, avec la précision connue : 2016, 2016-12 ou 2016-12-31. Du texte ; dans l’ODS, une colonne de jours entiers seulement est une colonne de dates.'
    ]
  ],
  [
    ['Lists', 'Listes'],
    ['Several values in a cell are joined by |.', 'Plusieurs valeurs dans une cellule sont séparées par |.']
  ],
  [
    ['Formulas', 'Formules'],
    ['There are none; text that looks like one is text.', 'Il n’y en a aucune ; un texte qui y ressemble est du texte.']
  ]
]

const NARROW = 10
const WIDE = 60
const FILTER_BUTTON = 4
const WIDTHS: Record<Kind, number> = {
  text: 24,
  code: 16,
  date: 12,
  integer: NARROW,
  number: NARROW,
  boolean: NARROW,
  list: 28
}

const widthOf = (name: string, { kind, schema }: Column) => {
  const { maxLength = 0 } = schema
  const wanted = kind === 'text' && maxLength > 200 ? (maxLength > 1000 ? WIDE : 40) : WIDTHS[kind]
  return Math.max(wanted, Math.min(WIDE, name.length + FILTER_BUTTON))
}

const allowedValues = (column: Column, book: LabelBook, lang: Lang, at: (dataset: string) => string): string => {
  const { schema, references } = column
  if (references) return at(references)
  const codes = schema.enum ?? schema.items?.enum
  const { minimum, maximum } = schema
  if (!codes) return minimum === undefined ? '' : `${minimum} … ${maximum}`
  return codes.map(code => [code, book.label(column, code, lang)].filter(Boolean).join(': ')).join('\n')
}

const BUNDLE = {
  data: ['the rows (CSV, RFC 4180)', 'les lignes (CSV, RFC 4180)'],
  dictionary: ['what each column means', 'ce que signifie chaque colonne'],
  chart: ['a chart of them, as the Explorer draws it', 'leur graphique, tel que l’Explorateur le dessine'],
  citation: ['how to cite them', 'comment les citer'],
  digests: ['SHA-256 of every file', 'SHA-256 de chaque fichier'],
  cite: ['To cite', 'Pour citer'],
  files: ['Files', 'Fichiers'],
  colon: [':', '\u00a0:']
} as const satisfies Record<string, Words>

/** The words of the dictionary and of the citation. There is no clock in them: the file bears the time of the release. */
export async function explainExport(service: Service, about: About, isCited = false): Promise<Explained> {
  const { title, columns, rows, days = new Set(), cube, notes = [], chart, release, permalink, origin, lang } = about
  const book = await service.labels.of(release)
  const say = (words: Words) => wordsIn(words, lang)
  const at = (dataset: string) => `${origin}${service.prefix}/${dataset}`
  const { number } = SPEECH[lang]
  const cited = isCited ? await service.cite?.(service, origin, permalink, lang) : undefined
  const words = Object.fromEntries(Object.entries(BUNDLE).map(([name, text]) => [name, say(text)]))
  return {
    title: `${say(title)} (${release.id})`,
    creator: service.attribution,
    published: release.published_at,
    ...(cube ? { cube } : {}),
    date: release.date,
    bundle: { words: words as Explained['bundle']['words'], ...cited, ...(chart ? { chart } : {}) },
    rows,
    columns: columns.map(([name, column]) => ({
      name,
      width: widthOf(name, column),
      isDate: days.has(name),
      words: [say(column.label), say(column.meaning), say(KINDS[column.kind]), allowedValues(column, book, lang, at)]
    })),
    dictionary: DICTIONARY.map(say),
    citation: {
      header: [say(['item', 'rubrique']), say(['value', 'valeur'])],
      lines: [
        [say(['Dataset', 'Jeu de données']), say(title)],
        [say(['Release', 'Version']), release.id],
        [say(['Day the release speaks of', 'Jour dont parle la version']), release.date],
        [say(['Published', 'Publiée']), release.published_at.toISOString()],
        [say(['Rows', 'Lignes']), rows],
        ...notes.map(note => [say(['Extent', 'Étendue']), note] as const),
        [say(['Permalink', 'Lien permanent']), permalink],
        [say(['Licence', 'Licence']), `${service.license.name}: ${service.license.url}`],
        [say(['Attribution', 'Attribution']), service.attribution],
        [say(['Documentation', 'Documentation']), `${origin}/docs`],
        ...NOTES.map(([what, note]) => [say(what), say(note)] as const)
      ]
    },
    cutMark: characters =>
      say([
        ` […] (cut: ${number(characters)} characters; see the sheet “citation”)`,
        ` […] (coupé : ${number(characters)} caractères ; voir la feuille « citation »)`
      ]),
    cutLine: (address, characters) => [
      say([`Cut: cell ${address} of “data”`, `Coupé : cellule ${address} de « data »`]),
      say([
        `The text has ${number(characters)} characters and a cell holds 32,767; it is whole in CSV and JSON.`,
        `Le texte a ${number(characters)} caractères et une cellule en contient 32 767 ; il est entier en CSV et en JSON.`
      ])
    ]
  }
}
