/** What lines say in words. */

import { FEW, type Speech } from '../../../i18n/speech.ts'
import type { Tone } from '../colours.ts'
import type { Bar, Chart, Part } from '../model.ts'
import { TOO_FEW } from '../rates.ts'

/** Of more steps than these not every point has room for its number. */
const ROOM = 8
const MOST_TICKS = 5

/** What a point of few is filled with. */
export const FEW_TONE: Tone = 'a1'

const SELECTED = ['only a selection of the plans is here', 'seule une sélection des plans figure ici'] as const

/** What stands below a title beside what is counted: how lines are read, and what their points are. */
export function lineNote({ say }: Speech, measure: Chart['measure'], bars: readonly Bar[]): string {
  const isPartial = bars.some(({ parts }) => parts.some(part => part.isPartial))
  const sentences = [
    measure === 'share' &&
      say([
        'Each share is of all that match for the same year or number of the plan.',
        'Chaque part porte sur tous ceux retenus pour la même année ou le même numéro de plan.'
      ]),
    measure === 'rate'
      ? say([
          'Where there is no point, nothing was rated; no line crosses such a gap.',
          'Sans point, rien n’a été évalué ; aucune ligne ne traverse une telle lacune.'
        ])
      : say([
          'Where there is no point, nothing is here; no line crosses such a gap.',
          'Sans point, rien ne figure ici ; aucune ligne ne traverse une telle lacune.'
        ]),
    isPartial &&
      say([
        'Rings, and * in the numbers: only a selection of the plans is here.',
        'Anneaux, et * dans les chiffres : seule une sélection des plans figure ici.'
      ])
  ]
  return sentences.filter(Boolean).join(' ')
}

/** What a point says of itself beside its numbers. */
export const asideOf = ({ say }: Speech, { isPartial }: Part): string => (isPartial ? ` (${say(SELECTED)})` : '')

/** What stands where there is no point. */
export const gapText = ({ say }: Speech, { measure }: Chart): string =>
  measure === 'rate' ? say(['none rated', 'aucun évalué']) : say(['none here', 'aucun ici'])

/** Marks and what they mean. */
export const legendOf = ({ say }: Speech, chart: Chart): { label: string; tone: Tone }[] =>
  chart.bars.some(({ parts }) => parts.some(({ tone }) => tone === FEW_TONE))
    ? [
        {
          label:
            chart.measure === 'rate'
              ? say(['fewer than {few} rated', 'moins de {few} évalués'], { few: TOO_FEW })
              : say(['of fewer than {few}', 'sur moins de {few}'], { few: TOO_FEW }),
          tone: FEW_TONE
        }
      ]
    : []

/** The number of a point where there is little room: of few, how many of how many. */
export function shortValue({ number, percent }: Speech, { count, share, of }: Part): string {
  if (share === null) return number(count)
  return of !== undefined && of < FEW ? `${number(count)}/${number(of)}` : percent(share)
}

/** Whether every point has room for its number. */
export const hasRoom = ({ series }: Chart): boolean => series.length <= ROOM

/** The steps that are named below a line. */
export function ticksOf({ series }: Chart): { label: string; at: number }[] {
  const every = hasRoom({ series } as Chart) ? 1 : Math.ceil(series.length / MOST_TICKS)
  return series.flatMap(({ value }, at) => (at % every === 0 ? [{ label: value, at }] : []))
}
