import t from 'tap'
import { closedValues } from '../../src/engine/request/group-by.ts'
import { MEASURES } from '../../src/explorer/parts/map/measures.ts'
import { COMMITMENT_RATES, CONSULTATION_RATES, type Rate, STAR_RATES } from '../../src/glossary/rates.ts'
import { unratedOf } from '../../src/glossary/ratings.ts'
import { writeParameters } from '../../src/http/query-string.ts'
import { DATASETS } from '../../src/v1/index.ts'
import { start } from '../helper.ts'

const sum = (rows: readonly Record<string, unknown>[]) => rows.reduce((total, { count }) => total + Number(count), 0)

t.test('the ratings that a share is of are all values of its filter but those that are none', async t => {
  const shares: [string, Record<string, Rate>][] = [
    ['commitments', COMMITMENT_RATES],
    ['irm-assessments', STAR_RATES],
    ['process-assessments', CONSULTATION_RATES]
  ]
  for (const [name, rates] of shares)
    for (const [rate, { filter, of, counts }] of Object.entries(rates)) {
      const defined = DATASETS.find(dataset => dataset.name === name)?.filters[filter]
      const values = (defined && closedValues(defined))?.map(String) ?? []
      t.same(
        of,
        values.filter(value => !unratedOf(filter).includes(value)),
        rate
      )
      t.ok(
        counts.every(value => of.includes(value)),
        rate
      )
    }
})

t.test('a share has the same numbers in a chart, as an indicator and counted by an aggregate', async t => {
  const { json, get } = await start(t)
  const asked = [
    ['commitments', 'delivered', 'commitments', 'delivered', COMMITMENT_RATES.delivered],
    ['commitments', 'opened', 'commitments', 'opened-government', COMMITMENT_RATES['opened-government']],
    ['consultation', 'online', 'process-assessments', 'online-consultation', CONSULTATION_RATES['online-consultation']]
  ] as const
  for (const [view, show, dataset, indicator, { filter, of, counts }] of asked)
    for (const [by, narrowed] of [
      ['region', ''],
      ['year', '&region=europe'],
      ['country', '&region=americas'],
      ...(view === 'commitments' ? [['theme', '&country=!CL'] as const] : [])
    ] as const) {
      const address = `${indicator} by ${by}${narrowed}`
      const { data: values } = await json(`/v1/indicators/${indicator}?by=${by}&labels=true&lang=en${narrowed}`)
      const { data: groups } = await json(
        `/v1/${dataset}/aggregate?group=${by},${filter}&${filter}=${of.join()}&limit=5000${narrowed}`
      )
      const expected = values
        .filter(({ denominator }) => Number(denominator) > 0)
        .map(row => {
          const own = groups.filter(group => group[by] === row[by])
          t.equal(sum(own.filter(group => counts.includes(String(group[filter])))), row.n, address)
          t.equal(sum(own), row.denominator, address)
          return `${row[`${by}_label`] ?? row[by] ?? 'Not known'}: ${row.n} of ${row.denominator}`
        })
      t.ok(expected.length > 0, address)
      // A choice that goes without saying is not written in an address of the Explorer.
      const bars = by === 'country' ? '' : `&by=${by}`
      const { body } = await get(`/explorer/en/${view}.svg?show=${show}${bars}&bars=all${narrowed}`)
      const drawn = [...body.matchAll(/<rect [^>]*><title>([^<]*?)\*?: ([\d,]+) of ([\d,]+)[^<]*<\/title>/g)]
      const plain = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&#38;', '&').replaceAll(',', '')
      t.same(
        drawn.map(([, name, n, all]) => plain(`${name}: ${n} of ${all}`)).toSorted(),
        expected.map(plain).toSorted(),
        address
      )
    }
})

t.test('what is no rating yet is left out wherever rated ones are shown alone', async t => {
  const { json, get } = await start(t)
  const early = await json('/v1/commitments?opening=no_early_results_yet&limit=1')
  t.ok(Number(early.meta.total) > 0)
  const { of } = COMMITMENT_RATES['opened-government']
  const rated = await json(`/v1/commitments?opening=${of.join()}&limit=1`)
  const { body } = await get('/explorer/en/commitments.svg?in=opening&of=read&by=region&show=share')
  t.match(body, `${rated.meta.total} of them are rated`)
  t.notMatch(body, /No early results yet/)
})

t.test('the map shows the shares that indicators of the same name have, country by country', async t => {
  const { json } = await start(t)
  for (const [measure, indicator] of [
    ['delivered', 'delivered'],
    ['opened', 'opened-government']
  ] as const) {
    const { question, counts } = MEASURES[measure] as NonNullable<(typeof MEASURES)[string]>
    const { data: rows } = await json(`/v1/commitments/aggregate${writeParameters(question)}`)
    const { data: values } = await json(`/v1/indicators/${indicator}?by=country`)
    const shown = values.map(({ country }) => {
      const own = rows.filter(row => row.country === country)
      return { country, n: sum(own.filter(counts)), denominator: sum(own) }
    })
    t.same(
      shown,
      values.map(({ country, n, denominator }) => ({ country, n, denominator })),
      measure
    )
    t.ok(sum(rows) > 0)
  }
})
