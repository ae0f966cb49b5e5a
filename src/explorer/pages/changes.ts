/** What changed between two releases, in words, with old and new values. */

import { type Html, html } from '../../html/html.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Words } from '../../i18n/words.ts'
import type { Row } from '../api.ts'
import { type PageContext, pathOf } from '../page-context.ts'
import { byRecord, type Change, type Dictionary, dictionaryOf, differences, rowOf } from '../parts/changes/words.ts'
import { take } from '../parts/downloads.ts'
import type { Page } from '../parts/layout.ts'
import { countryName, titleOf } from '../parts/table.ts'
import { clip, foreign } from '../text.ts'
import { allowOnly, refused } from './chart-options.ts'

/** What readers follow; each has a filter by country. */
const FOLLOWED: Record<string, Words> = {
  commitments: ['Commitments', 'Engagements'],
  'action-plans': ['Action plans', 'Plans d’action'],
  members: ['Members', 'Membres'],
  'eligibility-scores': ['Eligibility scores', 'Scores d’admissibilité'],
  'process-assessments': ['Consultation', 'Consultation']
}
const FIRST = 'commitments'
const LINES = '100'

const EVENTS: Record<Change['operation'], Words> = {
  insert: ['new', 'nouveau'],
  update: ['changed', 'modifié'],
  delete: ['no longer there', 'disparu']
}

const nameOf = (visit: PageContext, row: Row): Html => {
  const place = countryName(visit, row)
  const name = String(row[`name_${visit.lang}`] ?? (row.title === undefined ? row.id : titleOf(visit, row)))
  return html`${place && place !== name ? html`${place} – ` : false}${foreign(clip(name, 120))}`
}

async function record(
  visit: PageContext,
  dictionary: Dictionary,
  dataset: string,
  [id, changes]: [string, Change[]]
): Promise<Html> {
  const { say, to } = visit
  const event = changes[0]?.operation ?? 'update'
  const row = rowOf(changes) ?? (await visit.item(dataset, id)) ?? { id }
  const name = nameOf(visit, row)
  const hasPage = dataset === 'commitments' && event !== 'delete'
  return html`<li><p><span class="event">${say(EVENTS[event])}</span> ${hasPage ? html`<a href="${to(`commitments/${id}`)}">${name}</a>` : name}</p>${event === 'update' && differences(visit, dictionary, changes)}</li>`
}

/** The release to compare with: the one named, else the one published before. */
function sinceOf({ asked, releases, release }: PageContext): PageContext['release'] | undefined {
  const named = asked.get('since')
  if (named === undefined) {
    const older = releases.filter(({ date }) => date < release.date)
    return older.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
  }
  const found = releases.find(({ id }) => id === named)
  if (found) return found
  const detail = `"${named.slice(0, 100)}" is not a release; there are ${releases.map(({ id }) => id).join(', ')}.`
  throw refused([{ parameter: 'since', detail }])
}

const select = (name: string, label: string, options: readonly (readonly [string, string])[], chosen: string) =>
  html`<label>${label} <select name="${name}">${options.map(([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`)}</select></label> `

export async function changes(visit: PageContext): Promise<Page> {
  const { say, asked, lang, to, release, releases, date, pin } = visit
  allowOnly(visit, 'since', 'country', 'dataset', 'cursor')
  const title = say(['What changed', 'Ce qui a changé'])
  const dataset = asked.get('dataset') ?? FIRST
  if (!Object.hasOwn(FOLLOWED, dataset)) {
    const detail = `"${dataset.slice(0, 100)}" is none of ${Object.keys(FOLLOWED).join(', ')}.`
    throw refused([{ parameter: 'dataset', detail }])
  }
  const since = sinceOf(visit)
  const country = asked.get('country')
  const { data: places } = await visit.list('countries', [
    ['fields', `id,name_${lang}`],
    ['limit', '1000'],
    ['sort', `name_${lang}`]
  ])
  const place = places.find(({ id }) => id === country)
  const description = say([
    'What two releases of the data say differently, record by record, with old and new values.',
    'Ce que deux versions des données disent différemment, fiche par fiche, avec l’ancienne et la nouvelle valeur.'
  ])
  const form = html`<form class="choice changes" method="get" action="${pathOf(lang, 'changes')}">
