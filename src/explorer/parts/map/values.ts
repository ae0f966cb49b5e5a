/** The number of each country, the steps it is coloured by, and what stands where there is none. */

import { FEW } from '../../../i18n/speech.ts'
import { RAMP, type Tone } from '../../charts/colours.ts'
import { TOO_FEW } from '../../charts/rates.ts'
import type { PageContext } from '../../page-context.ts'
import { COMMITMENTS } from '../../views.ts'
import { type MapMeasure, MEASURES, measureOf } from './measures.ts'

type Value = { code: string; name: string; value: number; detail: string; few: boolean }

async function valuesOf(visit: PageContext, { question, counts, unit }: MapMeasure): Promise<Value[]> {
  const found = new Map<string, { name: string; count: number; all: number }>()
  for (const row of await visit.aggregate('commitments', question)) {
    if (row.country === null) continue
    const code = String(row.country)
    const known = found.get(code) ?? { name: String(row.country_label ?? code), count: 0, all: 0 }
    if (counts(row)) known.count += Number(row.count)
    known.all = unit === 'share' ? Number(row.denominator) : 0
    found.set(code, known)
  }
  return [...found].map(([code, { name, count, all }]) => ({
    code,
    name,
    value: unit === 'share' ? count / all : count,
    few: unit === 'share' && all < TOO_FEW,
    detail: unit === 'share' ? detailOf(visit, count, all) : visit.number(count)
  }))
}

const detailOf = (visit: PageContext, count: number, all: number): string =>
  all < FEW
    ? visit.share(count, all)
    : visit.say(['{share} ({count} of {all})', '{share} ({count} sur {all})'], {
        share: visit.share(count, all),
        count,
        all
      })

type Step = { low: number; label: string; tone: Tone }

/** Steps that readers can say: fifths of a share, round numbers of a count. */
function stepsOf(visit: PageContext, unit: MapMeasure['unit'], values: readonly Value[]): Step[] {
  const tones = RAMP.slice(0, 5) as readonly Tone[]
  const most = Math.max(1, ...values.map(({ value }) => value))
  const round = (value: number) => {
    const size = 10 ** Math.floor(Math.log10(value))
    return Math.max(1, Math.ceil(value / size) * size)
  }
  const width = unit === 'share' ? 0.2 : round(most / 5)
  const text = (value: number) => (unit === 'share' ? visit.percent(value) : visit.number(value))
  return tones.map((tone, index) => {
    const low = index * width
    const high = (index + 1) * width
    const label = unit === 'share' ? `${text(low)}–${text(high)}` : `${text(index === 0 ? 0 : low)}–${text(high - 1)}`
    return { low, label: index === 4 && unit === 'count' ? `≥ ${text(low)}` : label, tone }
  })
}

const FEW_TONE: Tone = 'a1'

export const toneOf = (steps: readonly Step[], { value, few }: Value): Tone =>
  few ? FEW_TONE : (steps.findLast(({ low }) => value >= low - 1e-9) ?? (steps[0] as Step)).tone

/** The steps, and what is coloured by none of them. */
export const legendOf = (visit: PageContext, { steps, values }: Map_): { label: string; tone: Tone }[] => [
  ...steps,
  ...(values.some(({ few }) => few)
    ? [{ label: visit.say(['fewer than {few} rated', 'moins de {few} évalués'], { few: TOO_FEW }), tone: FEW_TONE }]
    : []),
  { label: visit.say(['none rated, or none here', 'sans évaluation, ou sans engagement ici']), tone: UNRATED },
  { label: elsewhere(visit), tone: LAND }
]

export type Map_ = {
  measure: MapMeasure
  values: Value[]
  steps: Step[]
  named: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
  /** Commitments here, by country. */
  promised: ReadonlyMap<string, number>
  members: ReadonlySet<string>
  /** The part of the world that a country lies in. */
  regions: ReadonlyMap<string, string>
}

export const UNRATED: Tone = 'm1'
export const LAND: Tone = 'land'
/** What is no country of this map: neither a member nor the author of a commitment. */
export const elsewhere = ({ say }: PageContext): string =>
  say(['not a member in December 2016', 'non membre en décembre 2016'])

/** Why a country has no value, where it belongs to the map all the same. */
export function unratedText({ say }: PageContext, { promised, members }: Map_, code: string): string | undefined {
  const n = promised.get(code) ?? 0
  if (n > 0)
    return say(
      ['{n} {n|commitment|commitments} here, none rated', '{n} {n|engagement|engagements} ici, sans évaluation'],
      { n }
    )
  return members.has(code) ? say(['a member, no commitment here', 'membre, aucun engagement ici']) : undefined
}

export async function mapOf(visit: PageContext): Promise<Map_> {
  const measure = MEASURES[measureOf(visit)] as MapMeasure
  const [values, { facets = {} }, { data: members }, { data: countries }] = await Promise.all([
    valuesOf(visit, measure),
    visit.list(COMMITMENTS.dataset, [
      ['fields', 'id'],
      ['limit', '1'],
      ['facet', 'country']
    ]),
    visit.list('members', [
      ['kind', 'country'],
      ['status', 'active,inactive'],
      ['fields', 'id,country'],
      ['limit', '1000']
    ]),
    visit.list('countries', [
      ['fields', 'id,name_en,name_fr,region'],
      ['limit', '1000']
    ])
  ])
  const named = new Map(countries.map(row => [String(row.name_en), String(row.id)]))
  const names = new Map(countries.map(row => [String(row.id), String(row[`name_${visit.lang}`])]))
  const promised = new Map((facets.country ?? []).map(({ value, count }) => [String(value), count]))
  return {
    measure,
    values,
    steps: stepsOf(visit, measure.unit, values),
    named,
    names,
    promised,
    regions: new Map(countries.map(row => [String(row.id), String(row.region)])),
    members: new Set(members.map(({ country }) => String(country)))
  }
}
