import t from 'tap'
import { listen, openBrowser, openPage, overflow } from './browser.ts'
import { TASKS } from './tasks.ts'

/** Each language and way of asking. */
const WAYS = (['en', 'fr'] as const).flatMap(lang =>
  (['mouse', 'keyboard', 'touch'] as const).map(how => [lang, how] as const)
)

for (const [lang, how] of WAYS) {
  t.test(`ten tasks: ${lang}, ${how}`, async t => {
    const explorer = await listen(t)
    const browser = await openBrowser(t)
    const viewport = how === 'touch' ? { width: 360, height: 740 } : { width: 1280, height: 800 }
    for (const { name, walk } of TASKS) {
      const { page, context } = await openPage(t, browser, explorer.origin, { viewport, hasTouch: how === 'touch' })
      await t.test(name, t => walk(t, { explorer, page, lang, how }))
      t.equal(await overflow(page), 0, name)
      await context.close()
    }
  })
}
