/** Ten tasks of people who come with a question, each done as they would, with mouse, keyboard or finger. */

import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import { numberIn } from '../explorer/number.ts'
import { type Explorer, isFocused } from './browser.ts'

export type How = 'mouse' | 'keyboard' | 'touch'
export type Walk = { explorer: Explorer; page: Page; lang: 'en' | 'fr'; how: How }
export type Task = { name: string; walk(t: Test, walk: Walk): Promise<void> }

/** Of a page with every filter open. */
const MOST_TABS = 900
/** The release that holds what OGP's own Explorer held. */
const EDITION_OF_2016 = '2016-12'

/** Goes to what can be pressed, and presses it. */
async function press({ page, how }: Walk, target: Locator): Promise<void> {
  await target.waitFor()
  if (how === 'mouse') return target.click()
  if (how === 'touch') return target.tap()
  await reach(page, target)
  const isBox = (await target.getAttribute('type')) === 'checkbox'
  await page.keyboard.press(isBox ? 'Space' : 'Enter')
}

/** Goes on with the Tab key until something has the focus, round the page where need be. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS && !(await isFocused(target)); pressed++) await page.keyboard.press('Tab')
  if (!(await isFocused(target))) throw new Error('the Tab key does not lead there')
}

/** Types into a field as a reader does. */
async function type(walk: Walk, field: Locator, text: string): Promise<void> {
  if (walk.how === 'keyboard') await reach(walk.page, field)
  else await press(walk, field)
  await walk.page.keyboard.type(text)
}

/** Chooses of a list; the list itself belongs to the system, and no script can press it. */
async function choose(walk: Walk, list: Locator, value: string): Promise<void> {
  if (walk.how === 'keyboard') await reach(walk.page, list)
  await list.selectOption(value)
}

const begin = ({ explorer, page, lang }: Walk) => page.goto(`${explorer.origin}/explorer/${lang}`)
const arrived = (page: Page, address: RegExp) => page.waitForURL(url => address.test(url.pathname + url.search))
const found = async (page: Page) => numberIn(await page.locator('#matching').textContent())

async function through(walk: Walk, section: string): Promise<void> {
  await press(walk, walk.page.locator(`nav a[href="/explorer/${walk.lang}/${section}"]`))
  await arrived(walk.page, new RegExp(`/${section}$`))
}

/** Ticks a value of a filter; on a phone filters are behind a line of their own. */
async function filter(walk: Walk, name: string, value: string, typed?: string): Promise<void> {
  const { page } = walk
  const drawer = page.locator('.drawer summary')
  if ((await drawer.isVisible()) && !(await page.locator('#ask').isVisible())) await press(walk, drawer)
  const group = page.locator(`[data-keep=${name}]`)
  if ((await group.getAttribute('open')) === null) await press(walk, group.locator('summary'))
  if (typed) await type(walk, group.locator('[data-narrow]'), typed)
  await press(walk, group.locator(`input[name=${name}][value=${value}]`))
  await arrived(page, new RegExp(`[?&]${name}=${value}`))
}

const total = async ({ explorer }: Walk, query: string) => (await explorer.json(`/v1/${query}`)).meta.total
/** Opens what can be taken away of the first chart, or of the page. */
const open = (walk: Walk, within = 'figure') => press(walk, walk.page.locator(`${within} .take summary`).first())

async function countryPage(walk: Walk, code: string): Promise<void> {
  await through(walk, 'countries')
  await press(walk, walk.page.locator(`tbody th a[href$="/countries/${code}"]`))
  await arrived(walk.page, new RegExp(`/countries/${code}$`))
}

