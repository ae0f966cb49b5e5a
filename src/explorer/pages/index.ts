/** Which page stands at which address. */

import type { Picture } from '../charts/picture.ts'
import { type PageContext, without } from '../page-context.ts'
import { type Page, SITE } from '../parts/layout.ts'
import { mapDrawing } from '../parts/map/map.ts'
import { card } from '../pictures/card.ts'
import { pageOfCard } from '../sharing/social.ts'
import { VIEWS } from '../views.ts'
import { changes } from './changes.ts'
import { allowOnly, refused } from './chart-options.ts'
import { commitment } from './commitment.ts'
import { compare } from './compare.ts'
import { countries } from './countries.ts'
import { country } from './country.ts'
import { definitions } from './definitions.ts'
import { eligibility } from './eligibility.ts'
import { explore, exploreDrawing } from './explore.ts'
import { methodology } from './methodology.ts'
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
  definitions,
  methodology,
  changes
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

const PICTURE = /^([^/]*)\.(svg|png)$/
/** How many pixels wide a PNG may be; the first goes without saying. */
const WIDTHS: readonly string[] = ['1200', '2400']

/** The picture of a visit, where its address is one of a picture. */
export async function pictureOf(visit: PageContext): Promise<Picture | undefined> {
  const shared = pageOfCard(visit.path)
  if (shared !== undefined) return cardOf({ ...visit, path: shared })
  const [, path, suffix] = PICTURE.exec(visit.path) ?? []
  const view = VIEWS.find(other => other.path === path)
  if (!view && path !== 'map') return undefined
  const asked = suffix === 'png' ? new Map(without(visit.asked, 'width')) : visit.asked
  const width = suffix === 'png' ? (visit.asked.get('width') ?? WIDTHS[0]) : undefined
  if (width !== undefined && !WIDTHS.includes(width))
    throw refused([
      { parameter: 'width', detail: `"${width.slice(0, 100)}" is none of ${WIDTHS.join(', ')} (pixels).` }
    ])
  if (!view) allowOnly({ ...visit, asked }, 'map', 'zoom')
  const drawn = view ? await exploreDrawing({ ...visit, path: view.path, asked }, view) : await mapDrawing(visit)
  return width === undefined ? drawn : { ...drawn, width: Number(width) }
}

/** The card of a page that there is. */
async function cardOf(visit: PageContext): Promise<Picture | undefined> {
  const { say, release, date } = visit
  const { title, description, status = 200, card: drawing } = await pageOf(visit)
  if (status !== 200) return undefined
  const day = say(['Release {id}, {day}', 'Version {id}, {day}'], { id: release.id, day: date(release.date) })
  return card({ title, description, site: say(SITE), release: day }, await drawing?.())
}

/** The choices that go without saying at an address, as parameters. */
export const usualOf = (path: string): Readonly<Record<string, string>> => {
  const [, name = pageOfCard(path) ?? path, suffix] = PICTURE.exec(path) ?? []
  const view = VIEWS.find(other => name === other.path)
  return {
    scheme: 'auto',
    ...(suffix === 'png' ? { width: '1200' } : {}),
    ...(view ? { ...view.usual, in: view.usual.in ?? 'none' } : {})
  }
}
