/** The IRM's words and numbers as our codes. What is not in the codebook is refused; what disagrees is kept and said. */
import { MISSING } from '../../db/codes.ts'

/** The IRM's own marks for "there is no reading". */
const MARKS: { [mark: string]: (typeof MISSING)[number] } = {
  NR: 'not_reviewed',
  ND: 'no_data',
  NA: 'not_applicable',
  'N/A': 'not_applicable'
}
/** Does a code only say that there is no reading? */
export const isMissing = (code: unknown): boolean => MISSING.some(missing => missing === code)

/** What a spreadsheet leaves where a formula broke: the value is lost. */
const BROKEN = /^#(NAME\?|REF!|VALUE!|N\/A|DIV\/0!)$/

/** A scale: each code with the words it is written with and the number that stands beside it. */
export type Scale = { [code: string]: { words?: readonly string[]; number?: string } }

const numbered = (codes: readonly string[], from = 0): Scale =>
  Object.fromEntries(codes.map((code, index) => [code, { number: String(index + from) }]))

export const YES_NO: Scale = { no: { words: ['0', 'n'], number: '0' }, yes: { words: ['1', 'y'], number: '1' } }
/** Where the column holds words, not numbers. */
export const YES_NO_WORDS: Scale = numbered(['no', 'yes'])
export const ANSWER: Scale = { ...YES_NO, unclear: {} }
/** The edition of 2015 says why it is no, where that of 2016 says No of the same plan. */
export const ANSWER_2015: Scale = {
  ...ANSWER,
  no: {
    ...YES_NO.no,
    words: [...(YES_NO.no?.words ?? []), 'no timeline', 'not online', 'no other channels', 'no advance notice']
  }
}
export const SPECIFICITY = numbered(['none', 'low', 'medium', 'high'])
export const POTENTIAL_IMPACT: Scale = {
  ...numbered(['none', 'minor', 'moderate', 'transformative']),
  unclear: { number: '0' }
}
export const POTENTIAL_FOR_RESULTS = numbered(['unclear', 'modest', 'substantial'])
export const COMPLETION: Scale = {
  ...numbered(['withdrawn', 'unclear', 'not_started', 'limited', 'substantial', 'complete']),
  unclear: { words: ['no evidence available'], number: '1' },
  complete: { words: ['completed'], number: '5' }
}
/** The edition of 2015 counts from not started, and leaves the other two as words. */
export const COMPLETION_2015: Scale = {
  withdrawn: {},
  unclear: {},
  not_started: { number: '1' },
  limited: { number: '2' },
  substantial: { number: '3' },
  complete: { words: ['completed'], number: '4' }
}
export const CHANGE: Scale = { decrease: {}, no_change: { number: '0' }, increase: {} }
export const OPENING: Scale = {
  ...numbered(['worsens', 'did_not_change', 'marginal', 'major', 'outstanding']),
  worsens: { words: ['worsened'], number: '0' },
  did_not_change: { words: ['none'], number: '1' },
  no_early_results_yet: { words: ['no early results to report yet'], number: '1' }
}
/** By value the numbers are one higher, since 0 stands for "not applicable". */
export const OPENING_BY_VALUE: Scale = {
  not_applicable: { number: '0' },
  ...numbered(['worsens', 'did_not_change', 'marginal', 'major', 'outstanding'], 1)
}
export const EARLY_RESULTS = numbered(['no_notable_results', 'moderate', 'significant'])
export const BINDING_CONSTRAINT: Scale = {
  potential_impact: { words: ['potimp'] },
  completion: { words: ['cmpl'] },
  specificity: { words: ['spec'] },
  relevance: { words: ['rel'] },
  starred: { words: ['star'] },
  none_found: { words: ['false'] }
}
export const PARTICIPATION: Scale = { invitation_only: { words: ['invitation-only'] }, open: {} }
export const INFLUENCE = numbered(['inform', 'consult', 'involve', 'collaborate', 'empower'], 1)

