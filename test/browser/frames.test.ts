import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { listen, openBrowser, openPage } from './browser.ts'

t.test('a frame on another site fits its content, and every link of it opens', async t => {
  const explorer = await listen(t)
  const browser = await openBrowser(t)
  let written = ''
  const site = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>News</title>${written}`)
  )
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  t.teardown(() => site.close())
  const news = `http://localhost:${(site.address() as AddressInfo).port}/`

  const { page, context } = await openPage(t, browser, explorer.origin)
  await page.goto(`${explorer.origin}/explorer/en/commitments?country=CL&by=theme`)
  await page.locator('figure .take summary').first().click()
  const code = page.locator('textarea[id^=frame-]').first()
  for (const [name, value] of Object.entries({ lang: 'fr', scheme: 'dark', width: '600' }))
    await page.locator(`[data-embed=${name}]`).first().selectOption(value)
  const awaited = /title="Engagements du Chili[^"]*" width="600"/
  while (!awaited.test(written)) written = await code.inputValue()
  t.match(written, /explorer\/fr\/commitments\?[^"]*scheme=dark/)
  await context.close()

  for (const javaScriptEnabled of [true, false]) {
    const outside = await browser.newContext({ javaScriptEnabled })
    const around = await outside.newPage()
    around.on('console', message => {
      if (/frame-ancestors|Refused/.test(message.text())) t.fail(message.text())
    })
    await around.goto(news)
    const frame = around.frameLocator('iframe')
    await frame.locator('.bars li').first().waitFor()
    if (javaScriptEnabled) {
      t.equal(await frame.locator('html[data-scheme=dark]').count(), 1)
      await around.waitForFunction('document.querySelector("iframe").height !== "640"')
      const inside = await frame.locator('html').evaluate(html => html.getBoundingClientRect().height)
      t.ok(Math.abs(Number(await around.locator('iframe').getAttribute('height')) - inside) <= 1, 'it fits')
    }
    t.equal(await frame.locator('a:not([target])').count(), 0)
    for (const link of ['.bars .name', '.bars svg a', '.credit a >> text=Explorateur', 'details td a']) {
      if (link.startsWith('details')) await frame.locator('details summary').first().click()
      const [opened] = await Promise.all([outside.waitForEvent('page'), frame.locator(link).first().click()])
      await opened.locator('h1').first().waitFor()
      t.match(opened.url(), /\/explorer\/fr\/commitments\?/, link)
      t.notMatch(opened.url(), 'embed=1', 'the whole page')
      await opened.close()
    }
    await outside.close()
  }
})
