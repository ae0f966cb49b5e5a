/** A large file in the layout of 2016, marked synthetic in every row, written without being held in memory. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { columnsOf } from '../src/import/layouts/layout.ts'
import { chance } from './hardship.ts'
import { layout, row2016, write } from './synthetic.ts'

const COUNTRIES = [
  'Albania',
  'Brazil',
  'Chile',
  'Georgia',
  'Kenya',
  'Mexico',
  'Philippines',
  'Romania',
  'Ukraine',
  'UK'
]
const PLANS = 99
/** Of so many rows one has an impact that no other has, so that few rows stand far from each other. */
const RARE_ONE_IN = 4001
const CHUNK_ROWS = 1000

const one = <T>(random: () => number, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T

/** Writes so many commitments with their assessments. */
export async function writeLarge(path: string, rows: number, seed = 2016): Promise<void> {
  const columns = columnsOf(layout('commitments-2016'))
  const random = chance(seed)
  const specificities = [
    ['none', '0'],
    ['a. low', '1'],
    ['b. medium', '2'],
    ['c. high', '3']
  ] as const
  const completions = [
    ['Not started', '2'],
    ['Limited', '3'],
    ['Substantial', '4'],
    ['Complete', '5']
  ] as const
  const make = (at: number) => {
    const [specificity, specificityNumber] = one(random, specificities)
    const [completion, completionNumber] = one(random, completions)
    return row2016(at, {
      Country: COUNTRIES[at % COUNTRIES.length] ?? '',
      'Action Plan Number': String(1 + (Math.floor(at / COUNTRIES.length) % PLANS)),
      'Commitment Title': `Synthetic commitment ${at.toString(36)} for measuring, not a fact`,
      'Short Title': `Synthetic ${at.toString(36)}`,
      'Full Text': `Synthetic text of commitment ${at}. It is long enough to weigh what a commitment weighs. `.repeat(
        3
      ),
      'Lead Institution': `Synthetic ministry ${at % 997}`,
      'Start Date': '2013-04-17',
      ...(at % RARE_ONE_IN === 0 ? { 'Potential impact': 'd. Transformative', '_Pot Impact Coded': '3' } : {}),
      Specificity: specificity,
      _Specificity: specificityNumber,
      'Completion (progress report)': completion,
      _CompletionProgress: completionNumber,
      'IRM Assessed (Y/N)?': '1'
    })
  }
  function* chunks() {
    yield write(columns, [])
    for (let at = 0; at < rows; at += CHUNK_ROWS) {
      const block = Array.from({ length: Math.min(CHUNK_ROWS, rows - at) }, (_, index) => make(at + index))
      yield write(columns, block).subarray(headerBytes)
    }
  }
  const headerBytes = write(columns, []).length
  await pipeline(Readable.from(chunks()), createWriteStream(path))
}
