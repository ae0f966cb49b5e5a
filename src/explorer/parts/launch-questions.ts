/** Questions by which OGP explained its Explorer, those that have an answer in the release shown. */

import { type Html, html } from '../../html/html.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Words } from '../../i18n/words.ts'
import type { PageContext } from '../page-context.ts'

type Question = {
  words: Words
  /** What a reader sees. */
  path: string
  parameters?: readonly Parameter[]
  /** The rows that answer it, and what they are. */
  dataset: string
  rows: readonly Parameter[]
  answer: Words
}

const COMMITMENTS: Words = ['{n} {n|commitment|commitments}', '{n} {n|engagement|engagements}']

const QUESTIONS: readonly Question[] = [
  {
    words: ['How did African countries consult?', 'Comment les pays africains ont-ils consulté ?'],
    path: 'consultation',
    parameters: [['region', 'africa']],
    dataset: 'process-assessments',
    rows: [['region', 'africa']],
    answer: ['{n} {n|action plan|action plans}', '{n} {n|plan d’action|plans d’action}']
  },
  {
    words: ['Which countries have commitments on budgets?', 'Quels pays ont des engagements budgétaires ?'],
    path: 'themes/fiscal-openness',
    dataset: 'commitments',
    rows: [['theme', 'fiscal-openness']],
    answer: COMMITMENTS
  },
  {
    words: ['How many starred commitments does Albania have?', 'Combien d’engagements phares a l’Albanie ?'],
    path: 'countries/AL',
    dataset: 'commitments',
    rows: [
      ['country', 'AL'],
      ['starred', 'true']
    ],
    answer: COMMITMENTS
  },
  {
    words: [
      'What came of the British promise on beneficial ownership?',
      'Qu’est devenue la promesse britannique sur les bénéficiaires effectifs ?'
    ],
    path: 'commitments',
    parameters: [
      ['country', 'GB'],
      ['q', 'beneficial ownership']
    ],
    dataset: 'commitments',
    rows: [
      ['country', 'GB'],
      ['q', 'beneficial ownership']
    ],
    answer: COMMITMENTS
  }
]

export async function answered(visit: PageContext): Promise<Html | false> {
  const { say, to } = visit
  const found = await Promise.all(
    QUESTIONS.map(async ({ dataset, rows, ...question }) => {
      const { meta } = await visit.list(dataset, [...rows, ['fields', 'id'], ['limit', '1']], { learn: false })
      return { ...question, n: meta.total }
    })
  )
  const items = found
    .filter(({ n }) => n > 0)
    .map(
      ({ words, path, parameters, answer, n }) =>
        html`<li><a href="${to(path, parameters)}">${say(words)} <small>${say(answer, { n })}</small></a></li>`
    )
  return (
    items.length > 0 &&
    html`<section><h2>${say(['Questions to begin with', 'Des questions pour commencer'])}</h2><ul class="questions">${items}</ul></section>`
  )
}
