/** Suggestions while somebody types: names that begin so, from memory alone. */
import { wordsIn } from '../i18n/words.ts'
import { nameKey } from '../reconcile/names.ts'
import { DEFINITION_TYPES } from './definitions.ts'
import { bestOf, type Hit, namesOf, type Place, told, toldDefinition } from './hits.ts'
import { type Names, rowsByName } from './rows.ts'
import { scoreByNames } from './score.ts'
import { ROW_TYPES, type Row } from './types.ts'

/** With what its type is called, which a list of mixed suggestions shows. */
export type Suggestion = Omit<Hit, 'matched' | 'highlight'> & { label: string }

type Candidate = { score: number; tell: () => Omit<Suggestion, 'score'> }

/** Names of one type that may come, where there are several types: a country has many plans. */
const OF_A_TYPE = 3

/** The best names of all types; the shorter of those that match alike come first within a type. */
export async function suggest(place: Place, names: Names): Promise<Suggestion[]> {
  const { query, lang } = place
  if (nameKey(query.text) === '') return []
  const most = query.types.length > 1 ? OF_A_TYPE : query.limit
  const wanted = ROW_TYPES.filter(({ dataset }) => query.types.includes(dataset.name))
  const rows = await Promise.all(
    wanted.map(async type => {
      const found = await rowsByName(names, type, query.release, query.text)
      const length = ({ row }: { row: Row }) => type.title(row, lang).length
      return found
        .map(one => ({ ...one, length: length(one) }))
        .sort((a, b) => b.score - a.score || a.length - b.length)
        .slice(0, most)
        .map(
          ({ id, row, score }): Candidate => ({
            score,
            tell: () => ({ ...told(place, type, id, row), label: wordsIn(type.dataset.title, lang) })
          })
        )
    })
  )
  const defined = DEFINITION_TYPES.filter(({ name }) => query.types.includes(name)).flatMap(type => {
    const found = type.all.flatMap((definition): Candidate[] => {
      const score = scoreByNames(namesOf(definition), query.text)
      return score === undefined
        ? []
        : [{ score, tell: () => ({ ...toldDefinition(place, type, definition), label: wordsIn(type.label, lang) }) }]
    })
    return bestOf(found, most)
  })
  return bestOf([...rows.flat(), ...defined], query.limit).map(({ score, tell }) => ({ ...tell(), score }))
}
