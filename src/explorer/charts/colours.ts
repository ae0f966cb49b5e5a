/** Colours with a meaning: a ramp from weakest to strongest, what stands beside it, and what is missing. */

import type { UNRATED } from '../../glossary/ratings.ts'

export const RAMP = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5'] as const
export const NOMINAL = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'] as const
const ASIDE = ['a0', 'a1'] as const
const MISSING = ['m0', 'm1', 'm2', 'm3'] as const
/** What is on a map and none of its values. */
const GROUND = 'land'
export type Tone = (typeof RAMP | typeof NOMINAL | typeof ASIDE | typeof MISSING)[number] | typeof GROUND

/**
 * On light and on dark paper. Each step of the ramp has 1.5 times the contrast of the one before, so that it is read
 * without hue, in dark and in grey; what is missing or stands aside has a texture as well;
 * the others are the palette of Okabe and Ito, which people with any colour vision tell apart.
 */
export const COLOURS: Record<Tone, readonly [light: string, dark: string]> = {
  r0: ['#f5e9ce', '#51401f'],
  r1: ['#aac586', '#4b623b'],
  r2: ['#52a37b', '#44846f'],
  r3: ['#357c77', '#4ba79e'],
  r4: ['#175b62', '#7cc9bf'],
  r5: ['#083743', '#c3eee1'],
  n0: ['#0072b2', '#56b4e9'],
  n1: ['#e69f00', '#e69f00'],
  n2: ['#009e73', '#2fc59a'],
  n3: ['#cc79a7', '#d996bd'],
  n4: ['#d55e00', '#f08a4b'],
  n5: ['#56b4e9', '#9ad4f5'],
  n6: ['#8a7f00', '#f0e442'],
  n7: ['#5b5b66', '#b5b5c0'],
  a0: ['#8c5a6b', '#b98698'],
  a1: ['#bda9b3', '#7c6a74'],
  m0: ['#eceff3', '#232b36'],
  m1: ['#c8ced8', '#3d4856'],
  m2: ['#dde2e9', '#2f3946'],
  m3: ['#f3f5f8', '#1b222c'],
  land: ['#e4e8ee', '#2a3440']
}

/** What pages are made of, on light and on dark paper. */
const PAPER: Record<string, readonly [light: string, dark: string]> = {
  ink: ['#14202e', '#e8edf3'],
  paper: ['#fff', '#10161e'],
  raised: ['#f5f7f9', '#19222d'],
  soft: ['#4a5563', '#aab4c0'],
  line: ['#d5dbe2', '#2f3a47'],
  link: ['#0a5a73', '#82d2e6'],
  accent: ['#0a4f5c', '#8ad0c4'],
  'on-accent': ['#fff', '#08222a'],
  mark: ['#7d8794', '#8d97a4'],
  caution: ['#fff6e0', '#2c2613']
}

/** Values that tell why there is no rating; null, which no source says anything of, goes with them. */
const WHY_MISSING: Readonly<Record<string, Tone>> = {
  null: 'm0',
  not_reviewed: 'm1',
  no_data: 'm2',
  not_applicable: 'm3'
} satisfies Record<(typeof UNRATED)[number], Tone>
/** Values that stand outside the order from weakest to strongest. */
const OUTSIDE: Record<string, Tone> = { withdrawn: 'a0', worsens: 'a0', unclear: 'a1', no_early_results_yet: 'a1' }
const TRUTH: Record<string, Tone> = { false: 'r1', no: 'r0', true: 'r5', yes: 'r4' }

export const isMissing = (value: string): boolean => value in WHY_MISSING

/** A tone for each value; ranked values must come from weakest to strongest. */
export function tonesOf(values: readonly string[], ranked: boolean): Map<string, Tone> {
  const steps = values.filter(value => !(value in WHY_MISSING) && !(value in OUTSIDE && ranked))
  const tone = (value: string): Tone => {
    if (value in WHY_MISSING) return WHY_MISSING[value] as Tone
    if (value in TRUTH && steps.length <= 2) return TRUTH[value] as Tone
    if (ranked && value in OUTSIDE) return OUTSIDE[value] as Tone
    const place = steps.indexOf(value)
    if (!ranked) return NOMINAL[place % NOMINAL.length] as Tone
    return RAMP[steps.length < 2 ? 4 : Math.round((place * (RAMP.length - 1)) / (steps.length - 1))] as Tone
  }
  return new Map(values.map(value => [value, tone(value)]))
}

/** Rules for dark paper: where the reader's device has it unless the page is told to be light, and where it is told so. */
const inDark = (rules: string): string =>
  `@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${rules}}}:root[data-scheme=dark]{${rules}}`

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const luminance = (colour: string): number =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, weight, index) =>
      sum + weight * linear(Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255),
    0
  )
/** Black or white: whichever is read better on a colour (WCAG 2.2, relative luminance). */
export const inkOn = (colour: string): string => (luminance(colour) > 0.18 ? '#000' : '#fff')

/** The stylesheet of all colours. */
export const colourStyles = (): string => {
  const tones = Object.entries(COLOURS)
  const values = (paper: 0 | 1) =>
    [
      ...[...Object.entries(PAPER), ...tones].map(([name, colours]) => `--${name}:${colours[paper]}`),
      ...tones.map(([tone, colours]) => `--on-${tone}:${inkOn(colours[paper])}`)
    ].join(';')
  const rules = tones
    .map(([tone]) => `.${tone}{fill:var(--${tone});background:var(--${tone})}.on-${tone}{fill:var(--on-${tone})}`)
    .join('')
  return `:root{${values(0)}}${inDark(values(1))}${rules}`
}
