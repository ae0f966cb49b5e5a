/** How well a hit answers what was looked for: from 0 to 100, and alike for hits of all types. */
import { nameKey, type Place, placeIn } from '../reconcile/names.ts'

/** The name itself, a name that begins so, a name with a word that begins so. */
const OF_PLACE: Record<Place, number> = { whole: 100, start: 90, word: 80 }
/** What a text can have at most, however often it has the words. */
const MOST_OF_TEXT = 75

/** Whether a search is words that may be a name: no phrase, nothing left out. */
export const isPlain = (search: string): boolean => !/["“”«»]|(^|\s)-/.test(search)

/** The score by names, the best of them; undefined where none has the words side by side. */
export function scoreByNames(names: readonly string[], search: string): number | undefined {
  const key = nameKey(search)
  if (key === '' || !isPlain(search)) return undefined
  const scores = names.flatMap(name => {
    const place = placeIn(nameKey(name), key)
    return place ? [OF_PLACE[place]] : []
  })
  return scores.length > 0 ? Math.max(...scores) : undefined
}

export const scoreOfPlace = (place: Place): number => OF_PLACE[place]

/** The score by the relevance of its texts, as PostgreSQL ranks them from 0 to 1. */
export const scoreByText = (relevance: number): number => Math.round(MOST_OF_TEXT * Math.min(1, relevance))
