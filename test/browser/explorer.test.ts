import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import t from 'tap'
import { importFiles } from '../../src/import/import.ts'
import { numberIn } from '../explorer/number.ts'
import { FILES, withoutRealFiles } from '../real-files/files.ts'
import { row2016, writeFile } from '../synthetic.ts'
import { faultsOf } from './axe.ts'
import { isFocused, listen, openBrowser, openPage, overflow } from './browser.ts'
import { walkFive } from './questions.ts'

/** A sheet less its margins, in CSS pixels. */
const A4 = { width: 718, height: 1047 }

t.test('the Explorer in a browser', async t => {
  const explorer = await listen(t)
  const browser = await openBrowser(t)

  for (const [lang, keyboard, javaScriptEnabled] of [
    ['en', false, true],
    ['fr', true, true],
    ['en', true, false],
    ['fr', false, false]
  ] as const) {
    const how = `${lang}, ${keyboard ? 'keyboard' : 'mouse'}, ${javaScriptEnabled ? 'with' : 'without'} script`
    await t.test(`the five questions on the seeds: ${how}`, async t => {
      const { page, context } = await openPage(t, browser, explorer.origin, { javaScriptEnabled })
      await walkFive(t, { explorer, page, lang, keyboard }, 'CL')
      await context.close()
    })
  }

  await t.test('a filter answers at once, has an address, and the way back', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin)
    await page.goto(`${explorer.origin}/explorer/en/commitments`)
    const all = (await page.locator('#matching').textContent()) ?? ''
    await page.locator('[data-keep=country] summary').click()
    await page.locator('[data-keep=country] [data-narrow]').fill('chi')
    t.same(
      await page
        .locator('[data-keep=country] .boxes li:visible input')
        .evaluateAll(boxes => boxes.map(box => box.getAttribute('value'))),
      ['CL'],
      'typed'
    )
    await page.locator('input[name=country][value=CL]').check()
    await page.waitForURL('**/commitments?country=CL')
    const chile = (await explorer.json('/v1/commitments?country=CL&limit=1')).meta.total
    t.equal(numberIn(await page.locator('#matching').textContent()), chile)
    t.ok(await isFocused(page.locator('input[name=country][value=CL]')), 'the focus stays')
    t.equal(await page.locator('[data-keep=country]').getAttribute('open'), '', 'what was open stays open')
    await page.selectOption('select[name=in]', 'starred')
    await page.waitForURL('**/commitments?country=CL&in=starred')
    await page.locator('.bars svg a').first().click()
    await page.waitForURL(/starred=/)
    await page.goBack()
    await page.waitForURL('**/commitments?country=CL&in=starred')
    await page.goBack()
    await page.goBack()
    await page.waitForURL('**/commitments')
    await page.locator('#matching', { hasText: all }).waitFor()
    await context.close()
  })

  await t.test('the search box suggests while one types, by keyboard and mouse, and is told of by name', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin)
    await page.goto(`${explorer.origin}/explorer/fr/definitions`)
    const box = page.getByRole('combobox', { name: /Rechercher/ })
    await box.fill('allem')
    const list = page.getByRole('listbox', { name: 'Suggestions' })
    const options = list.getByRole('option')
    await options.first().waitFor()
    const edges = async (place: typeof list) => (await place.boundingBox())?.width ?? 0
    t.ok((await edges(options.first())) > (await edges(list)) - 5, 'one below the other')
    t.match(await options.first().textContent(), /AllemagnePays · DEU/)
    t.equal(await box.getAttribute('aria-expanded'), 'true')
    t.equal(await overflow(page), 0)
    t.same(await faultsOf(page), [])
    await box.press('ArrowDown')
    t.equal(await box.getAttribute('aria-activedescendant'), await options.first().getAttribute('id'))
    await box.press('Escape')
    t.equal(await options.count(), 0)
    t.notOk(await page.locator('#suggested').isVisible())
    t.equal(await box.inputValue(), 'allem', 'what was typed stays')
    await box.press('Enter')
    await page.waitForURL(/search\?q=allem/)
    await box.fill('ivory')
    await options.first().waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await page.waitForURL(/\/explorer\/fr\/countries\/CI$/)
    await box.fill('open d')
    await options.first().click()
    await page.waitForURL(/\/explorer\/fr\/themes\/open-data$/)
    await context.close()
  })

  await t.test('without script a form narrows and a download comes', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin, { javaScriptEnabled: false })
    await page.goto(`${explorer.origin}/explorer/fr/commitments`)
    await page.locator('[data-keep=region] summary').click()
    await page.locator('input[name=region][value=africa]').check()
    await page.locator('.submit button').click()
    await page.waitForURL('**/fr/commitments?region=africa')
    const africa = (await explorer.json('/v1/commitments?region=africa&limit=1')).meta.total
    t.equal(numberIn(await page.locator('#matching').textContent()), africa)
    const href = await page.locator('.take a[href*="commitments.csv"]').first().getAttribute('href')
    const csv = await (await fetch(String(href))).text()
    t.equal(parse(csv).length - 1, africa, 'the file holds the rows')
    t.equal(await page.locator('[data-copy]').first().isVisible(), false, 'nothing is offered that needs script')
    await context.close()
  })

  await t.test('on a phone filters are closed from the first moment, so that nothing jumps', async t => {
    const tops: number[] = []
    for (const javaScriptEnabled of [false, true]) {
      const viewport = { width: 360, height: 740 }
      const { page, context } = await openPage(t, browser, explorer.origin, { javaScriptEnabled, viewport })
      await page.goto(`${explorer.origin}/explorer/en/commitments`)
      t.notOk(await page.locator('#ask').isVisible())
      tops.push((await page.locator('#matching').boundingBox())?.y ?? 0)
      await page.locator('.drawer summary').click()
      t.ok(await page.locator('#ask').isVisible())
      await context.close()
    }
    t.equal(tops[0], tops[1])
    t.ok((tops[0] ?? 0) < 740, 'the first number is on the first screen')
  })

  await t.test(
    'on a phone the first number and the first chart come within two screens, and tables say that they scroll',
    async t => {
      const viewport = { width: 360, height: 740 }
      const bottom = async (page: Page, what: string) => {
        const box = await page.locator(what).first().boundingBox()
        return (box?.y ?? Number.NaN) + (box?.height ?? 0)
      }
      for (const lang of ['en', 'fr']) {
        const { page, context } = await openPage(t, browser, explorer.origin, { viewport })
        await page.goto(`${explorer.origin}/explorer/${lang}`)
        t.ok((await bottom(page, '.headlines b')) < viewport.height)
        t.ok((await bottom(page, '.world')) < 2 * viewport.height, `${lang}: ${await bottom(page, '.world')}`)
        const note = page.locator('.caution p').first()
        t.notOk(await note.isVisible())
        await page.locator('.caution summary').click()
        t.ok(await note.isVisible(), 'how complete it is, for who asks')
        await page.goto(`${explorer.origin}/explorer/${lang}?embed=1`)
        t.ok(await note.isVisible(), 'and in a frame, always')
        await page.goto(`${explorer.origin}/explorer/${lang}/countries`)
        t.ok(await page.locator('.hint').isVisible())
        await page.locator('.wide').evaluate(box => box.scrollTo(300, 0))
        t.equal((await page.locator('tbody th').first().boundingBox())?.x, 16, 'the name of a row stays')
        await page.goto(`${explorer.origin}/explorer/${lang}/countries/AL`)
        const fits = page.locator('.wide', { hasText: lang === 'en' ? 'by formula' : 'par formule' })
        t.notOk(await fits.locator('.hint').isVisible(), 'what fits says nothing')
        await page.goto(`${explorer.origin}/explorer/${lang}?zoom=africa`)
        t.ok(await page.locator('[data-zoomed] table').isVisible(), 'the numbers of a part of the world are open')
        await context.close()
      }
    }
  )

  await t.test('a chart is saved as a picture, a link is copied', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin)
    await page.goto(`${explorer.origin}/explorer/en/commitments?by=region`)
    await page.locator('.take summary').first().click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.take a', { hasText: 'PNG' }).first().click()
    ])
    t.equal(download.suggestedFilename(), 'ogp-commitments-by-region-completion-latest-rating-2026-11.png')
    await page.locator('[data-copy]').first().click()
    await page.locator('#news', { hasText: 'Copied' }).waitFor()
    await context.close()
  })

  await t.test('a bar says its value, its share and what that is of, to mouse, keyboard and finger', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin, { hasTouch: true })
    await page.goto(`${explorer.origin}/explorer/en/commitments?by=region&order=name`)
    const tip = page.locator('#tip')
    const row = page.locator('.bars li', { hasText: 'Americas' })
    const said = /^Americas – Complete: \d+ of \d+ \(\d+%\)$/
    const complete = row.locator('rect.r5')
    await complete.hover()
    t.match(await tip.textContent(), said)
    await page.keyboard.press('Escape')
    t.equal(await tip.count(), 0)
    await page.mouse.move(0, 0)
    await page.locator('select[name=order]').focus()
    for (let pressed = 0; pressed < 20 && !(await isFocused(row.locator('.name'))); pressed++)
      await page.keyboard.press('Tab')
    t.ok((await tip.locator('p').allTextContents()).some(text => said.test(text)))
    t.equal(await row.locator('.name').getAttribute('aria-describedby'), 'tip')
    await complete.tap()
    t.match(page.url(), 'by=region&order=name', 'a finger is told first')
    await tip.locator('a').tap()
    await page.waitForURL(/completion=complete/)
    await context.close()
  })

  await t.test('a view stands in a frame of another page', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin)
    await page.goto(`${explorer.origin}/explorer/en/commitments?embed=1&by=region`)
    t.equal(await page.locator('header, aside, footer').count(), 0)
    t.ok((await page.locator('.bars li').count()) > 2)
    await context.close()
  })

  await t.test('on paper stands every column, and nothing to press; forced colours leave bars their edges', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin, { viewport: A4 })
    await page.goto(`${explorer.origin}/explorer/en/commitments?by=region`)
    await page.emulateMedia({ media: 'print' })
    for (const name of ['.top nav', 'aside', '.take', '.pages'])
      t.notOk(await page.locator(name).first().isVisible(), name)
    t.ok(await page.locator('.bars li').first().isVisible())
    const right = await page.evaluate<number>('document.querySelector("#rows table").getBoundingClientRect().right')
    t.ok(right <= A4.width, `the table ends at ${right} of ${A4.width}`)
    t.match((await page.pdf({ format: 'A4' })).subarray(0, 5).toString(), '%PDF-')

    await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
    const edge = await page.evaluate('getComputedStyle(document.querySelector(".bar rect")).stroke')
    t.not(edge, 'none')
    await context.close()
  })

  await t.test('a service that fails is asked again until it answers', async t => {
    const { page, context } = await openPage(t, browser, explorer.origin)
    await page.clock.install()
    await page.goto(`${explorer.origin}/explorer/en/countries`)
    const failing = async (how: Parameters<typeof page.route>[1]) => {
      await page.route('**/explorer/en/themes', how)
      await page.locator('nav a[href="/explorer/en/themes"]').click()
    }
    await failing(route => route.abort())
    await page.locator('#news', { hasText: 'does not answer. Trying again in 2 s' }).waitFor()
    await page.unroute('**/explorer/en/themes')
    await page.clock.fastForward(2500)
    await page.waitForURL('**/themes')
    await page.locator('#news', { hasText: 'answers again' }).waitFor()

    await page.locator('nav a[href="/explorer/en/countries"]').click()
    await page.waitForURL('**/countries')
    await failing(route => route.fulfill({ status: 429, headers: { 'retry-after': '7' }, body: '' }))
    await page.locator('#news', { hasText: 'Too many requests came from here. Trying again in 7 s' }).waitFor()
    await page.unroute('**/explorer/en/themes')
    await page.locator('#news button').click()
    await page.waitForURL('**/themes')

    await page.locator('nav a[href="/explorer/en/countries"]').click()
    await page.waitForURL('**/countries')
    let release = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    await failing(async route => {
      await held
      await route.continue()
    })
    await page.clock.fastForward(4500)
    await page.locator('#news', { hasText: 'Still loading' }).waitFor()
    release()
    await page.waitForURL('**/themes')
    t.equal(await page.locator('#news').textContent(), '')
    await context.close()
  })
})