export const TASKS: readonly Task[] = [
  {
    name: 'which African countries delivered best, as a picture with its source',
    async walk(t, walk) {
      const { page, explorer } = walk
      await begin(walk)
      await choose(walk, page.locator('#release'), EDITION_OF_2016)
      await arrived(page, /release=2016-12/)
      await press(walk, page.locator('nav a[href*="/commitments?"]'))
      await arrived(page, /commitments\?release/)
      await filter(walk, 'region', 'africa')
      await choose(walk, page.locator('select[name=show]'), 'delivered')
      await arrived(page, /show=delivered/)
      await open(walk)
      const link = page.locator('.take a[href*=".png"]').first()
      const [download] = await Promise.all([page.waitForEvent('download'), press(walk, link)])
      t.match(download.suggestedFilename(), /^ogp-.*(in-africa|en-afrique).*2016-12\.png$/)
      const drawn = String(await link.getAttribute('href')).replace('.png', '.svg')
      const picture = await (await fetch(explorer.origin + drawn)).text()
      t.match(picture, /<title>[^<]*(in Africa|en Afrique)/)
      t.match(picture, />23\s?%\s+n\s=\s30</, 'a percentage and what it is of')
      t.match(picture, />(Source: OGP and its IRM|Source\s: PGO et son MEI)/)
      const order = [/Liberia/, /Ghana/, /South Africa|Afrique du Sud/, /Tanzan/].map(name =>
        picture.search(new RegExp(`>(?:${name.source})[^<]*</text>`))
      )
      t.ok(order.every(at => at > 0))
      t.same(
        order,
        order.toSorted((a, b) => a - b)
      )
    }
  },
  {
    name: 'what France promised on open data, for a spreadsheet in the language of the page',
    async walk(t, walk) {
      const { page, lang } = walk
      await begin(walk)
      await through(walk, 'commitments')
      await filter(walk, 'country', 'FR', 'fran')
      await filter(walk, 'theme', 'open-data')
      t.equal(await found(page), await total(walk, 'commitments?country=FR&theme=open-data&limit=1'))
      await open(walk)
      const link = page.locator('figure .take a[href*="/commitments.xlsx"]').first()
      t.match(await link.getAttribute('href'), new RegExp(`labels=true&lang=${lang}`))
      const [download] = await Promise.all([page.waitForEvent('download'), press(walk, link)])
      t.match(download.suggestedFilename(), /\.xlsx$/)
    }
  },
  {
    name: 'whether a country is eligible, and why',
    async walk(t, walk) {
      await begin(walk)
      await countryPage(walk, 'GE')
      const why = walk.page.locator('main', { hasText: /Why, in 2014|Pourquoi, en 2014/ })
      t.equal(await why.count(), 1)
      t.match(await why.textContent(), /4 of 4 points|4 sur 4 points/)
    }
  },
  {
    name: 'what came of the British promise on beneficial ownership',
    async walk(t, walk) {
      const { page } = walk
      await begin(walk)
      await press(walk, page.locator('.questions a[href*="country=GB"]'))
      await arrived(page, /country=GB&q=/)
      await press(walk, page.locator('#rows tbody th a').first())
      await arrived(page, /commitments\/GB-/)
      t.ok((await page.locator('table.numbers tbody tr').count()) > 3, 'its ratings')
    }
  },
  {
    name: 'a chart for a page of one’s own, narrower',
    async walk(t, walk) {
      const { page } = walk
      await begin(walk)
      await through(walk, 'commitments')
      await choose(walk, page.locator('select[name=by]'), 'theme')
      await arrived(page, /by=theme/)
      await open(walk)
      const code = page.locator('textarea[id^=frame-]').first()
      await choose(walk, page.locator('[data-embed=width]').first(), '600')
      await page.waitForFunction('/width="600"/.test(document.querySelector("textarea[id^=frame-]").value)')
      t.match(await code.inputValue(), /^<iframe src="[^"]*by=theme&amp;embed=1[^"]*" title="[^"]+" width="600"/)
    }
  },
  {
    name: 'how three countries delivered over their plans',
    async walk(t, walk) {
      const { page } = walk
      await begin(walk)
      await through(walk, 'compare')
      for (const [index, code] of ['BR', 'GB', 'GH'].entries())
        await choose(walk, page.locator('.compare select').nth(index), code)
      await press(walk, page.locator('.compare button'))
      await arrived(page, /country=BR,GB,GH/)
      const lines = page.locator('.panels > li')
      t.equal(await lines.count(), 3)
      t.match(await lines.first().textContent(), /(Brazil|Brésil).*82\s?%\s+n\s=\s83/, 'a share, and of how many')
      const tip = page.locator('#tip')
      const said = /^(Brazil|Brésil) – Plan 1\s?: 28 (of|sur) 32 \(88\s?%\)/
      if (walk.how === 'keyboard') await reach(page, lines.first().locator('.name'))
      else if (walk.how === 'touch') await lines.first().locator('.plot rect').first().tap()
      else await lines.first().locator('.plot rect').first().hover()
      t.match(await tip.locator('p').first().textContent(), said)
    }
  },
  {
    name: 'the starred commitments of Brazil, one of them cited',
    async walk(t, walk) {
      const { page, explorer } = walk
      await begin(walk)
      await countryPage(walk, 'BR')
      await press(walk, page.locator('table a[href*="starred=true"]').first())
      await arrived(page, /starred=true/)
      t.equal(await found(page), await total(walk, 'commitments?country=BR&starred=true&limit=1'))
      await press(walk, page.locator('#rows tbody th a').first())
      await arrived(page, /commitments\/BR-/)
      await open(walk, 'main >')
      await press(walk, page.locator('.take a[href^="/docs/query"]').first())
      await page.waitForURL(`${explorer.origin}/docs/query**`)
      t.match(page.url(), `lang=${walk.lang}`)
      t.match(
        await page.locator('main').textContent(),
        /APA[\s\S]*(Open Government Partnership|Partenariat pour un gouvernement ouvert)/
      )
    }
  },
  {
    name: 'what changed since December 2016',
    async walk(t, walk) {
      const { page } = walk
      await begin(walk)
      await press(walk, page.locator('footer a[href$="/changes"]'))
      await arrived(page, /\/changes$/)
      t.equal(await page.locator('select[name=since]').inputValue(), '2016-12')
      t.ok((await page.locator('.changed > li').count()) > 3)
    }
  },
  {
    name: 'what was promised on lobbying anywhere',
    async walk(t, walk) {
      const { page } = walk
      await begin(walk)
      await type(walk, page.locator('#find'), 'lobby')
      await press(walk, page.locator('.search button'))
      await arrived(page, /search\?q=lobby/)
      t.ok((await page.locator('main mark').count()) > 0, 'why it was found')
      await press(walk, page.locator('main a[href*="/commitments?q=lobby"]'))
      await arrived(page, /commitments\?q=lobby/)
      t.equal(await found(page), await total(walk, 'commitments?q=lobby&limit=1'))
    }
  },
  {
    name: 'who consulted online',
    async walk(t, walk) {
      const { page, how } = walk
      await begin(walk)
      await through(walk, 'consultation')
      t.equal(await found(page), await total(walk, 'process-assessments?limit=1'))
      const row = page.locator('figure').nth(1).locator('.bars li').first()
      if (how === 'keyboard') await reach(page, row.locator('.name'))
      else if (how === 'touch') await row.locator('rect').first().tap()
      else await row.locator('rect').first().hover()
      t.match(await page.locator('#tip').textContent(), / – .*\d/)
    }
  }
]
