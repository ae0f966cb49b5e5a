/** Whether a printed figure still holds: compared as precisely as it was printed. */
import { SPEECH } from '../i18n/speech.ts'
import { type Lang, typeset, type Words } from '../i18n/words.ts'

export const VERDICTS = ['holds', 'changed', 'came_true', 'differs', 'same', 'moved'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A number as it was printed, with the precision that it claims. */
export type Printed = { text: string; value: number; precision: number }

/** "42", "0.31", "0,31", "31 %": the last digit may be rounded. */
export const PRINTED_PATTERN = '^-?[0-9]{1,12}([.,][0-9]{1,9})?[ \\u00a0\\u202f]?%?$'

export function readPrinted(text: string): Printed | undefined {
  if (!new RegExp(PRINTED_PATTERN).test(text)) return undefined
  const scale = text.endsWith('%') ? 100 : 1
  const digits = text.replace(/[^\d.,-]/g, '').replace(',', '.')
  const decimals = digits.split('.')[1]?.length ?? 0
  return { text, value: Number(digits) / scale, precision: 0.5 / 10 ** decimals / scale }
}

const SLACK = 1e-9
const agrees = ({ value, precision }: Printed, found: number | null): boolean =>
  found !== null && Math.abs(found - value) <= precision + SLACK

export function judge(printed: Printed | undefined, before: number | null, now: number | null): Verdict {
  if (!printed) return before === now ? 'same' : 'moved'
  if (agrees(printed, now)) return agrees(printed, before) ? 'holds' : 'came_true'
  return agrees(printed, before) ? 'changed' : 'differs'
}

const WORDS: Record<Verdict, Words> = {
  holds: [
    'The figure still holds: {now} in release {newest}, as in {oldest}.',
    'Le chiffre vaut toujours : {now} dans la version {newest}, comme dans {oldest}.'
  ],
  changed: [
    'The figure was right in release {oldest} ({before}); in release {newest} it is {now}.',
    'Le chiffre était juste dans la version {oldest} ({before}) ; dans la version {newest}, c’est {now}.'
  ],
  came_true: [
    'The figure holds in release {newest} ({now}); in release {oldest} it was {before}.',
    'Le chiffre vaut dans la version {newest} ({now}) ; dans la version {oldest}, c’était {before}.'
  ],
  differs: [
    'The figure {printed} is neither that of release {oldest} ({before}) nor that of release {newest} ({now}).',
    'Le chiffre {printed} n’est ni celui de la version {oldest} ({before}) ni celui de la version {newest} ({now}).'
  ],
  same: ['{now} in release {newest}, as in {oldest}.', '{now} dans la version {newest}, comme dans {oldest}.'],
  moved: [
    '{before} in release {oldest}, {now} in release {newest}.',
    '{before} dans la version {oldest}, {now} dans la version {newest}.'
  ]
}
const BADGES: Record<Verdict, Words> = {
  holds: ['still holds', 'vaut toujours'],
  changed: ['now {now}', 'désormais {now}'],
  came_true: ['holds', 'vaut'],
  differs: ['does not match', 'ne correspond pas'],
  same: ['unchanged', 'inchangé'],
  moved: ['now {now}', 'désormais {now}']
}
const NONE: Words = ['not known', 'inconnu']

const DECIMALS = 6

export type Judged = {
  verdict: Verdict
  printed: Printed | undefined
  before: number | null
  now: number | null
  oldest: string
  newest: string
  isShare: boolean
}

/** A figure as people write it; a share as a percentage. */
export function written(value: number | null, isShare: boolean, lang: Lang): string {
  const { say } = SPEECH[lang]
  if (value === null) return say(NONE)
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB'
  return isShare
    ? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    : new Intl.NumberFormat(locale, { maximumFractionDigits: DECIMALS }).format(value)
}

const valuesOf = ({ printed, before, now, oldest, newest, isShare }: Judged, lang: Lang) => ({
  printed: printed?.text ?? '',
  before: written(before, isShare, lang),
  now: written(now, isShare, lang),
  oldest,
  newest
})

/** The verdict in a sentence. */
export const sentenceFor = (judged: Judged, lang: Lang): string =>
  typeset(SPEECH[lang].say(WORDS[judged.verdict], valuesOf(judged, lang)), lang)

/** The verdict in two or three words. */
export const badgeFor = (judged: Judged, lang: Lang): string =>
  typeset(SPEECH[lang].say(BADGES[judged.verdict], valuesOf(judged, lang)), lang)