t.test('hostile text is text', async t => {
  const explorer = await listen(t, { own: 'sample' })
  const browser = await openBrowser(t)
  const texts = [
    '<script>document.title = "taken"</script><img src=x onerror="document.title=\'taken\'">',
    '"><svg onload=alert(1)> \' & &amp; </title></textarea></script>',
    '\u202eright to left\u202d and מעורב',
    '👩‍👩‍👧‍👦 🏳️‍🌈 é',
    `Long ${'x'.repeat(5000)} ${'word '.repeat(800)}`
  ]
  const rows = texts.map((title, index) => row2016(index + 1, { 'Commitment Title': title, 'Full Text': title }))
  const release = { id: 'hostile', title: '<b>hostile</b>', date: '2026-11-24' }
  await importFiles(explorer.url, { files: [writeFile(t, 'commitments-2016', rows)], release })
  await explorer.app.service.releases.refresh()
  const { page, context } = await openPage(t, browser, explorer.origin, { viewport: { width: 360, height: 740 } })
  page.on('dialog', () => t.fail('a script of the data ran'))
  const { data } = await explorer.json('/v1/commitments?plan=CL-9&fields=id,title&sort=number')
  t.equal(data.length, texts.length)
  for (const path of ['commitments?plan=CL-9', ...data.map(({ id }) => `commitments/${id}`)]) {
    await page.goto(`${explorer.origin}/explorer/en/${path}`)
    t.notMatch(await page.title(), /^taken/)
    t.equal(await overflow(page), 0, `${path} fits`)
    t.equal(await page.locator('main img, main script').count(), 0)
  }
  for (const { id, title } of data) {
    await page.goto(`${explorer.origin}/explorer/fr/commitments/${id}`)
    t.equal(await page.locator('h1').textContent(), String(title))
  }
  await context.close()
})

t.test('the five questions on OGP’s own files of 2016', { skip: withoutRealFiles() }, async t => {
  const explorer = await listen(t, { own: 'database' })
  const release = { id: 'r2016', title: 'A test', date: '2026-11-24' }
  await importFiles(explorer.url, { files: [FILES.commitments2016, FILES.process2016], release })
  await explorer.app.service.releases.refresh()
  const browser = await openBrowser(t)
  const { page, context } = await openPage(t, browser, explorer.origin)
  await walkFive(t, { explorer, page, lang: 'en', keyboard: true }, 'AL')
  for (const lang of ['en', 'fr'] as const) {
    await page.goto(`${explorer.origin}/explorer/${lang}/countries/AL`)
    const stars = await page
      .locator('table', { hasText: lang === 'en' ? 'Star before June 2014' : 'juin 2014' })
      .first()
      .locator('td')
      .allTextContents()
    t.same(stars.map(numberIn), [7, 6, 1, 2, 13], 'as many as the files hold together')
  }
  await context.close()
})