export type Reading = {
  code: string | null
  /** Label and number disagree, or the cell holds something odd: said, never mended. */
  conflict?: string
  /** The cell cannot be read. */
  refused?: { value: string; allowed: string[] }
}

const plain = (label: string) =>
  label
    .trim()
    .replace(/^[a-f]\. /i, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')

const lookup = new WeakMap<Scale, Map<string, string>>()
const wordsOf = (scale: Scale): Map<string, string> => {
  const known = lookup.get(scale)
  if (known) return known
  const words = new Map(
    Object.entries(scale).flatMap(([code, { words = [] }]) =>
      [code.replaceAll('_', ' '), ...words].map(word => [word, code] as const)
    )
  )
  lookup.set(scale, words)
  return words
}

const isMark = (text: string) => Object.hasOwn(MARKS, text)

/** Reads a label, and holds the number in the column beside it against it. */
export function readCode(field: string, scale: Scale, label: string, number?: string): Reading {
  const text = label.trim()
  if (text === '') return { code: null }
  if (BROKEN.test(text)) return { code: null, conflict: `${field}: source holds ${text}` }
  const code = isMark(text) ? MARKS[text] : wordsOf(scale).get(plain(text))
  if (!code) {
    const numbered = Object.keys(scale).filter(name => scale[name]?.number === text)
    if (numbered.length === 1 && numbered[0]) return { code: numbered[0], conflict: `${field}: source holds ${text}` }
    return {
      code: null,
      refused: {
        value: text,
        allowed: [...Object.keys(scale).map(name => name.replaceAll('_', ' ')), 'NR', 'ND', 'NA']
      }
    }
  }
  const beside = number?.trim() ?? ''
  if (beside === '' || BROKEN.test(beside) || agrees(scale, code, text, beside)) return { code }
  return { code, conflict: `${field}: label=${text} code=${beside}` }
}

function agrees(scale: Scale, code: string, label: string, number: string): boolean {
  if (isMark(label) || isMark(number))
    return label === number || (code === 'not_applicable' && scale.not_applicable?.number === number)
  if (scale === CHANGE)
    return { decrease: Number(number) < 0, no_change: Number(number) === 0, increase: Number(number) > 0 }[code] ?? true
  const expected = scale[code]?.number
  return expected === undefined || expected === number
}

/** A number that may be replaced by one of the IRM's marks. */
export function readNumber(
  text: string,
  low: number,
  high: number
): { number: string | null; missing: string | null; refused?: boolean } {
  const written = text.trim()
  if (written === '' || BROKEN.test(written)) return { number: null, missing: null }
  if (isMark(written)) return { number: null, missing: MARKS[written] ?? null }
  if (/^unclear$/i.test(written)) return { number: null, missing: 'unclear' }
  const number = /^-?\d+(\.0+)?$/.test(written) ? Number(written) : Number.NaN
  return number >= low && number <= high
    ? { number: String(number), missing: null }
    : { number: null, missing: null, refused: true }
}

const NOTHING = new Set(['', 'na', 'n/a', 'nr', 'nd', 'none specified', 'not specified', 'none', '-'])

/** What a copy of a file holds in place of what its keeper took out. */
const WITHHELD = /^\[withheld[^\]]*\]$/i

/** Free text; null where the source only says that it says nothing. Line breaks of the web page become line breaks. */
export const readText = (text: string): string | null => {
  const clean = text
    .replace(/<br\s*\/?>/gi, '\n')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .trim()
  return NOTHING.has(clean.toLowerCase()) || WITHHELD.test(clean) ? null : clean
}

/** Text that stands on one line: a title, a name. */
export const readLine = (text: string): string | null => readText(text)?.replace(/\s+/g, ' ') ?? null

/** The number of a commitment. What a spreadsheet made of 4.1, 4.0999999999999996, is 4.1 again. */
export function readOrdinal(text: string): { number: string | null; written?: string } {
  const written = readLine(text)
  if (!written || !/^\d+\.\d{12,}$/.test(written)) return { number: written }
  return { number: String(Number(Number(written).toPrecision(12))), written }
}
