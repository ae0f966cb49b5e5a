import t from 'tap'
import { MEASURES } from '../../src/explorer/parts/map/measures.ts'
import { writeParameters } from '../../src/http/query-string.ts'
import { start } from '../helper.ts'

t.test('the map shows the shares that indicators of the same name have, country by country', async t => {
  const { json } = await start(t)
  for (const [measure, indicator] of [
    ['delivered', 'delivered'],
    ['opened', 'opened-government']
  ] as const) {
    const { question, counts } = MEASURES[measure] as NonNullable<(typeof MEASURES)[string]>
    const { data: rows } = await json(`/v1/commitments/aggregate${writeParameters(question)}`)
    const { data: values } = await json(`/v1/indicators/${indicator}?by=country`)
    const sum = (some: typeof rows) => some.reduce((total, { count }) => total + Number(count), 0)
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
