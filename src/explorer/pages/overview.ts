/** The whole at a glance: headline figures, the world, progress over time, promised and delivered by theme. */

import { COMMITMENT_RATES, type Rate } from '../../glossary/rates.ts'
import { type Html, html } from '../../html/html.ts'
import { FEW } from '../../i18n/speech.ts'
import type { Words } from '../../i18n/words.ts'
import type { Answer } from '../api.ts'
import type { PageContext } from '../page-context.ts'
import { extentNotes } from '../parts/extent.ts'
import { figure } from '../parts/figure.ts'
import { answered } from '../parts/launch-questions.ts'
import type { Page } from '../parts/layout.ts'
import { mapOnCard, worldMap } from '../parts/map/map.ts'
import { MEASURES, mapTitle } from '../parts/map/measures.ts'
import { ZOOMS } from '../parts/map/zoom.ts'
import { ratedIn, rateIn, sumOf } from '../parts/sums.ts'
import { COMMITMENTS } from '../views.ts'
import { allowOnly, refused } from './chart-options.ts'

const headline = (value: string, words: string, href: string, meaning: string, more: string): Html =>
  html`<li><a href="${href}"><b>${value}</b> <span>${words}</span></a><details><summary>${more}</summary><p>${meaning}</p></details></li>`

/** What a share is of; of few the value names them already. */
const ofRated = (read: number, [en, fr]: Words): Words =>
  read < FEW
    ? [`rated commitments ${en}`, `engagements évalués, ${fr}`]
    : [`of {read} rated commitments ${en}`, `des {read} engagements évalués, ${fr}`]

/** The figures of a set of commitments, each with what it means. */
export function headlines(
  visit: PageContext,
  { meta, facets = {} }: Answer,
  filters: readonly (readonly [string, string])[] = []
): Html {
  const { say, number, share, to } = visit
  const more = say(['What is this?', 'Définition'])
  const explored = (...extra: (readonly [string, string])[]) => to('commitments', [...filters, ...extra])
  const { delivered: delivery, 'opened-government': opening } = COMMITMENT_RATES
  const counting = ({ filter, counts }: Rate) => explored([filter, counts.join(',')])
  const { of: read, count: done } = rateIn(facets, delivery)
  const { of: judged, count: opened } = rateIn(facets, opening)
  const item = (value: string, words: Words, href: string, meaning: Words, values: Record<string, number> = {}) =>
    headline(value, say(words, values), href, say(meaning, values), more)
  /** A dash where nobody looked: zero would be a finding. */
  const counted = (n: number, words: Words, href: string, meaning: Words, looked = 1) =>
    item(looked > 0 ? number(n) : '–', words, href, meaning, { n })
  return html`<ul class="headlines">
${counted(meta.total, ['{n|commitment|commitments}', '{n|engagement|engagements}'], explored(), ['Promises in the action plans loaded here; how much of each plan is here is said below.', 'Promesses des plans d’action présents ici ; la part de chaque plan qui figure ici est dite plus bas.'])}
${counted(sumOf(facets.assessed, true), ['marked as assessed by the IRM', '{n|marqué comme évalué|marqués comme évalués} par le MEI'], explored(['assessed', 'true']), ['The Independent Reporting Mechanism judges what was promised and what was delivered, and OGP’s databases mark what it has assessed. Some that they do not mark, or do not hold, are rated all the same: the shares beside count every rating.', 'Le Mécanisme d’évaluation indépendant juge ce qui a été promis et ce qui a été fait, et les bases de données du PGO marquent ce qu’il a évalué. Certains engagements qu’elles ne marquent pas, ou ne contiennent pas, ont pourtant été évalués : les parts ci-contre comptent toutes les évaluations.'], ratedIn(facets.assessed))}
${item(read > 0 ? share(done, read) : '–', ofRated(read, ['carried out substantially or completely', 'réalisés substantiellement ou entièrement']), counting(delivery), ['{done} of {read} {read|commitment|commitments} rated for completion: at the end of the plan where that was rated, else after its first year.', '{done} {done|engagement|engagements} sur {read} dont l’achèvement a été évalué : en fin de plan si cette évaluation existe, sinon après la première année.'], { done, read })}
${counted(sumOf(facets.starred, true), ['starred under any formula or on its OGP page', '{n|engagement phare|engagements phares}, selon une formule ou sa page du PGO'], explored(['starred', 'true'], ['by', 'star'], ['in', 'none']), ['The IRM gave stars to exemplary commitments and changed the rule twice, so a number of stars needs its formula. Open the figure to see them apart.', 'Le MEI a donné une étoile aux engagements exemplaires et changé deux fois de règle : tout nombre d’étoiles dépend de sa formule. Ouvrez le chiffre pour les distinguer.'], ratedIn(facets.starred))}
${item(judged > 0 ? share(opened, judged) : '–', ofRated(judged, ['made government clearly more open (major or outstanding)', 'ont nettement ouvert l’administration']), counting(opening), ['{opened} of the {judged} {judged|commitment|commitments} for which the IRM judged at the end of the plan whether government opened up: “major” or “outstanding”.', '{opened} {opened|engagement|engagements} sur les {judged} que le MEI a évalués en fin de plan : ouverture majeure ou exceptionnelle.'], { opened, judged, read: judged })}
</ul>`
}

