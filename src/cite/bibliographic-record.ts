/** What is cited: whatever the styles need to know of a dataset, a release or a query. */

import type { Release } from '../engine/definition/release.ts'
import type { Told } from '../engine/extent.ts'
import { type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'
import { AUTHOR, LICENSE, TITLE } from '../v1/index.ts'

export type Work = {
  /** Names it in a bibliography: lower-case letters, digits and hyphens. */
  key: string
  /** An organisation, to be printed as it is. */
  author: string
  title: string
  /** Who brought it out; none where that is the title already. */
  publisher?: string
  /** The id of the release. */
  version: string
  /** The day the release speaks of: yyyy-mm-dd. */
  date: string
  /** An address that returns the same bytes for ever; none in the files of a release, which have no address. */
  url?: string
  license: { name: string; url: string }
  /** Whether it is whole or a selection, where that is known. */
  told?: Told
  lang: Lang
}

/** In the title of a data set, as the styles print it. */
export const DATA_SET: Words = ['Data set', 'Jeu de données']
export const RELEASE: Words = ['Release', 'version']

/** What a set of rows is called that are not all there are. */
const KINDS: Partial<Record<Told['extent']['status'], Words>> = {
  partly_whole: ['Data set, in part a selection', 'Jeu de données, en partie une sélection'],
  selection: ['Data set, a selection', 'Jeu de données, sélection'],
  none: ['Data set, a selection', 'Jeu de données, sélection']
}

export const kindOf = ({ told, lang }: Work): string => wordsIn((told && KINDS[told.extent.status]) ?? DATA_SET, lang)

export type Cited = {
  release: Pick<Release, 'id' | 'date'>
  lang: Lang
  url?: string
  title?: string
  name?: string
  told?: Told | undefined
}

/** The work that a release is, or a part of it: then with the title of that part and a name for its key. */
export const workOf = ({ release, lang, url, title, name, told }: Cited): Work => ({
  key: ['ogp-open-data', name, release.id]
    .filter(Boolean)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-'),
  author: wordsIn(AUTHOR, lang),
  title: title ?? TITLE,
  ...(title ? { publisher: TITLE } : {}),
  version: release.id,
  date: release.date,
  ...(url ? { url } : {}),
  license: LICENSE,
  ...(told ? { told } : {}),
  lang
})

/** The licence, and whether the rows are all there are: neither has a field of its own in the styles. */
export const noteOf = ({ license, told, lang }: Work): string =>
  [
    typeset(`${lang === 'fr' ? 'Licence :' : 'Licence:'} ${license.name} (${license.url})`, lang),
    ...(told?.notes ?? [])
  ].join('. ')
