import t from 'tap'
import { readImport } from '../src/commands/import.ts'
import { isDate } from '../src/db/dates.ts'
import { parameterPattern } from '../src/engine/definition/filter.ts'
import { checkRow } from '../src/import/validate.ts'
import { DATASETS } from '../src/v1/index.ts'
import { start } from './helper.ts'

const NONE = [
  '2016-02-30',
  '2016-13',
  '2016-00',
  '2015-02-29',
  '2016-04-31',
  '2016-01-00',
  '2016-12-32',
  '1900-02-29',
  '2016-2',
  '0999'
]
const SOME = ['2016', '2016-02', '2016-02-29', '2000-02-29', '2016-04-30', '1999-12-31']

t.test('a date is one that the calendar has', async t => {
  const wrong: string[] = []
  for (const year of [1000, 1600, 1899, 1900, 1996, 2000, 2015, 2016, 2100, 2400, 2999])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const time = new Date(Date.UTC(year, month - 1, day))
        if (isDate(text) !== (month > 0 && time.toISOString().slice(0, 10) === text)) wrong.push(text)
      }
  t.same(wrong, [])
  for (const text of SOME) t.ok(isDate(text), text)
  for (const text of NONE) t.notOk(isDate(text), text)
})

t.test('every filter of dates refuses those that do not exist, and says why, as its pattern does', async t => {
  const { get } = await start(t)
  const filters = DATASETS.flatMap(({ name, filters }) =>
    Object.entries(filters).flatMap(([parameter, filter]) =>
      filter.kind === 'date' ? [{ name, parameter, filter }] : []
    )
  )
  t.ok(filters.length >= 4, 'there are filters of dates')
  for (const { name, parameter, filter } of filters) {
    const pattern = new RegExp(parameterPattern(filter))
    for (const date of NONE)
      for (const written of [date, `!${date}`, `${date}..`, `2010..${date}`, `2016-01,${date}`]) {
        const { statusCode, body } = await get(`/v1/${name}?${parameter}=${written}`)
        t.equal(statusCode, 400, `${name} ${parameter}=${written}`)
        const [fault] = JSON.parse(body).errors
        t.equal(fault.parameter, parameter)
        if (date.length > 6)
          t.match(fault.detail, `"${date}" is no date: no calendar has this ${date.length > 7 ? 'day' : 'month'}.`)
        t.notOk(pattern.test(written), `the pattern refuses ${written}`)
      }
    for (const date of SOME)
      for (const written of [date, `!${date},null`, `..${date}`]) {
        t.equal((await get(`/v1/${name}?${parameter}=${written}&limit=1`)).statusCode, 200, written)
        t.ok(pattern.test(written))
      }
  }
})

t.test('the importer refuses them too, in its options and in files', async t => {
  for (const date of NONE) {
    t.throws(() => readImport(['x.csv', '--date', date]), /--date must be a day/, date)
    t.throws(() => readImport(['x.csv', '--edition', 'x', '--edition-date', date]), /--edition-date must be/, date)
    const faults = checkRow('membership_events', { date }, { file: 'x.csv', line: 2 })
    t.match(
      faults.find(({ column }) => column === 'date'),
      { value: date, reason: /a date that there is/ }
    )
  }
  t.throws(() => readImport(['x.csv', '--date', '2016-02']), /--date must be a day/)
  t.doesNotThrow(() => readImport(['x.csv', '--date', '2016-02-29', '--edition', 'x', '--edition-date', '2016-02']))
})
