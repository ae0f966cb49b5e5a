import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { type Column, writeColumn } from '../../src/engine/columns/column.ts'
import { openCopies } from '../../src/engine/columns/copies.ts'
import { writeIds } from '../../src/engine/columns/ids.ts'
import { tallyOf } from '../../src/engine/columns/tally.ts'
import type { Dataset } from '../../src/engine/definition/dataset.ts'
import type { Field } from '../../src/engine/definition/field.ts'
import type { Condition, Filter } from '../../src/engine/definition/filter.ts'
import type { Release } from '../../src/engine/definition/release.ts'
import { splittable } from '../../src/engine/definition/split.ts'
import { MAX_VALUES, tallyFacets } from '../../src/engine/list/facets.ts'
import { groupNames } from '../../src/engine/request/group-by.ts'
import { isSortable } from '../../src/engine/sql/order-by.ts'
import { cases } from '../cases.ts'
import { questions } from '../counting.ts'
import { start } from '../helper.ts'

const RUNS = cases(150)

const sortable = (fields: Dataset['fields']) => Object.keys(fields).filter(name => isSortable(fields[name] as Field))

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

t.test('pages and exports of few rows are the same, found by columns in memory and by a statement', async t => {
  const columns = await start(t)
  const statements = await start(t, { own: 'service', columnsMegabytes: 0 })
  const releases = columns.app.service.releases.all().filter(({ status }) => status === 'published')
  for (const dataset of columns.app.service.datasets) {
    for (const release of releases) {
      const names = groupNames(dataset)
      if (names.length > 0) await columns.app.service.copies.tally({ dataset, release, conditions: new Map() }, names)
    }
  }
  const asked = (await questions(columns, 1)).chain(({ dataset, conditions }) =>
    fc.record({
      dataset: fc.constant(dataset),
      conditions: fc.constant(conditions),
      sort: fc.uniqueArray(fc.constantFrom(...sortable(dataset.fields)), { maxLength: 2 }),
      descending: fc.boolean(),
      limit: fc.constantFrom('', '1', '3', '40'),
      split: fc.constantFrom('', '', ...splittable(dataset)),
      release: fc.constantFrom('', ...releases.map(({ id }) => id)),
      suffix: fc.constantFrom('', '', '.csv')
    })
  )
  const PAGES = 3
  let asIs = 0
  await fc.assert(
    fc.asyncProperty(asked, async ({ dataset, conditions, sort, descending, limit, split, release, suffix }) => {
      const query = new URLSearchParams(conditions)
      if (sort.length > 0) query.set('sort', sort.map(name => `${descending ? '-' : ''}${name}`).join())
      for (const [name, value] of Object.entries({ limit, split, release })) if (value) query.set(name, value)
      let path: string | null = `/v1/${dataset.name}${suffix}?${query}`
      for (let page = 0; path && page < PAGES; page++) {
        const { statusCode, body }: { statusCode: number; body: string } = await columns.get(path)
        const other: { statusCode: number; body: string } = await statements.get(path)
        // An older release has fewer columns.
        if (statusCode === 400 && other.statusCode === 400) return
        asIs++
        if (body !== other.body) throw new Error(`${path}\n${body}\n${other.body}`)
        const next: string | null = suffix ? null : JSON.parse(body).links.next
        path = next?.slice(new URL(next).origin.length) ?? null
      }
    }),
    { numRuns: cases(240) }
  )
  t.ok(asIs > cases(240) / 2)
})

t.test('ids are kept as they are, whatever they are made of', async () => {
  await fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 })), texts => {
      const asBytes = (text: string) => Buffer.from(text).toString('latin1')
      const writer = writeIds(texts.length, bytes => Buffer.from(bytes, 'latin1').toString())
      for (const text of texts) writer.add(asBytes(text))
      const ids = writer.end()
      return texts.every((text, row) => ids.of(row) === text)
    }),
    { numRuns: cases(400) }
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
      const writer = writeIds(rows.length, id => id)
      for (const row of rows.keys()) writer.add(`row ${row}`)
      const tally = tallyOf({ rows: rows.length, columns, ids: writer.end(), filters, conditions })
      const isKept = ({ one }: (typeof rows)[number]) =>
        negated !== (one === null || (one.includes('a') && one.includes('b')))
      const kept = rows.filter(isKept)
      const ids = rows.flatMap((held, at) => (isKept(held) ? [`row ${at}`] : []))
      if (JSON.stringify(tally.ids(kept.length)) !== JSON.stringify(ids)) return false
      if (kept.length > 0 && tally.ids(kept.length - 1) !== undefined) return false
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
    const tally = {
      total: () => 0,
      groups: () => [],
      ids: () => [],
      facet: () => [...held, { values: [null], rows: 0 }]
    }
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
  const dataset = datasets.find(({ name }) => name === 'commitments') as Dataset
  const question = { dataset, release: older as Release, conditions: new Map() }
  while (await copies.tally(question, ['country'], false)) await sleep(20)
  t.ok(await copies.tally(question, ['country']), 'those of the one before are read again when somebody asks')
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
