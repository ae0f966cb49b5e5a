/** How these data are made: where they come from, what is whole, how shares and stars are counted, whom to ask. */

import { type Html, html } from '../../html/html.ts'
import { FEW } from '../../i18n/speech.ts'
import type { Words } from '../../i18n/words.ts'
import type { Row } from '../api.ts'
import { isMissing } from '../charts/colours.ts'
import { TOO_FEW } from '../charts/rates.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { extentNotes } from '../parts/extent.ts'
import type { Page } from '../parts/layout.ts'
import { webAddress } from '../text.ts'
import { allowOnly } from './chart-options.ts'

const ALL = ['limit', '1000'] as const
const TITLE: Words = ['Methodology', 'Méthodologie']

/** Ways to reach OGP, in the order in which people try them; a contact of another kind is no way. */
const CONTACTS: Record<string, Words> = {
  organisation: ['Organisation', 'Organisation'],
  email: ['Email', 'Courriel'],
  phone: ['Telephone', 'Téléphone'],
  website: ['Website', 'Site web']
}

const terms = (rows: readonly (readonly [string, Html | string | false])[]): Html =>
  html`<dl class="definitions">${rows.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning || '–'}</dd>`)}</dl>`

const meaningsOf = ({ lang }: PageContext, rows: readonly Row[]) =>
  terms(rows.map(row => [String(row[`label_${lang}`]), String(row[`meaning_${lang}`] ?? '–')]))

function editionsOf(visit: PageContext, editions: readonly Row[]): Html {
  const { say, lang, date } = visit
  const holds = ({ extent, [`selection_${lang}`]: selection }: Row): string =>
    extent === 'whole'
      ? say(['every commitment of the plans it covers', 'tous les engagements des plans couverts'])
      : String(selection ?? '–')
  return grid(visit, {
    name: say([
      'Editions of the IRM’s data, the newest last',
      'Éditions des données du MEI, la plus récente en dernier'
    ]),
    kind: 'rows',
    head: [say(['Edition', 'Édition']), say(['Date', 'Date']), say(['Holds', 'Contient'])],
    rows: editions.map(row => [
      String(row[`name_${lang}`]),
      row.date ? date(String(row.date)) : say(['undated', 'sans date']),
      holds(row)
    ])
  })
}

function contactsOf({ say }: PageContext, contacts: readonly Row[]): Html {
  const known = new Map(contacts.map(({ id, value }) => [String(id), String(value)]))
  const link = (id: string, value: string) => {
    const href = id === 'email' ? `mailto:${value}` : id === 'website' ? webAddress(`https://${value}`) : undefined
    return href ? html`<a href="${href}" rel="external">${value}</a>` : value
  }
  return terms(
    Object.entries(CONTACTS).flatMap(([id, words]) => {
      const value = known.get(id)
      return value === undefined ? [] : [[say(words), link(id, value)] as const]
    })
  )
}

