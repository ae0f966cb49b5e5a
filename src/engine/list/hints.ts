/** What an answer with few rows says of why: how many there would be without each filter, and what no source says. */
import type { Parameter } from '../../http/query-string.ts'
import { SPEECH } from '../../i18n/speech.ts'
import { type Lang, midSentence, typeset, type Words, wordsIn } from '../../i18n/words.ts'
import type { Dataset } from '../definition/dataset.ts'
import { type Condition, canonicalText, type Filter } from '../definition/filter.ts'
import type { Release } from '../definition/release.ts'
import type { Told } from '../extent.ts'
import { addressOf } from '../links.ts'
import type { Service } from '../service.ts'
import { countRows } from './count.ts'

/** Fewer rows than these want an explanation. */
const FEW = 5
/** Filters that are looked at, the first by their names. */
const MOST = 10

export type Hint = {
  kind: 'filter' | 'coverage' | 'release'
  /** The filter that is left out. */
  filter: string | null
  /** Rows there would be. */
  rows: number | null
  /** Those of them of which no source says what the filter asks. */
  unknown: number | null
  url: string | null
  text: string
}

const WORDS = {
  filter: [
    'Without the filter on {name}: {rows} {rows|row|rows}.',
    'Sans le filtre sur « {name} » : {rows} {rows|ligne|lignes}.'
  ],
  unknown: ['Of {unknown} of them no source says it.', 'Pour {unknown} d’entre elles, aucune source ne le dit.'],
  release: [
    'In the newest release: {rows} {rows|row|rows}.',
    'Dans la version la plus récente : {rows} {rows|ligne|lignes}.'
  ],
  coverage: ['What is not here may exist.', 'Ce qui ne figure pas ici peut exister.']
} as const satisfies Record<string, Words>

type Asked = {
  conditions: ReadonlyMap<string, Condition>
  release: Release
  pinned: boolean
  /** The parameters of the question, filters among them. */
  asked: readonly Parameter[]
}

type Few = {
  service: Service
  dataset: Dataset
  query: Asked
  /** Whether the rows are all there are in reality, where that is known. */
  told: Told | undefined
  lang: Lang
  origin: string
  /** Where the question is asked, below the version. */
  path: string
}

const NOTHING: Condition = { negated: false, alternatives: [null] }

/** Whether rows of which no source says it are left out by the condition. */
const leavesUnknown = ({ nullable, comparison }: Filter, { negated, alternatives }: Condition): boolean =>
  nullable && comparison !== 'words' && negated === alternatives.includes(null)

const withCondition = (asking: Asked, name: string, condition: Condition | undefined): Asked => {
  const kept = [...asking.conditions].filter(([other]) => other !== name)
  const asked = asking.asked.filter(([other]) => other !== name)
  if (!condition) return { ...asking, conditions: new Map(kept), asked }
  const conditions = new Map([...kept, [name, condition] as const])
  return { ...asking, conditions, asked: [...asked, [name, canonicalText(condition)]] }
}

/** Hints for an answer of `rows` rows; none where they are many, or where nothing was filtered. */
export async function hintsFor(rows: number, few: Few): Promise<Hint[]> {
  const { service, dataset, query, told, lang, origin, path } = few
  if (rows >= FEW || query.conditions.size === 0) return []
  const pin: Parameter[] = query.pinned ? [['release', query.release.id]] : []
  const to = (parameters: readonly Parameter[]) => addressOf(service, origin, path, parameters)
  const { say } = SPEECH[lang]
  const count = (asked: Asked) =>
    countRows(service, dataset, { ...asked, asked: [...asked.asked].sort(([a], [b]) => (a < b ? -1 : 1)) })
  const without = async ([name, condition]: readonly [string, Condition]): Promise<Hint> => {
    const filter = dataset.filters[name] as Filter
    const less = withCondition(query, name, undefined)
    const [found, unknown] = await Promise.all([
      count(less),
      leavesUnknown(filter, condition) ? count(withCondition(query, name, NOTHING)) : null
    ])
    const values = { name: midSentence(wordsIn(filter.label, lang)), rows: found, unknown: unknown ?? 0 }
    const text = [say(WORDS.filter, values), ...(unknown ? [say(WORDS.unknown, values)] : [])].join(' ')
    return {
      kind: 'filter',
      filter: name,
      rows: found,
      unknown,
      url: to([...less.asked, ...pin]),
      text: typeset(text, lang)
    }
  }
  const newest = service.releases.current()
  const inNewest = async (): Promise<Hint[]> => {
    if (query.release.seq === newest.seq) return []
    const found = await count({ ...query, release: newest })
    const text = typeset(say(WORDS.release, { rows: found }), lang)
    return [{ kind: 'release', filter: null, rows: found, unknown: null, url: to(query.asked), text }]
  }
  const isPartial = told && told.extent.status !== 'whole'
  const text = typeset([...(told?.notes ?? []), say(WORDS.coverage)].join(' '), lang)
  const coverage: Hint = { kind: 'coverage', filter: null, rows: null, unknown: null, url: null, text }
  const [filters, releases] = await Promise.all([
    Promise.all([...query.conditions].slice(0, MOST).map(without)),
    inNewest()
  ])
  return [...filters, ...releases, ...(isPartial ? [coverage] : [])]
}
