import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { progressLine } from '../../src/commands/progress.ts'
import { titleKey } from '../../src/db/title-key.ts'
import { readDate } from '../../src/import/cells/dates.ts'
import { readCode, readNumber, readOrdinal, SPECIFICITY, YES_NO } from '../../src/import/cells/values.ts'
import { openFile, readRecords } from '../../src/import/files/file.ts'
import { columnsOf } from '../../src/import/layouts/layout.ts'
import { mintId, resemble } from '../../src/import/match/commitment-key.ts'
import { layout, pathFor, row2016, write } from '../synthetic.ts'

t.test('only what cannot be read in two ways becomes a date', async t => {
  const order = 'day/month order ambiguous'
  const expected: Record<string, [date: string | null, doubt?: string]> = {
    '31/12/2014': ['2014-12-31'],
    '12/31/2014': ['2014-12-31'],
    '07/01/2012': ['2012', order],
    '05/05/2012': ['2012-05-05'],
    '31/12/14': ['2014-12-31'],
    '31/12/99': [null],
    '2012-04': ['2012-04'],
    '2011-12': [null, 'a month, or two years'],
    '2012-04-01 00:00:00': ['2012-04-01'],
    'April 2012': ['2012-04'],
    'Jul-12': ['2012-07'],
    'Dec-13': ['2013-12'],
    'Sept 2013': ['2013-09'],
    "Jul '12": ['2012-07'],
    'Jul-99': [null],
    '12-Jul': [null],
    '2012': ['2012'],
    'Q1 2013': ['2013'],
    '2012-2014': [null],
    '41000': [null, 'a day number of a spreadsheet'],
    Ongoing: [null],
    NR: [null],
    '31/02/2014': ['2014']
  }
  for (const [text, [date, doubt]] of Object.entries(expected))
    t.match(readDate(text), { date, doubt: doubt && [doubt, String] }, text)
})

t.test('a day written with slashes is read, or said to be ambiguous, and never becomes another', async _t => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.boolean(), (day, monthFirst) => {
      const iso = day.toISOString().slice(0, 10)
      const [year, month, date] = iso.split('-')
      const read = readDate(monthFirst ? `${month}/${date}/${year}` : `${date}/${month}/${year}`)
      return read.doubt ? read.date === year : read.date === iso
    })
  )
})

t.test('titles are the same in spite of numbering, capitals, accents and punctuation', async t => {
  const same = [
    ['1. Open the budget', 'Open the budget'],
    ['Commitment 2.3: Données ouvertes', 'donnees ouvertes'],
    ['IV) Publish contracts!', 'publish contracts'],
    ['8.Draft law', 'Draft law']
  ] as const
  for (const [one, other] of same) t.equal(titleKey(one), titleKey(other))
  t.not(titleKey('Open the budget'), titleKey('Open the budget again'))
  t.equal(titleKey('12'), '12')
  t.ok(resemble('Open the national budget', 'National budget portal'))
  t.notOk(resemble('Open the budget', 'Train the teachers'))
})

t.test('the same commitment gets the same id everywhere, and another attempt another one', async _t => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (number, title) => {
      const id = mintId('CL-1', number, title)
      return (
        id === mintId('CL-1', number, title) && id !== mintId('CL-1', number, title, 2) && /^CL-1-[0-9a-z]{8}$/.test(id)
      )
    })
  )
})

t.test('the three words for no reading stay three different things', async t => {
  t.same(readCode('specificity', SPECIFICITY, 'NR'), { code: 'not_reviewed' })
  t.same(readCode('specificity', SPECIFICITY, 'ND'), { code: 'no_data' })
  t.same(readCode('specificity', SPECIFICITY, 'NA'), { code: 'not_applicable' })
  t.same(readCode('specificity', SPECIFICITY, ''), { code: null })
  t.same(readCode('relevant', YES_NO, '0'), { code: 'no' })
  t.same(readNumber('NR', 2011, 2100), { number: null, missing: 'not_reviewed' })
  t.same(readNumber('', 2011, 2100), { number: null, missing: null })
  t.same(readNumber('1999', 2011, 2100), { number: null, missing: null, refused: true })
})

t.test(
  'what a spreadsheet made of the number of a commitment is read, and any other number stays as it is',
  async t => {
    t.same(readOrdinal('4.0999999999999996'), { number: '4.1', written: '4.0999999999999996' })
    t.same(readOrdinal('1.1000000000000001'), { number: '1.1', written: '1.1000000000000001' })
    for (const number of ['2.10', '01', '3.3.1.6', '2.3.2.A']) t.same(readOrdinal(number), { number })
  }
)

t.test('progress is one moving line on a terminal and a line per file otherwise', async t => {
  const written: string[] = []
  const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) > 0 })
  const plain = progressLine(stream(false))
  for (const share of [0, 0.5, 1]) plain.show({ file: 'a.csv', rows: 5, share })
  plain.end()
  t.same(written.splice(0), ['reading a.csv\n'])
  const moving = progressLine(stream(true))
  moving.show({ file: 'a.csv', rows: 5, share: 0.5 })
  moving.show({ file: 'a.csv', rows: 6, share: 0.51 })
  moving.show({ file: 'a.csv', rows: 9, share: 1 })
  moving.end()
  t.equal(written.length, 3, 'it does not flicker')
  t.match(written[0], /\r.*█{12}░{12} 50 % a\.csv: 5 rows/)
  t.match(written[1], '100 % a.csv: 9 rows read, comparing')
})
t.test('a torn quote is named with its line, wherever it stands, and is no reason to call a file empty', async t => {
  const rows = Array.from({ length: 40 }, (_, at) => row2016(at))
  const whole = write(columnsOf(layout('commitments-2016')), rows)
    .toString()
    .split('\n')
  for (const torn of [1, 5, 30]) {
    const path = pathFor(t, 'torn.csv')
    writeFileSync(path, whole.with(torn, `"${whole[torn]}`).join('\n'))
    const read = async () => {
      const records: unknown[] = []
      for await (const record of readRecords(await openFile(path))) records.push(record)
    }
    await t.rejects(read(), {
      message: new RegExp(`^torn\\.csv, line \\d+: .+ \\(the record begins on line ${torn + 1}\\)$`)
    })
  }
})
