import fc from 'fast-check'
import t from 'tap'
import { SPECIFICITY } from '../src/db/codes.ts'
import type { Dataset } from '../src/engine/definition/dataset.ts'
import type { Field } from '../src/engine/definition/field.ts'
import { isSortable } from '../src/engine/sql/order-by.ts'
import { DATASETS } from '../src/v1/index.ts'
import { cases } from './cases.ts'
import { start } from './helper.ts'

type Row = Record<string, unknown>

/** A dataset of more rows is walked in the columns that its order needs, or the walk would grow with the seeds. */
const MANY = 200

/** A filter that some rows pass: the value of a random row, or null, or not that value. */
const filterOf = (dataset: Dataset, rows: readonly Row[]) =>
  fc.record({
    row: fc.constantFrom(...rows),
    name: fc.constantFrom(
      ...Object.keys(dataset.filters).filter(name => dataset.filters[name]?.comparison !== 'words')
    ),
    mark: fc.constantFrom('', '!'),
    nulls: fc.boolean()
  })

const columnOf = (dataset: Dataset, filter: string) =>
  Object.entries(dataset.fields).find(([, field]) => field.value === dataset.filters[filter]?.value)?.[0]

t.test('walking the pages gives exactly the export, once each, forwards and backwards', async t => {
  const { get, json } = await start(t)
  for (const dataset of DATASETS) {
    const rows = (await get(`/v1/${dataset.name}.ndjson`)).body
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Row)
    if (rows.length === 0) continue
    const sortable = Object.keys(dataset.fields).filter(name => isSortable(dataset.fields[name] as Field))
    const keys = fc.uniqueArray(fc.tuple(fc.constantFrom(...sortable), fc.boolean()), {
      maxLength: 3,
      selector: ([name]) => name
    })
    const filter = Object.values(dataset.filters).some(({ comparison }) => comparison !== 'words')
      ? fc.option(filterOf(dataset, rows))
      : fc.constant(null)
    await fc.assert(
      fc.asyncProperty(keys, filter, fc.integer({ min: 1, max: 40 }), async (sort, chosen, step) => {
        const query = new URLSearchParams()
        if (sort.length > 0) query.set('sort', sort.map(([name, down]) => `${down ? '-' : ''}${name}`).join(','))
        if (rows.length > MANY) query.set('fields', [...new Set(['id', ...sort.map(([name]) => name)])].join(','))
        if (chosen) {
          const column = columnOf(dataset, chosen.name)
          const value = column && chosen.row[column]
          const text = value == null || chosen.nulls ? 'null' : Array.isArray(value) ? value[0] : String(value)
          if (!/^-?\d+\.\d/.test(text)) query.set(chosen.name, chosen.mark + text)
        }
        const wanted = (await get(`/v1/${dataset.name}.ndjson?${query}`)).body.split('\n').filter(Boolean)
        // Small steps through large answers would take long and show nothing more.
        const limit = Math.max(step, Math.ceil(wanted.length / 6))
        const walk = async (start: string, direction: 'next' | 'prev') => {
          const pages: string[][] = []
          let last = start
          for (let address: string | null = start; address; ) {
            const page = await json(address)
            if (page.meta.total !== wanted.length) throw new Error(`total ${page.meta.total} is not ${wanted.length}`)
            if (page.meta.returned !== page.data.length) throw new Error('returned is wrong')
            pages.push(page.data.map(row => JSON.stringify(row)))
            last = address
            address = page.links[direction] ?? null
          }
          return { pages, last }
        }
        const forwards = await walk(`/v1/${dataset.name}?${query}&limit=${limit}`, 'next')
        if (forwards.pages.flat().join('\n') !== wanted.join('\n'))
          throw new Error(`?${query}&limit=${limit}: pages differ from the export`)
        const backwards = await walk(forwards.last, 'prev')
        if (backwards.pages.reverse().flat().join('\n') !== wanted.join('\n'))
          throw new Error(`?${query}&limit=${limit}: the way back differs`)
      }),
      { numRuns: cases(8) }
    )
  }
})

t.test('nulls come last in both directions, ties are broken by the id', async t => {
  const { json } = await start(t)
  const up = (await json('/v1/members?sort=cohort&fields=id,cohort&limit=1000')).data
  const down = (await json('/v1/members?sort=-cohort&fields=id,cohort&limit=1000')).data
  t.same(
    up.map(row => row.cohort).filter(value => value !== null),
    up.map(row => row.cohort).slice(0, 61)
  )
  t.equal(up[0]?.cohort, 1)
  t.equal(down[0]?.cohort, 4)
  t.equal(down.at(-1)?.cohort, null)
})

t.test('coded columns sort from weakest to strongest', async t => {
  const { json } = await start(t)
  const { data } = await json('/v1/commitments?plan=AL-1&sort=specificity,title&specificity=!null&fields=specificity')
  const seen = [...new Set(data.map(row => row.specificity))]
  t.ok(seen.length > 2)
  t.same(
    seen,
    SPECIFICITY.filter(code => seen.includes(code))
  )
})
