import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { type Column, writeColumn } from '../../src/engine/columns/column.ts'
import { openCopies } from '../../src/engine/columns/copies.ts'
import { tallyOf } from '../../src/engine/columns/tally.ts'
import type { Dataset } from '../../src/engine/definition/dataset.ts'
import type { Condition, Filter } from '../../src/engine/definition/filter.ts'
import type { Release } from '../../src/engine/definition/release.ts'
import { splittable } from '../../src/engine/definition/split.ts'
import { MAX_VALUES, tallyFacets } from '../../src/engine/list/facets.ts'
import { groupNames } from '../../src/engine/request/group-by.ts'
import { cases } from '../cases.ts'
import { questions } from '../counting.ts'
import { start } from '../helper.ts'

const RUNS = cases(150)

t.test('whatever is asked, columns in memory and statements give the same bytes', async t => {
  const columns = await start(t)
  const statements = await start(t, { own: 'service', columnsMegabytes: 0 })
  const releases = ['', ...columns.app.service.releases.all().map(({ id }) => id)]
  const asked = (await questions(columns, 3)).chain(({ dataset, groups, conditions }) => {
    const counted = fc.record({
      measure: fc.constantFrom('count', 'share', 'count,share'),
      of: fc.subarray(groups),
      wide: fc.boolean(),
      descending: fc.boolean(),
      sort: fc.constantFrom('', ...groups),
      suffix: fc.constantFrom('', '.csv', '.ndjson')
    })
    return fc.record({
      dataset: fc.constant(dataset),
      groups: fc.constant(groups),
      conditions: fc.constant(conditions),
      counted: fc.option(counted, { freq: 2 }),
      split: fc.constantFrom('', '', ...splittable(dataset)),
      release: fc.constantFrom(...releases),
      labels: fc.boolean()
    })
  })
  await fc.assert(
    fc.asyncProperty(asked, async ({ dataset, groups, conditions, counted, split, release, labels }) => {
      const query = new URLSearchParams(conditions)
      if (split) query.set('split', split)
      if (release) query.set('release', release)
      if (labels) query.set('labels', 'true')
      let path = `/v1/${dataset.name}`
      if (counted) {
        const { measure, of, wide, sort, descending, suffix } = counted
        path += `/aggregate${suffix}`
        query.set('group', groups.join(','))
        query.set('measure', measure)
        if (wide) query.set('shape', 'wide')
        if (of.length > 0 && measure !== 'count') query.set('of', of.join(','))
        if (sort && !(wide && sort === groups.at(-1))) query.set('sort', `${descending ? '-' : ''}${sort}`)
      } else {
        query.set('facet', groups.join(','))
        query.set('limit', '1')
      }
      const [one, other] = await Promise.all([columns.get(`${path}?${query}`), statements.get(`${path}?${query}`)])
      if (one.body !== other.body) throw new Error(`${path}?${query}\n${one.body}\n${other.body}`)
    }),
    { numRuns: RUNS }
  )
})

t.test('every filter that rows can be counted by has its values in memory', async t => {
  const { app } = await start(t)
  const { copies, datasets, releases } = app.service
  for (const dataset of datasets) {
    const names = groupNames(dataset)
    if (names.length === 0) continue
    const tally = await copies.tally({ dataset, release: releases.current(), conditions: new Map() }, names)
    t.ok(tally, dataset.name)
  }
})

const TEXT = { comparison: 'value', kind: 'text' }
const LIST = { comparison: 'list', kind: 'text' }
const OPEN: Condition = { negated: false, alternatives: [{ all: ['a', 'b'] }, null] }

t.test('rows are counted by hand and from columns alike, however many combinations there could be', async () => {
  const filters = { one: LIST, two: TEXT, three: TEXT } as unknown as Record<string, Filter>
  const texts = fc.constantFrom('a', 'b', 'c', ...Array.from({ length: 400 }, (_, at) => `${at}`))
  const row = fc.record({ one: fc.option(fc.array(texts, { minLength: 1, maxLength: 3 })), two: texts, three: texts })
  await fc.assert(
    fc.property(fc.array(row, { minLength: 300, maxLength: 500 }), fc.boolean(), (rows, negated) => {
      const columns = new Map(
        (['one', 'two', 'three'] as const).map(name => {
          const writer = writeColumn(rows.length, text => JSON.parse(text))
          for (const held of rows) writer.add(JSON.stringify(held[name]))
          return [name, writer.end() as Column]
        })
      )
      const conditions = new Map([['one', { ...OPEN, negated }]])
      const tally = tallyOf({ rows: rows.length, columns, filters, conditions })
      const kept = rows.filter(({ one }) => negated !== (one === null || (one.includes('a') && one.includes('b'))))
      const counts = new Map<string, number>()
      for (const { one, two, three } of kept) {
        for (const item of new Set(one ?? [null])) {
          const key = JSON.stringify([item, two, three])
          counts.set(key, (counts.get(key) ?? 0) + 1)
        }
      }
      const found = tally.groups(['one', 'two', 'three'])?.map(({ values, rows: n }) => [JSON.stringify(values), n])
      const inOrder = (pairs: unknown[][]) => pairs.map(pair => pair.join(' ')).sort()
      return (
        tally.total() === kept.length && JSON.stringify(inOrder(found ?? [])) === JSON.stringify(inOrder([...counts]))
      )
    }),
    { numRuns: cases(20) }
  )
})

