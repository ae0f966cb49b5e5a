/** Datasets and indicators: what is found among the definitions themselves, whatever the release. */
import { type SQL, sql } from 'drizzle-orm'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Field } from '../engine/definition/field.ts'
import { wholeQuery } from '../engine/definition/search-syntax.ts'
import { DOCS_PATH, inLanguage } from '../engine/links.ts'
import type { Service } from '../engine/service.ts'
import type { Lang, Words } from '../i18n/words.ts'
import { INDICATORS_PATH } from '../indicators/answer.ts'
import { INDICATORS } from '../indicators/catalogue/indicators.ts'
import { DATASETS } from '../v1/index.ts'
import type { Row } from './types.ts'

export type Definition = { id: string; title: Words; description: Words }

export type DefinitionType = {
  name: string
  label: Words
  all: readonly Definition[]
  /** The path of the API below its prefix. */
  path: (id: string) => string
  /** The page for people. */
  page: (origin: string, id: string, lang: Lang) => string
}

export const DEFINITION_TYPES: readonly DefinitionType[] = [
  {
    name: INDICATORS_PATH,
    label: ['Indicators', 'Indicateurs'],
    all: INDICATORS.map(({ name, label, meaning }) => ({ id: name, title: label, description: meaning })),
    path: id => `${INDICATORS_PATH}/${id}`,
    page: (origin, _id, lang) => inLanguage(`${origin}${DOCS_PATH}/${INDICATORS_PATH}`, lang)
  },
  {
    name: 'datasets',
    label: ['Datasets', 'Jeux de données'],
    all: DATASETS.map(({ name, title, description }) => ({ id: name, title, description })),
    path: id => id,
    page: (origin, id, lang) => inLanguage(`${origin}/datasets/${id}`, lang)
  }
]

const readable = (label: Words): Field => ({
  kind: 'text',
  value: sql`null`,
  nullable: false,
  schema: { type: 'string' },
  label,
  meaning: label
})

/** The texts of a definition as the columns of a row, so that words are marked in them as in rows. */
export const TEXTS: Pick<Dataset, 'fields'> = {
  fields: {
    title_en: readable(['Title (English)', 'Titre (anglais)']),
    title_fr: readable(['Title (French)', 'Titre (français)']),
    description_en: readable(['Description (English)', 'Description (anglais)']),
    description_fr: readable(['Description (French)', 'Description (français)'])
  }
}

export const textsOf = ({ title, description }: Definition): Row => ({
  title_en: title[0],
  title_fr: title[1],
  description_en: description[0],
  description_fr: description[1]
})

type Document = { type: string; id: string; words: string }

/** The words of every definition as PostgreSQL stems them: made once, since only the program changes them. */
function selectDocuments(): SQL {
  const documents = DEFINITION_TYPES.flatMap(({ name, all }) =>
    all.map(({ id, title, description }) => ({
      type: name,
      id,
      title: [id, ...title].join('. '),
      text: description.join(' ')
    }))
  )
  return sql`select type, id, (setweight(search_any(title), 'A') || setweight(search_any(text), 'B'))::text as words
    from json_to_recordset(${JSON.stringify(documents)}::text::json) as d(type text, id text, title text, text text)`
}

export type FoundDefinition = { type: string; id: string; relevance: number }

/** Looks for words among the definitions. */
export function openDefinitions(service: Service) {
  let reading: Promise<string> | undefined
  const documents = (seq: number): Promise<string> => {
    reading ??= service.reader.rows<Document>(selectDocuments(), seq).then(JSON.stringify)
    reading.catch(() => {
      reading = undefined
    })
    return reading
  }
  return async (search: string, seq: number): Promise<FoundDefinition[]> => {
    const known = await documents(seq)
    return service.reader.rows<FoundDefinition>(
      sql`select type, id, ts_rank(words::tsvector, ${wholeQuery(search)})::float8 as relevance
        from json_to_recordset(${known}::text::json) as d(type text, id text, words text)
        where words::tsvector @@ ${wholeQuery(search)} order by 3 desc, id`,
      seq
    )
  }
}
