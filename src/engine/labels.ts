/** What values are called: from the code lists and from the names of the rows that ids refer to, per release. */

import { type SQL, sql } from 'drizzle-orm'
import { type Lang, type Words, wordsIn } from '../i18n/words.ts'
import type { Dataset } from './definition/dataset.ts'
import type { Field } from './definition/field.ts'
import type { Release } from './definition/release.ts'
import { datasetAs } from './definition/split.ts'
import { oncePerRelease } from './releases/per-release-cache.ts'
import type { Reader } from './sql/read-pool.ts'
import { idOf, validIn } from './sql/select.ts'

/** What a field or a filter says of its values. */
export type Labelled = { codeList?: string; references?: string }

const TRUTH: Record<string, Words> = { true: ['Yes', 'Oui'], false: ['No', 'Non'] }

export type LabelBook = {
  /** What the value is called; undefined where no label is known, or none is needed. */
  label(of: Labelled, value: string, lang: Lang): string | undefined
  /** All labels of a code list or of a dataset's ids. */
  labels(of: Labelled, lang: Lang): ReadonlyMap<string, string>
}

export type Labels = { of(release: Release): Promise<LabelBook> }

type Row = { id: string; en: string; fr: string }

/** The names of a dataset's rows in both languages; in one where it has no other. */
const namesOf = (dataset: Dataset): readonly [SQL, SQL] => {
  const { name_en, name_fr, title, id } = dataset.fields
  const name = (name_en ?? title ?? id) as Field
  return [name.value, (name_fr ?? name).value]
}

/** Labels by `code-list field + code` and `dataset + id`. `codeLists` has the columns field, code, label_en, label_fr. */
export function openLabels(reader: Reader, codeLists: Dataset, referenced: readonly Dataset[]): Labels {
  const read = async ({ seq }: Release): Promise<LabelBook> => {
    const lists = new Map<string, Map<string, Words>>()
    const put = (list: string, id: string, words: Words) => {
      const entries = lists.get(list) ?? new Map<string, Words>()
      lists.set(list, entries.set(id, words))
    }
    const { field, code, rank, label_en, label_fr } = codeLists.fields
    const coded = await reader.rows<Row & { field: string }>(
      sql`select ${field?.value} as field, ${code?.value} as id, ${label_en?.value} as en, ${label_fr?.value} as fr
        from ${codeLists.table} where ${validIn(codeLists.table, seq)} order by 1, ${rank?.value} nulls last, 2`,
      seq
    )
    for (const { field: name, id, en, fr } of coded) put(`code ${name}`, id, [en, fr])
    for (const dataset of referenced) {
      const [en, fr] = namesOf(dataset)
      const rows = await reader.rows<Row>(
        sql`select ${idOf(dataset)} as id, ${en} as en, coalesce(${fr}, ${en}) as fr
          from ${dataset.table} where ${validIn(dataset.table, seq)} order by 1`,
        seq
      )
      for (const row of rows) put(`id ${dataset.name}`, row.id, [row.en, row.fr])
    }
    const listOf = ({ codeList, references }: Labelled) =>
      codeList ? lists.get(`code ${codeList}`) : references ? lists.get(`id ${references}`) : undefined
    return {
      label(of, value, lang) {
        const words = listOf(of)?.get(value) ?? (of.codeList || of.references ? undefined : TRUTH[value])
        return words && wordsIn(words, lang)
      },
      labels: (of, lang) => new Map([...(listOf(of) ?? [])].map(([value, words]) => [value, wordsIn(words, lang)]))
    }
  }

  return { of: oncePerRelease(read) }
}

/** The columns that `labels=true` puts a label beside: the coded ones. */
export const isLabelled = ({ codeList, references }: Field): boolean => Boolean(codeList ?? references)

export const labelColumn = (column: string): string => `${column}_label`

/** The label column of a coded one, as far as its form goes. */
export const labelField = (field: Field, value: SQL): Field => {
  const text = { type: 'string', minLength: 1, maxLength: 500 } as const
  // The label of a filter is a sentence.
  const [en, fr] = [field.label[0].replace(/\.$/, ''), field.label[1].replace(/\.$/, '')]
  return {
    kind: field.kind === 'list' ? 'list' : 'text',
    value,
    nullable: true,
    schema: field.kind === 'list' ? { type: 'array', items: text, minItems: 1, maxItems: 200 } : text,
    label: [`${en} (label)`, `${fr} (libellé)`],
    meaning: [`Label of “${en}”, in the language of the answer.`, `Libellé de « ${fr} », dans la langue de la réponse.`]
  }
}

/** The dataset with a label beside every coded column; a value without a label is given as it is. */
function withLabels(dataset: Dataset, book: LabelBook, lang: Lang): Dataset {
  const entries = Object.entries(dataset.fields).flatMap(([name, field]) => {
    if (!isLabelled(field)) return [[name, field] as const]
    // The driver would encode a parameter of type jsonb once more.
    const known = sql`${JSON.stringify(Object.fromEntries(book.labels(field, lang)))}::text::jsonb`
    const value =
      field.kind === 'list'
        ? sql`(select array_agg(coalesce(${known} ->> item, item) order by place) from unnest(${field.value}) with ordinality as listed(item, place))`
        : sql`coalesce(${known} ->> ${field.value}, ${field.value})`
    return [[name, field] as const, [labelColumn(name), labelField(field, value)] as const]
  })
  return { ...dataset, fields: Object.fromEntries(entries) }
}

/** The columns asked for, each coded one followed by its label. */
const columnsWithLabels = (dataset: Dataset, columns: readonly string[]): string[] =>
  columns.flatMap(name => (isLabelled(dataset.fields[name] as Field) ? [name, labelColumn(name)] : [name]))

/** A dataset and the columns asked for, with labels where a language says in which. */
export async function labelled(
  service: { labels: Labels },
  dataset: Dataset,
  { release, columns, split }: { release: Release; columns: readonly string[]; split?: string | undefined },
  lang: Lang | undefined
): Promise<{ dataset: Dataset; columns: readonly string[] }> {
  const shown = datasetAs(dataset, release, split)
  if (!lang) return { dataset: shown, columns }
  const book = await service.labels.of(release)
  return { dataset: withLabels(shown, book, lang), columns: columnsWithLabels(shown, columns) }
}