export async function methodology(visit: PageContext): Promise<Page> {
  const { say, to, api, lang, number } = visit
  allowOnly(visit)
  const codes = (field: string) => visit.list('code-lists', [['field', field], ['sort', 'rank'], ALL])
  const [whole, editions, sources, completion, stars, contacts, indicators] = await Promise.all([
    visit.list('commitments', [
      ['fields', 'id'],
      ['limit', '1']
    ]),
    visit.list('editions', [['sort', 'rank'], ALL]),
    visit.list('sources', [
      ['fields', 'id'],
      ['limit', '1']
    ]),
    codes('completion'),
    codes('stars'),
    visit.list('contacts', [ALL]),
    visit.service<Row[]>('indicators')
  ])
  const section = (id: string, words: Words, body: Html) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${say(words)}</h2>${body}</section>`
  const paragraph = (words: Words, values = {}) => html`<p>${say(words, values)}</p>`
  const missing = completion.data.filter(({ code }) => isMissing(String(code)))
  return {
    title: say(TITLE),
    description: say([
      'Where the data come from, what is whole and what a selection, how shares and stars are counted, what zero and dash mean, and whom to ask.',
      'D’où viennent les données, ce qui est complet et ce qui ne l’est pas, comment parts et étoiles sont comptées, ce que disent le zéro et le tiret, et à qui s’adresser.'
    ]),
    body: html`<h1>${say(TITLE)}</h1>
${section('sources', ['Where the data come from', 'D’où viennent les données'], html`${paragraph(['Governments write commitments into action plans; the Independent Reporting Mechanism (IRM) judges them. Every row names one of {n} sources and the place in it, and nothing is filled in where no source speaks. Where editions of the IRM’s data differ, the newest dated one counts; all of them stand on the page of a commitment.', 'Les gouvernements inscrivent des engagements dans leurs plans d’action ; le Mécanisme d’évaluation indépendant (MEI) les juge. Chaque ligne nomme l’une des {n} sources et l’endroit précis ; rien n’est complété là où aucune source ne parle. Quand des éditions des données du MEI divergent, la plus récente qui porte une date l’emporte ; toutes figurent sur la page de l’engagement.'], { n: sources.meta.total })}${editionsOf(visit, editions.data)}<p class="links"><a href="${api('sources', [['lang', lang]])}">${say(['All sources (API)', 'Toutes les sources (API)'])}</a></p>`)}
${section('extent', ['What is whole, and what a selection', 'Ce qui est complet, et ce qui ne l’est pas'], html`${paragraph(['Totals and shares are OGP’s only where all commitments of a plan are here. Every page says below its figures how far that is so, and marks years with a selection with an asterisk.', 'Les totaux et les parts ne sont ceux du PGO que lorsque tous les engagements d’un plan sont présents. Chaque page dit sous ses chiffres dans quelle mesure c’est le cas, et marque d’un astérisque les années partielles.'])}${extentNotes(visit, whole.meta.notes)}<p class="links"><a href="${api('coverage', [])}">${say(['How many rows have a value, column by column (API)', 'Nombre de lignes renseignées, colonne par colonne (API)'])}</a></p>`)}
${section('shares', ['How shares are counted', 'Comment les parts sont comptées'], html`${paragraph(['A share is of what was rated, never of all there is. Of fewer than {few} the two numbers stand instead of a percentage, and charts and maps show shares of fewer than {less} in another colour.', 'Une part porte sur ce qui a été évalué, jamais sur l’ensemble. En deçà de {few}, les deux nombres remplacent le pourcentage ; en deçà de {less}, graphiques et cartes emploient une autre couleur.'], { few: FEW, less: TOO_FEW })}${terms(indicators.map(({ label, meaning, comparable }) => [String(label), html`${String(meaning)}${comparable ? html` <span class="soft">${String(comparable)}</span>` : false}`]))}<p class="links"><a href="/v1/indicators?lang=${lang}">${say(['All of them, for every country and year (API)', 'Toutes, par pays et par année (API)'])}</a></p>`)}
${section('stars', ['How stars are given', 'Comment les étoiles sont attribuées'], html`${paragraph(['The IRM gives a star to exemplary commitments. It changed the rule twice, so stars of different formulas are never added up.', 'Le MEI donne une étoile aux engagements exemplaires. La règle a changé deux fois : les étoiles de formules différentes ne s’additionnent jamais.'])}${meaningsOf(visit, stars.data)}`)}
${section('missing', ['What a zero and a dash mean', 'Ce que disent le zéro et le tiret'], html`${paragraph(['0 is a finding: somebody looked, and there was none. A dash (–) says that nobody looked, or that no source of ours tells. Three answers of the IRM are told apart from both:', 'Le 0 est un constat : on a regardé, et il n’y en avait pas. Le tiret (–) signifie que personne n’a regardé, ou qu’aucune de nos sources ne le dit. Trois réponses du MEI s’en distinguent :'])}${meaningsOf(visit, missing)}<p class="links"><a href="${to('definitions')}">${say(['All definitions', 'Toutes les définitions'])}</a></p>`)}
${section('releases', ['Releases', 'Versions'], html`${paragraph(['Data change by releases alone: {n} are published, each stays as it was, and every permanent link names one.', 'Les données ne changent que par versions : {n} sont publiées, chacune reste telle quelle, et chaque lien permanent en nomme une.'], { n: number(visit.releases.length) })}`)}
${section('contact', ['Whom to ask', 'À qui s’adresser'], html`${paragraph(['About OGP, its members and the IRM, as OGP’s brochure of 2016 tells:', 'Sur le PGO, ses membres et le MEI, selon la brochure du PGO de 2016 :'])}${contactsOf(visit, contacts.data)}`)}`
  }
}
