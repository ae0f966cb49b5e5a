/** What two releases say differently of a record, in the words of its data dictionary. */

import { type Html, html } from '../../../html/html.ts'
import type { Row } from '../../api.ts'
import type { PageContext } from '../../page-context.ts'
import { clip, foreign } from '../../text.ts'

/** One line of the API's changes. */
export type Change = {
  id: string
  operation: 'insert' | 'update' | 'delete'
  field: string | null
  old: unknown
  new: unknown
}

type Column = { title: string; list: string | undefined; type: string }
/** The names of columns, and of the values that have one. */
export type Columns = ReadonlyMap<string, Column>
export type Dictionary = { columns: Columns; values: ReadonlyMap<string, string> }

type Schema = { fields: readonly { name: string; title: string; type: string; codeList?: string }[] }

/** The columns of a dataset, of whatever release. */
export async function columnsOf(visit: PageContext, dataset: string): Promise<Columns> {
  const { fields } = await visit.document<Schema>(`${dataset}/schema`)
  return new Map(
    fields.map(({ name, title, type, codeList }): [string, Column] => {
      const list = codeList && new URLSearchParams(codeList.split('?')[1]).get('field')
      return [name, { title, type, list: name === 'themes' ? name : (list ?? undefined) }]
    })
  )
}

export async function dictionaryOf(visit: PageContext, dataset: string): Promise<Dictionary> {
  const { lang } = visit
  const [columns, lists, themes] = await Promise.all([
    columnsOf(visit, dataset),
    visit.list('code-lists', [
      ['fields', `field,code,label_${lang}`],
      ['limit', '1000']
    ]),
    visit.list('themes', [
      ['fields', `id,name_${lang}`],
      ['limit', '1000']
    ])
  ])
  return {
    columns,
    values: new Map([
      ...lists.data.map((row): [string, string] => [`${row.field} ${row.code}`, String(row[`label_${lang}`])]),
      ...themes.data.map((row): [string, string] => [`themes ${row.id}`, String(row[`name_${lang}`])])
    ])
  }
}

const LONGEST = 300

function valueIn({ say, date }: PageContext, { columns, values }: Dictionary, field: string, value: unknown): Html {
  if (value === null || value === undefined)
    return html`<span class="soft">${say(['no source says', 'aucune source ne le dit'])}</span>`
  if (typeof value === 'boolean') return html`${say(value ? ['yes', 'oui'] : ['no', 'non'])}`
  const { list, type } = columns.get(field) ?? {}
  const one = (atom: unknown) => values.get(`${list} ${atom}`) ?? (type === 'date' ? date(String(atom)) : String(atom))
  const text = Array.isArray(value) ? value.map(one).join(', ') : one(value)
  return foreign(clip(text, LONGEST))
}

/** Columns that tell where a value was found, not what it is. */
const isProvenance = (field: string) =>
  /(^|_)(source_id|source_locator|precision|basis|scheme|edition|described_in)$/.test(field)

/** What changed by the titles of its columns, and how many columns that tell where values were found. */
export const namesOf = (columns: Columns, fields: readonly string[]): { told: string[]; provenance: number } => {
  const told = fields.filter(field => !isProvenance(field))
  return { told: told.map(field => columns.get(field)?.title ?? field), provenance: fields.length - told.length }
}

export const foundDifferently = ({ say }: Pick<PageContext, 'say'>, n: number): string =>
  say(['{n} {n|detail|details} of where this was found', '{n} {n|précision|précisions} sur la source'], { n })

export type Told = { event: Change['operation']; name: Html; href: string | undefined; changes: Change[] }

/** Old and new value of each column that differs; where values were found is counted, not listed. */
export function differences(visit: PageContext, dictionary: Dictionary, changes: readonly Change[]): Html {
  const told = changes.filter(({ field }) => field !== null && !isProvenance(field))
  const others = changes.length - told.length
  const side = ({ field }: Change, value: unknown) => valueIn(visit, dictionary, field ?? '', value)
  const before = (change: Change) =>
    change.old === null ? side(change, null) : html`<del>${side(change, change.old)}</del>`
  return html`<ul class="differences">${told.map(change => html`<li><b>${dictionary.columns.get(change.field ?? '')?.title ?? change.field}</b> ${before(change)} → <ins>${side(change, change.new)}</ins></li>`)}${others > 0 && html`<li class="soft">${foundDifferently(visit, others)}</li>`}</ul>`
}

/** The changes of each record together, in their order. */
export function byRecord(changes: readonly Change[]): Map<string, Change[]> {
  const records = new Map<string, Change[]>()
  for (const change of changes) records.set(change.id, [...(records.get(change.id) ?? []), change])
  return records
}

/** The record as a change tells it, where it came or went; one that changed must be asked for. */
export const rowOf = ([change]: readonly Change[]): Row | undefined =>
  change?.operation === 'insert'
    ? (change.new as Row)
    : change?.operation === 'delete'
      ? (change.old as Row)
      : undefined
