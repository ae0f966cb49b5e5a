import type { Browser } from 'playwright-core'
import t, { type Test } from 'tap'
import { faultsOf } from './axe.ts'
import { type Explorer, listen, openAll, openBrowser, openPage, overflow } from './browser.ts'

const PAGES = [
  '',
  'commitments?country=CL,IE&in=star&by=region',
  'commitments/IE-1-dp4pcxdg',
  'countries',
  'countries/GE',
  'themes/open-data',
  'consultation',
  'compare?country=CL,GB',
  'definitions',
  'search?q=open%20data',
  'eligibility',
  'nothing',
  'commitments?embed=1'
]

t.test('nothing is out of reach: axe finds no fault, in light and dark, wide and narrow', async t => {
  const explorer = await listen(t)
  const browser = await openBrowser(t)
  for (const [index, path] of PAGES.entries()) {
    const narrow = index % 2 === 1
    const colorScheme = index % 3 === 1 ? 'dark' : 'light'
    await check(t, browser, explorer, `${index % 2 ? 'fr' : 'en'}/${path}`, narrow, colorScheme)
  }
  for (const path of ['en', 'en/commitments', 'en/countries/GE']) await check(t, browser, explorer, path, false, 'dark')
})

/** Everything that can be opened is open, so that axe sees it. */
async function check(
  t: Test,
  browser: Browser,
  { origin }: Explorer,
  path: string,
  narrow: boolean,
  colorScheme: 'light' | 'dark'
): Promise<void> {
  const viewport = narrow ? { width: 360, height: 740 } : { width: 1280, height: 800 }
  const { page, context } = await openPage(t, browser, origin, { viewport, colorScheme })
  await page.goto(`${origin}/explorer/${path}`)
  t.equal(await overflow(page), 0, `${path} fits its window`)
  await openAll(page)
  t.same(await faultsOf(page), [], `${path}, ${narrow ? 'narrow' : 'wide'}, ${colorScheme}`)
  t.equal(await page.locator('a:not([href])').count(), 0, `every link of ${path} leads somewhere`)
  await context.close()
}