t.test('a column of too many values is left to the database', async t => {
  const writer = (values: number) => {
    const column = writeColumn(values, Number)
    for (let value = 0; value < values; value++) column.add(String(value))
    return column.end()
  }
  t.equal(writer(256)?.codes.BYTES_PER_ELEMENT, 1)
  t.equal(writer(257)?.codes.BYTES_PER_ELEMENT, 2)
  t.equal(writer(65_536)?.codes.at(-1), 65_535)
  t.equal(writer(65_537), undefined)
})

t.test(
  'of more values than a facet holds, those of most rows are kept, and of equals the first by their bytes',
  async t => {
    const many = Array.from({ length: MAX_VALUES }, (_, at) => ({ values: [`v${at}`], rows: 1 }))
    const held = [...many, { values: ['é'], rows: 1 }, { values: ['Z'], rows: 1 }, { values: ['z'], rows: 2 }]
    const tally = { total: () => 0, groups: () => [], facet: () => [...held, { values: [null], rows: 0 }] }
    const found = tallyFacets(tally, ['plan']) ?? []
    t.equal(found.length, MAX_VALUES)
    t.same(
      found.slice(0, 4).map(({ value }) => value),
      [null, 'z', 'Z', 'v0']
    )
    t.equal(found.at(-1)?.value, 'v996', 'v997 to v999 and é are left out')
    t.equal(found[0]?.values, MAX_VALUES + 4, 'but counted among the values that there are')
  }
)

t.test('columns are read once for many who ask, and forgotten with their release', async t => {
  const { app } = await start(t)
  const { datasets, reader, releases } = app.service
  const dataset = datasets.find(({ name }) => name === 'members') as Dataset
  let [reads, generation] = [0, 1]
  let all = [...releases.all()]
  const copies = openCopies(
    {
      reader: {
        ...reader,
        serverWith: seq => {
          reads++
          return reader.serverWith(seq)
        }
      },
      releases: { ...releases, generation: () => generation, all: () => all }
    },
    2 ** 20,
    error => t.fail('columns cannot be read', { error })
  )
  const question = { dataset, release: releases.current(), conditions: new Map() }
  t.equal(await copies.tally(question, [], false), undefined, 'a total alone reads none')
  const tallies = await Promise.all(['region', 'kind', 'status'].map(name => copies.tally(question, [name])))
  t.equal(reads, 1)
  t.equal(new Set(tallies.map(tally => tally?.total())).size, 1)
  t.equal((await copies.tally(question, [], false))?.total(), tallies[0]?.total(), 'and has those that are there')
  t.ok(copies.bytes() > 0)
  generation++
  all = all.map(release => ({ ...release, status: 'dropped' }))
  t.equal(await copies.tally(question, [], false), undefined)
  t.equal(copies.bytes(), 0)
})

t.test('the columns of the current release, and of the next one, are read before anybody asks', async t => {
  const { app } = await start(t)
  const { datasets, reader, releases } = app.service
  const [older, newer] = releases.all().filter(({ status }) => status === 'published')
  let current = older as Release
  const copies = openCopies({ reader, releases: { ...releases, current: () => current } }, 2 ** 26, error =>
    t.fail('columns cannot be read', { error })
  )
  t.teardown(copies.close)
  copies.keepReady(datasets)
  for (const release of [older, newer] as Release[]) {
    current = release
    for (const dataset of datasets.filter(({ filters }) => 'country' in filters)) {
      const question = { dataset, release, conditions: new Map() }
      while (!(await copies.tally(question, ['country'], false))) await sleep(20)
    }
  }
})

t.test('a search, and columns that cannot be read, are left to the database', async t => {
  const { app, json } = await start(t, { own: 'service' })
  const { copies, datasets, reader, releases } = app.service
  const dataset = datasets.find(({ name }) => name === 'members') as Dataset
  const searched = new Map([['q', { negated: false, alternatives: [{ all: ['open'] }] }]])
  t.equal(await copies.tally({ dataset, release: releases.current(), conditions: searched }, ['region']), undefined)
  reader.serverWith = () => ({ url: 'postgres://127.0.0.1:1/nothing', silent: new AbortController().signal })
  const { data } = await json('/v1/members/aggregate?group=region')
  t.ok(data.length > 0, 'groups are counted all the same')
  t.equal(copies.bytes(), 0)
})
