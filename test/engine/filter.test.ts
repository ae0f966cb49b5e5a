import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import t from 'tap'
import { code, integer, list, nullable } from '../../src/engine/definition/field.ts'
import {
  between,
  canonicalText,
  contains,
  equals,
  type Filter,
  parameterPattern,
  parseCondition
} from '../../src/engine/definition/filter.ts'

const words = ['', ''] as const
const level = equals(code(sql<'low' | 'high'>`level`, ['low', 'high'], words, words), words)
const year = between(integer(nullable(sql<number>`year`), words, words), words)
const theme = contains(list(nullable(sql<string[]>`themes`), words, words, { pattern: '^[a-z-]+$' }), words)

const condition = (filter: Filter, text: string) => {
  const parsed = parseCondition(filter, text)
  return 'condition' in parsed ? parsed.condition : parsed.faults
}

t.test('a filter reads any of, none of, and no source says', async t => {
  t.same(condition(level, 'low'), { negated: false, alternatives: [{ all: ['low'] }] })
  t.same(condition(level, '!low,null'), { negated: true, alternatives: [{ all: ['low'] }, null] })
  t.same(condition(level, 'lower'), [{ value: 'lower', reason: '' }])
  t.match(condition(level, 'low,!high'), [{ reason: /once, in front/ }])
})

t.test('a hundred values are taken at once, and no more, as the published pattern says', async t => {
  const years = (count: number) => Array.from({ length: count }, (_, at) => 1900 + at).join()
  const pattern = new RegExp(parameterPattern(year))
  t.match(condition(year, years(100)), { negated: false })
  t.ok(pattern.test(years(100)))
  t.match(condition(year, years(101)), [{ reason: /101 values; 100 at most/ }])
  t.notOk(pattern.test(years(101)))
})

t.test('a range is open or closed, never backwards', async t => {
  t.same(condition(year, '2012..2014'), { negated: false, alternatives: [{ low: '2012', high: '2014' }] })
  t.same(condition(year, '2012..'), { negated: false, alternatives: [{ low: '2012' }] })
  t.same(condition(year, '..2014'), { negated: false, alternatives: [{ high: '2014' }] })
  t.match(condition(year, '2014..2012'), [{ reason: /ends before/ }])
  t.ok(Array.isArray(condition(year, '..')))
  t.ok(Array.isArray(condition(year, '2012...2014')))
})

t.test('a list holds any or all of the values', async t => {
  t.same(condition(theme, 'open-data+education,health'), {
    negated: false,
    alternatives: [{ all: ['education', 'open-data'] }, { all: ['health'] }]
  })
})

t.test('whatever is accepted fits the published pattern and has one canonical form', async () => {
  const atoms = fc.constantFrom(
    'low',
    'high',
    'null',
    'open-data',
    '2012',
    '..2014',
    '2013..',
    '',
    '!',
    'x y',
    '2012..2011'
  )
  const text = fc.tuple(
    fc.constantFrom('', '!'),
    fc.array(atoms, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(',', '+')
  )
  fc.assert(
    fc.property(text, fc.constantFrom(level, year, theme), ([mark, parts, glue], filter) => {
      const written = mark + parts.join(glue)
      const first = parseCondition(filter, written)
      if (!('condition' in first)) return
      const canonical = canonicalText(first.condition)
      const pattern = new RegExp(parameterPattern(filter))
      if (!pattern.test(written) || !pattern.test(canonical))
        throw new Error(`${written} → ${canonical} is not as published`)
      const second = parseCondition(filter, canonical)
      if (!('condition' in second) || canonicalText(second.condition) !== canonical)
        throw new Error(`${canonical} is not stable`)
    }),
    { numRuns: 2000 }
  )
})
