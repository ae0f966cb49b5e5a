/** The five questions by which OGP explained its Explorer, walked as a reader walks them. */

import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import { numberIn } from '../explorer/number.ts'
import { type Explorer, isFocused } from './browser.ts'

export type Walk = {
  explorer: Explorer
  page: Page
  lang: 'en' | 'fr'
  /** With the keyboard alone, or with the mouse. */
  keyboard: boolean
}

type Counts = { data: Record<string, unknown>[]; meta: { total: number } }

const MAX_TABS = 120

/** Goes to a link or button with the Tab key alone, and presses Enter; or clicks. */
export async function activate({ page, keyboard }: Pick<Walk, 'page' | 'keyboard'>, target: Locator): Promise<void> {
  if (!keyboard) return target.click()
  for (let pressed = 0; pressed < MAX_TABS; pressed++) {
    await page.keyboard.press('Tab')
    if (await isFocused(target)) return page.keyboard.press('Enter')
  }
  throw new Error('the Tab key does not lead there')
}

const linkTo = (page: Page, path: string) => page.locator(`main a[href="${path}"]:not([tabindex="-1"]):visible`).first()
const shown = async (page: Page) => numberIn(await page.locator('#matching').textContent())
const ask = (explorer: Explorer, path: string) => explorer.json(path) as unknown as Promise<Counts>

/** Cells of the table of this name, by the head of their row: the number that each begins with, before its share. */
async function cells(page: Page, name: string | RegExp): Promise<Map<string, number[]>> {
  const table = page.locator('table', { has: page.locator('caption', { hasText: name }) }).first()
  const rows = await table
    .locator('tbody tr')
    .evaluateAll(found => found.map(row => [...row.children].map(cell => cell.textContent ?? '')))
  return new Map(
    rows.map(([head = '', ...values]) => [
      head.trim(),
      values.map(value => numberIn(/^[\d\s.,]*/.exec(value)?.[0] ?? ''))
    ])
  )
}

async function begin({ explorer, page, lang }: Walk): Promise<void> {
  await page.goto(`${explorer.origin}/explorer/${lang}`)
}

/** Answers all five, and holds every number against the API's. */
export async function walkFive(t: Test, walk: Walk, country: string): Promise<void> {
  const { explorer, page, lang } = walk
  const root = `/explorer/${lang}`

  // What did a government promise, and what did it deliver?
  await begin(walk)
  await activate(walk, page.locator(`nav a[href="${root}/countries"]`))
  await page.waitForURL(`**${root}/countries`)
  await activate(walk, linkTo(page, `${root}/countries/${country}`))
  await page.waitForURL(`**${root}/countries/${country}`)
  const promised = await ask(explorer, `/v1/commitments?country=${country}&limit=1`)
  const done = await ask(explorer, `/v1/commitments?country=${country}&completion=substantial,complete&limit=1`)
  t.equal(numberIn(await page.locator('.headlines b').first().textContent()), promised.meta.total, 'promised')
  await activate(walk, linkTo(page, `${root}/commitments?country=${country}&completion=substantial,complete`))
  await page.waitForURL(/completion=/)
  t.equal(await shown(page), done.meta.total, 'delivered')

  // How did African countries consult?
  await begin(walk)
  await activate(walk, linkTo(page, `${root}/consultation?region=africa`))
  await page.waitForURL(/consultation/)
  const plans = await ask(explorer, '/v1/process-assessments?region=africa&limit=1')
  t.equal(await shown(page), plans.meta.total, 'plans of African countries')
  if (plans.meta.total > 0) {
    const online = await ask(explorer, '/v1/process-assessments/aggregate?region=africa&group=online')
    const steps = await cells(page, lang === 'en' ? 'How the public' : 'Comment le public')
    const answers = steps.get(lang === 'en' ? 'Online consultation' : 'Consultation en ligne') ?? []
    t.same(
      answers
        .slice(0, -1)
        .filter(count => count > 0)
        .sort(),
      online.data.map(({ count }) => count).sort(),
      'how many consulted online'
    )
  }

  // Which countries have commitments on fiscal transparency?
  await begin(walk)
  await activate(walk, linkTo(page, `${root}/themes/fiscal-openness`))
  await page.waitForURL(/fiscal-openness/)
  const fiscal = await ask(
    explorer,
    `/v1/commitments/aggregate?theme=fiscal-openness&group=country&labels=true&lang=${lang}`
  )
  const countries = await cells(page, lang === 'en' ? /^Commitments.* by country/ : /^Engagements.* par pays/)
  t.same(
    Object.fromEntries([...countries].map(([name, counts]) => [name, counts.at(-1)])),
    Object.fromEntries(fiscal.data.map(row => [row.country_label, row.count])),
    'countries with fiscal commitments'
  )

  // How many starred commitments does Albania have, under each formula?
  await begin(walk)
  await activate(walk, linkTo(page, `${root}/countries/AL`))
  await page.waitForURL(/countries\/AL/)
  const formulas = await ask(
    explorer,
    `/v1/commitments/aggregate?country=AL&star=!null&group=star&labels=true&lang=${lang}`
  )
  const starred = await ask(explorer, '/v1/commitments?country=AL&starred=true&limit=1')
  const stars = await cells(page, /Starred commitments|Engagements phares/)
  for (const { star_label, count } of formulas.data) t.same(stars.get(String(star_label)), [count], String(star_label))
  t.same([...stars.values()].at(-1), [starred.meta.total], 'stars of Albania')

  // What came of the promise of the United Kingdom on beneficial ownership?
  await begin(walk)
  await activate(walk, linkTo(page, `${root}/commitments?country=GB&q=beneficial%20ownership`))
  await page.waitForURL(/beneficial/)
  const owners = await ask(explorer, '/v1/commitments?country=GB&q=beneficial%20ownership&labels=true&limit=25')
  t.equal(await shown(page), owners.meta.total, 'promises on beneficial ownership')
  t.ok(owners.meta.total > 0)
  const first = owners.data[0]?.id
  if (walk.keyboard) await activate(walk, page.locator('a.skip[href="#rows"]'))
  await activate(walk, linkTo(page, `${root}/commitments/${first}`))
  await page.waitForURL(`**/commitments/${first}`)
  t.match(await page.locator('h2').allTextContents(), lang === 'en' ? /What became of it/ : /advenu/)
}
