/** Which page stands at which address. */

import type { Picture } from '../charts/picture.ts'
import type { PageContext } from '../page-context.ts'
import type { Page } from '../parts/layout.ts'
import { mapDrawing } from '../parts/map.ts'
import { VIEWS } from '../views.ts'
import { commitment } from './commitment.ts'
import { compare } from './compare.ts'
import { countries } from './countries.ts'
import { country } from './country.ts'
import { definitions } from './definitions.ts'
import { eligibility } from './eligibility.ts'
import { explore, exploreDrawing } from './explore.ts'
import { overview } from './overview.ts'
import { problemPage } from './problem.ts'
import { search } from './search.ts'
import { theme, themes } from './themes.ts'

const LISTS: Record<string, (visit: PageContext) => Promise<Page>> = {
  '': overview,
  countries,
  themes,
  compare,
  eligibility,
  search,
  definitions
}
const ITEMS: Record<string, (visit: PageContext, id: string) => Promise<Page>> = {
  countries: country,
  themes: theme,
  commitments: commitment
}

/** The page of a visit; one that says so where there is none. */
export async function pageOf(visit: PageContext): Promise<Page> {
  const [first = '', id, ...more] = visit.path.split('/')
  const view = VIEWS.find(({ path }) => path === first)
  if (id === undefined && view) return explore(visit, view)
  const list = Object.hasOwn(LISTS, first) ? LISTS[first] : undefined
  const item = Object.hasOwn(ITEMS, first) ? ITEMS[first] : undefined
  if (id === undefined && list) return list(visit)
  if (id !== undefined && more.length === 0 && item) return item(visit, id)
  return problemPage(visit, { status: 404, faults: [], message: '' })
}

/** The picture of a visit, where its address is one of a picture. */
export async function pictureOf(visit: PageContext): Promise<Picture | undefined> {
  const view = VIEWS.find(({ path }) => visit.path === `${path}.svg`)
  if (view) return exploreDrawing({ ...visit, path: view.path }, view)
  return visit.path === 'map.svg' ? mapDrawing(visit) : undefined
}

/** The choices that go without saying at an address, as parameters. */
export const usualOf = (path: string): Readonly<Record<string, string>> => {
  const view = VIEWS.find(other => path === other.path || path === `${other.path}.svg`)
  return { scheme: 'auto', ...(view ? { ...view.usual, in: view.usual.in ?? 'none' } : {}) }
}
