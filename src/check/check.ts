/** A figure then and now, what became of its rows, a verdict and a citation. */
import { sql } from 'drizzle-orm'
import { NAME as CHANGES } from '../changes/changes.ts'
import { OPERATIONS, type Operation, selectChanges, selectMoved } from '../changes/compare.ts'
import { workOf } from '../cite/bibliographic-record.ts'
import { citedWork } from '../cite/citation.ts'
import { readTarget } from '../cite/parsed-url.ts'
import { toApa } from '../cite/styles/apa.ts'
import { datasetAt } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import { addressOf, metaOf } from '../engine/links.ts'
import type { Service } from '../engine/service.ts'
import { type Parameter, writeParameters } from '../http/query-string.ts'
import type { Lang } from '../i18n/words.ts'
import { INDICATORS_PATH } from '../indicators/answer.ts'
import type { Figure } from './figure.ts'
import { badgeFor, type Judged, judge, type Printed, sentenceFor, type Verdict } from './verdict.ts'

export const CHECK = 'check'

export type Moment = { release: string; date: string; value: number | null; url: string }

export type Checked = {
  data: {
    sentence: string
    column: string | null
    value: number | null
    before: Moment
    now: Moment
    verdict: Verdict
    text: string
    badge: string
    /** Records behind the figure that came, changed or went; null where it is of one row. */
    rows: Record<Operation, number> | null
    citation: string
  }
  meta: Record<string, unknown>
  links: Record<string, string | null>
}

export type CheckQuestion = {
  service: Service
  origin: string
  lang: Lang
  url: string
  figure: Figure
  printed: Printed | undefined
  before: Release
  now: Release
  /** As it was asked, in canonical form. */
  asked: readonly Parameter[]
}

async function movedRows({ service, figure, before, now }: CheckQuestion): Promise<Record<Operation, number> | null> {
  if (!figure.rows) return null
  const { conditions } = figure.rows
  const dataset = datasetAt(figure.rows.dataset, now)
  const span = { before: before.seq, after: now.seq }
  const moved = selectMoved(dataset, span)
  const changes = selectChanges(dataset, span, { rows: 'json', moved, operations: OPERATIONS, conditions })
  const counted = await service.reader.rows<{ operation: Operation; count: number }>(
    sql`select operation, count(distinct id)::int as count from (${changes}) c group by operation`,
    now.seq
  )
  const counts: Record<Operation, number> = { insert: 0, update: 0, delete: 0 }
  for (const { operation, count } of counted) counts[operation] = count
  return counts
}

/** How the figure of the newer release is cited. */
async function citationOf({ service, origin, lang, figure, now }: CheckQuestion, pinned: string, title: string) {
  if (figure.path.startsWith(`${service.prefix}/${INDICATORS_PATH}/`))
    return toApa(workOf({ release: now, lang, url: pinned, title }))
  return toApa(await citedWork(service, origin, readTarget(service, origin, pinned), lang))
}

export async function checkFigure(question: CheckQuestion): Promise<Checked> {
  const { service, origin, lang, figure, printed, before, now, asked } = question
  const at = ({ id }: Release) =>
    `${origin}${figure.path}${figure.path.includes('?') ? '&' : '?'}${writeParameters([['release', id]]).slice(1)}`
  const [was, is, rows, sentence] = await Promise.all([
    figure.valueIn(before, lang),
    figure.valueIn(now, lang),
    movedRows(question),
    figure.sentence(lang)
  ])
  const { column, isShare } = figure
  const verdict = judge(printed, was, is)
  const judged: Judged = { verdict, printed, before: was, now: is, oldest: before.id, newest: now.id, isShare }
  const filters = figure.rows?.filters ?? []
  return {
    data: {
      sentence,
      column,
      value: printed?.value ?? null,
      before: { release: before.id, date: before.date, value: was, url: at(before) },
      now: { release: now.id, date: now.date, value: is, url: at(now) },
      verdict,
      text: sentenceFor(judged, lang),
      badge: badgeFor(judged, lang),
      rows,
      citation: await citationOf(question, at(now), sentence)
    },
    meta: metaOf(service, figure.rows?.dataset.name ?? CHECK, now),
    links: {
      self: addressOf(service, origin, CHECK, asked),
      svg: addressOf(service, origin, `${CHECK}.svg`, asked),
      changes: figure.rows
        ? addressOf(service, origin, CHANGES, [
            ['since', before.id],
            ['dataset', figure.rows.dataset.name],
            ...filters,
            ['release', now.id]
          ])
        : null,
      docs: `${origin}/docs/service`
    }
  }
}