export const FACETS = 'completion,assessed,starred,star,opening,year,theme,region,impact,specificity,country'

export async function overview(visit: PageContext): Promise<Page> {
  const { say } = visit
  allowOnly(visit, 'map', 'zoom')
  const asked = visit.asked.get('map')
  const zoom = visit.asked.get('zoom')
  if (zoom !== undefined && !Object.hasOwn(ZOOMS, zoom))
    throw refused([
      { parameter: 'zoom', detail: `"${zoom.slice(0, 100)}" is none of ${Object.keys(ZOOMS).join(', ')}.` }
    ])
  if (asked !== undefined && !(asked in MEASURES)) {
    throw refused([{ parameter: 'map', detail: `"${asked}" is none of ${Object.keys(MEASURES).join(', ')}.` }])
  }
  const [answer, members] = await Promise.all([
    visit.list('commitments', [
      ['fields', 'id'],
      ['limit', '1'],
      ['facet', FACETS]
    ]),
    visit.list('members', [
      ['fields', 'id'],
      ['limit', '1'],
      ['facet', 'kind,status']
    ])
  ])
  const { facets = {}, links, meta } = answer
  const shared = { visit, view: COMMITMENTS, filters: [], facets, total: meta.total, links }
  const choice = { in: 'completion', of: 'all', order: 'usual' } as const
  const [map, time, themes] = await Promise.all([
    worldMap(visit, links),
    figure({
      ...shared,
      choice: { ...choice, by: 'year', show: 'count' },
      upright: true
    }),
    figure({
      ...shared,
      choice: { ...choice, by: 'theme', show: 'count' },
      most: 12
    })
  ])
  const { kind: kinds } = members.facets ?? {}
  const lead = say(
    [
      'What governments promised in the Open Government Partnership, and what became of it: {countries} countries and {local} local members at the end of 2016.',
      'Ce que les gouvernements ont promis dans le Partenariat pour un gouvernement ouvert, et ce qu’il en est advenu : {countries} pays et {local} membres locaux fin 2016.'
    ],
    { countries: sumOf(members.facets?.status, 'active', 'inactive'), local: sumOf(kinds, 'local') }
  )
  const questions = await answered(visit)
  return {
    title:
      asked === undefined && zoom === undefined && !visit.embed
        ? say([
            'What governments promised, and what they delivered',
            'Ce que les gouvernements ont promis, et ce qu’ils ont fait'
          ])
        : mapTitle(visit),
    description: lead,
    frame: map,
    card: () => mapOnCard(visit),
    body: html`<h1>${say(['What governments promised, and what they delivered', 'Ce que les gouvernements ont promis, et ce qu’ils ont fait'])}</h1>
<p class="lead">${lead}</p>
${headlines(visit, answer)}
${extentNotes(visit)}
${map}
<div class="two">${time.html}${themes.html}</div>
${questions}`
  }
}
