/** Lists that a page holds whole, ordered and narrowed by their address as tables of the API are. */

import { type Html, html } from '../../../html/html.ts'
import { ApiProblem } from '../../api.ts'
import { type PageContext, pathOf, without } from '../../page-context.ts'
import { hidden } from '../layout.ts'

export type Column<Item> = {
  /** In the address; `-name` is the other way round. */
  name: string
  label: string
  /** What it is ordered by; a column without is not. An item that has no value comes last either way. */
  value?: (item: Item) => string | number | undefined
}

/** Throws a problem that names the columns there are. */
export function sorted<Item>(
  { asked, compare }: PageContext,
  columns: readonly Column<Item>[],
  items: readonly Item[]
): Item[] {
  const order = asked.get('sort')
  const isDown = order?.startsWith('-') ?? false
  const named = isDown ? order?.slice(1) : order
  const known = columns.filter(({ value }) => value !== undefined)
  const value = (named === undefined ? known[0] : known.find(({ name }) => name === named))?.value
  if (!value) {
    const detail = `"${order?.slice(0, 100)}" is none of ${known.flatMap(({ name }) => [name, `-${name}`]).join(', ')}.`
    throw new ApiProblem(
      400,
      { detail: 'The address asks for something that there is not.', errors: [{ parameter: 'sort', detail }] },
      undefined
    )
  }
  return items.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    const direction = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))
    return isDown ? -direction : direction
  })
}

/** Heads that lead to the list in their order, the other way round where it is theirs already. */
export function sortHeads<Item>({ asked, to, path }: PageContext, columns: readonly Column<Item>[]): Html[] {
  const order = asked.get('sort') ?? columns[0]?.name
  const kept = without(asked, 'sort')
  return columns.map(({ name, label, value }) => {
    if (!value) return html`<th scope="col">${label}</th>`
    const state = order === name ? 'ascending' : order === `-${name}` ? 'descending' : undefined
    const next = state === 'ascending' ? `-${name}` : name
    return html`<th scope="col"${state && html` aria-sort="${state}"`}><a href="${to(path, [...kept, ['sort', next]])}">${label}${state && html`<span aria-hidden="true"> ${state === 'ascending' ? '↑' : '↓'}</span>`}</a></th>`
  })
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a name holds what the address asks for, accents and case aside. */
export const isSought = ({ asked }: PageContext, ...names: string[]): boolean => {
  const sought = plain(asked.get('q') ?? '')
  return names.some(name => plain(name).includes(sought))
}

/** A field that narrows the list, with more beside it. */
export function narrowing(visit: PageContext, label: string, count: string, more: Html | false = false): Html {
  const { say, asked, lang, path, pin } = visit
  const order = asked.get('sort')
  return html`<form class="choice" method="get" action="${pathOf(lang, path)}">${hidden([...pin, ...(order ? [['sort', order] as const] : [])])}<label>${label} <input type="search" name="q" maxlength="100" value="${asked.get('q') ?? ''}"></label> ${more}<button type="submit">${say(['Show', 'Afficher'])}</button></form><p class="matching" id="matching">${count}</p>`
}
