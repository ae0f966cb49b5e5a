import t from 'tap'
import { faultsOf } from './axe.ts'
import { listen, openAll, openBrowser, openPage, overflow } from './browser.ts'

t.test('a person reads and asks on a phone, and keeps the place in the other language', async t => {
  const { origin } = await listen(t)
  const browser = await openBrowser(t)
  const { page } = await openPage(t, browser, origin, { viewport: { width: 360, height: 740 } })
  await page.goto(`${origin}/docs?lang=fr#/members/getMember`)
  await page.waitForURL(`${origin}/docs/members/getMember?lang=fr`)
  await page.getByLabel('id').fill('CL')
  await page.keyboard.press('Enter')
  await page
    .getByRole('status')
    .getByText(/^200 OK/)
    .waitFor()
  t.equal(await page.locator('.buttons a').getAttribute('href'), '/v1/members/CL')
  t.match(await page.locator('.result pre').last().textContent(), '"name_fr": "Chili"')
  t.equal(await overflow(page), 0, 'nothing is wider than a phone')

  await page.getByRole('link', { name: 'MemberItem' }).first().click()
  t.ok(await page.locator('#schema-MemberItem').isVisible(), 'what a link leads to is open')
  await page.locator('header a[hreflang=en]').click()
  await page.waitForURL(`${origin}/docs/members/getMember?lang=en#schema-MemberItem`)
  t.ok(await page.locator('#schema-MemberItem').isVisible())

  await page.goto(`${origin}/docs?lang=en`)
  await page.locator('.groups summary').first().click()
  await page.getByRole('link', { name: 'Download members', exact: true }).click()
  await page.getByLabel('suffix').selectOption('.xlsx')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('A file: it is not shown here.').waitFor()
  await page.route('**/v1/members.csv', route => route.abort())
  await page.getByLabel('suffix').selectOption('.csv')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('status').getByText('The service does not answer').waitFor()
})

t.test('without script a form still asks', async t => {
  const { origin } = await listen(t)
  const browser = await openBrowser(t)
  const { page } = await openPage(t, browser, origin, { javaScriptEnabled: false })
  await page.goto(`${origin}/docs?lang=en`)
  await page.getByLabel('country').fill('CL')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.waitForURL(`${origin}/v1/members?country=CL`)
})

t.test('nothing is out of reach: axe finds no fault with everything open, in light and dark', async t => {
  const { origin } = await listen(t)
  const browser = await openBrowser(t)
  for (const [path, colorScheme] of [
    ['/docs?lang=en', 'light'],
    ['/docs/members?lang=fr', 'dark'],
    ['/docs/commitments/listCommitments?lang=fr', 'light'],
    ['/docs/reconcile/reconcile?lang=en', 'dark']
  ] as const) {
    const { page, context } = await openPage(t, browser, origin, { viewport: { width: 360, height: 740 }, colorScheme })
    await page.goto(`${origin}${path}`)
    await openAll(page)
    t.equal(await overflow(page), 0, `${path} fits`)
    t.same(await faultsOf(page), [], path)
    t.equal(await page.locator('a:not([href])').count(), 0, `every link of ${path} leads somewhere`)
    await context.close()
  }
})