${select(
  'since',
  say(['Since release', 'Depuis la version']),
  releases.filter(({ id }) => id !== release.id).map(({ id, date: day }) => [id, `${id} (${date(day)})`] as const),
  since?.id ?? ''
)}
${select(
  'release',
  say(['To release', 'À la version']),
  [
    ['', say(['newest', 'la plus récente'])],
    ...releases.map(({ id, date: day }) => [id, `${id} (${date(day)})`] as const)
  ],
  pin.length > 0 ? release.id : ''
)}
${select(
  'dataset',
  say(['Of', 'Données']),
  Object.entries(FOLLOWED).map(([name, words]) => [name, say(words)] as const),
  dataset
)}
${select('country', say(['Country', 'Pays']), [['', say(['all', 'tous'])], ...places.map(row => [String(row.id), String(row[`name_${lang}`])] as const)], country ?? '')}
<button type="submit" class="main">${say(['Show', 'Afficher'])}</button></form>`
  const head = html`<h1>${title}</h1><p class="lead">${description}</p>${form}`
  if (!since)
    return {
      title,
      description,
      body: html`${head}<p class="none">${say(['There is no release before this one.', 'Il n’y a pas de version antérieure.'])}</p>`
    }
  const question: Parameter[] = [
    ['since', since.id],
    ['dataset', dataset],
    ...(country ? [['country', country] as const] : [])
  ]
  const cursor = asked.get('cursor')
  const total = async (operation: string) =>
    (await visit.list('changes', [...question, ['operation', operation], ['limit', '1']])).meta.total
  const [answer, dictionary, added, changed, gone] = await Promise.all([
    visit.list('changes', [...question, ['limit', LINES], ...(cursor ? [['cursor', cursor] as const] : [])]),
    dictionaryOf(visit, dataset),
    total('insert'),
    total('update'),
    total('delete')
  ])
  const records = await Promise.all(
    [...byRecord(answer.data as Change[])].map(found => record(visit, dictionary, dataset, found))
  )
  const next = answer.links.next && new URL(answer.links.next).searchParams.get('cursor')
  const what = say(FOLLOWED[dataset] as Words)
  const named = place ? `${what}, ${place[`name_${lang}`]}` : what
  const span = say(['{what}: changes from {since} to {release}', '{what} : changements de {since} à {release}'], {
    what: named,
    since: since.id,
    release: release.id
  })
  const counts = say(
    [
      '{added} new, {changed} {changed|value|values} changed, {gone} no longer there.',
      '{added} {added|nouveau|nouveaux}, {changed} {changed|valeur modifiée|valeurs modifiées}, {gone} {gone|disparu|disparus}.'
    ],
    { added, changed, gone }
  )
  const view = { path: 'changes', parameters: [...question] }
  return {
    title: span,
    description: `${span}. ${counts}`,
    above: [],
    body: html`${head}
<h2 id="rows">${span}</h2><p class="matching" id="matching">${counts}</p>
${records.length === 0 ? html`<p class="none">${say(['Nothing differs between these releases.', 'Rien ne diffère entre ces versions.'])}</p>` : html`<ul class="changed">${records}</ul>`}
${next && html`<p class="pages"><a rel="next" href="${to('changes', [...question, ['cursor', next]])}#rows">${say(['Next →', 'Suivants →'])}</a></p>`}
${take(visit, { title: span, links: answer.links, view, data: [{ label: say(['Changes', 'Changements']), path: 'changes', parameters: question, isWordless: true }] })}`
  }
}
