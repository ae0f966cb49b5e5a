/** Puts a text into French: as a whole, else by a template, else sentence by sentence. */
import { midSentence, typeset, type Words } from '../../src/i18n/words.ts'
import type { Explained } from './pairs.ts'

export type Dictionary = {
  /** Words of the definitions. */
  pairs: readonly Words[]
  /** Labels that their meaning tells apart. */
  explained: readonly Explained[]
  /** Fixed sentences, and templates in which `{1}`, `{2}` … stand for words that are translated themselves. */
  catalogue: readonly Words[]
}

/** English texts with which something is wrong. */
export type Faults = {
  /** There is no French for it. */
  missing: string[]
  /** There are several French texts for it, and nothing tells which is meant. */
  ambiguous: string[]
  /** The catalogue has it, but no text of the document needs it from there. */
  unused: string[]
}

export type Translator = {
  /** The French text; `meaning` is what stands beside a label. English stays where there is no French. */
  translate(text: string, meaning?: string): string
  /** What was wrong with the texts so far. */
  faults(): Faults
}

const HOLE = /\\?\{(\d)\\?\}/g
const SENTENCE_END = /(?<=[.?!:;])\s+/g

/** Paths, numbers and code are the same in every language. */
const isVerbatim = (text: string) => /^[/`\d]\S*$/.test(text)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Template = { english: string; pattern: RegExp; french: string }

const templateOf = ([english, french]: Words): Template => {
  const escaped = english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return { english, pattern: new RegExp(`^${escaped.replace(HOLE, '(?<_$1>.+?)')}$`, 's'), french }
}

function gathered(pairs: readonly Words[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  for (const [english, french] of pairs) all.set(english, (all.get(english) ?? new Set<string>()).add(french))
  return all
}

const inContext = (label: string, meaning: string) => `${label}\n${meaning}`

/** A translator with the words of definitions first, then those of the catalogue. */
export function translator({ pairs, explained, catalogue }: Dictionary): Translator {
  const defined = gathered(pairs)
  const fixed = gathered(catalogue)
  const labels = gathered(explained.map(({ label, meaning }) => [inContext(label[0], meaning[0]), label[1]]))
  const templates = catalogue.filter(([english]) => english.search(HOLE) >= 0).map(templateOf)
  const used = new Set<string>()
  const missing = new Set<string>()
  const ambiguous = new Set<string>()

  const found = (words: Map<string, Set<string>>, text: string): string | undefined => {
    const [french, ...others] = words.get(text) ?? []
    if (others.length > 0) ambiguous.add(text)
    return french
  }

  const exact = (text: string): string | undefined => {
    const french = found(defined, text)
    if (french !== undefined) return french
    if (fixed.has(text)) used.add(text)
    return found(fixed, text)
  }

  /** Words inside a sentence, which begin with a small letter there and with a capital where they are defined. */
  const inserted = (text: string): string | undefined =>
    isVerbatim(text) ? text : (exact(text) ?? exact(capital(text)) ?? byTemplate(text))

  const byTemplate = (text: string): string | undefined => {
    for (const { english, pattern, french } of templates) {
      const groups = pattern.exec(text)?.groups
      if (!groups) continue
      const words = new Map(Object.entries(groups).map(([name, word]) => [name.slice(1), inserted(word)]))
      if ([...words.values()].includes(undefined)) continue
      used.add(english)
      return french.replace(HOLE, (_, name: string, at: number) => {
        const word = words.get(name) ?? ''
        return at === 0 ? word : midSentence(word)
      })
    }
    return undefined
  }

  /** The longest beginning that is known, then the rest. */
  const inParts = (text: string): string | undefined => {
    const whole = exact(text) ?? byTemplate(text)
    if (whole !== undefined) return whole
    for (const { index, 0: space } of [...text.matchAll(SENTENCE_END)].reverse()) {
      const beginning = text.slice(0, index)
      const head = exact(beginning) ?? byTemplate(beginning)
      const tail = head === undefined ? undefined : inParts(text.slice(index + space.length))
      if (tail !== undefined) return `${head}${space}${tail}`
    }
    return undefined
  }

  return {
    translate(text, meaning) {
      const french = (meaning && found(labels, inContext(text, meaning))) ?? inParts(text)
      if (!french) missing.add(text)
      return french ? typeset(french, 'fr') : text
    },
    faults: () => ({
      missing: [...missing],
      ambiguous: [...ambiguous],
      unused: catalogue
        .map(([english]) => english)
        .filter((english, at, all) => !used.has(english) || all.indexOf(english) !== at)
    })
  }
}
