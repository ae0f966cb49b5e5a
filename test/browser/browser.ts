/** The Explorer as its readers meet it: over HTTP, and in a browser where there is one. */
import { appendFileSync, existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page
} from 'playwright-core'
import type { Test } from 'tap'
import { type Client, start } from '../helper.ts'

/** The one without windows draws the same with two thirds of the work. */
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
/** What does not come by then hangs, on however slow a machine. */
const PATIENCE_MILLISECONDS = 600_000
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** `RECORD_VISITS=FILE npm test -- test/browser/tasks.test.ts`: what a browser asks in one visit becomes a line of FILE. */
const RECORD = process.env.RECORD_VISITS

export type Explorer = Client & { origin: string }

/** The service, listening. */
export async function listen(t: Test, options: Parameters<typeof start>[1] = {}): Promise<Explorer> {
  const client = await start(t, { own: 'service', publicUrl: undefined, ...options })
  await client.app.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = client.app.server.server.address() as AddressInfo
  return { ...client, origin: `http://127.0.0.1:${port}` }
}

/** A browser with an empty profile, closed with the test. */
export async function openBrowser(t: Test): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? BROWSERS.find(path => existsSync(path)) ?? BROWSERS.join(' or ')
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS, timeout: PATIENCE_MILLISECONDS })
  t.teardown(() => browser.close())
  return browser
}

/** A page that fails the test when a script fails, a policy is broken or another host is asked. */
export async function openPage(
  t: Test,
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {}
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  context.setDefaultTimeout(PATIENCE_MILLISECONDS)
  const page = await context.newPage()
  page.on('pageerror', error => t.fail(`a script failed: ${error.message}`))
  page.on('console', message => {
    if (/Content Security Policy|Refused to/.test(message.text())) t.fail(message.text())
  })
  const asked: Promise<{ path: string; accept: string | undefined }>[] = []
  page.on('request', request => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) t.fail(`another host is asked: ${request.url()}`)
    if (!RECORD || url.origin !== origin || request.method() !== 'GET') return
    const path = `${url.pathname}${url.search}`.replaceAll(origin, '')
    asked.push(request.allHeaders().then(({ accept }) => ({ path, accept })))
  })
  if (RECORD) {
    const close = context.close.bind(context)
    context.close = async () => {
      appendFileSync(RECORD, `${JSON.stringify(await Promise.all(asked))}\n`)
      await close()
    }
  }
  return { page, context }
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')

/** Opens everything that can be opened. */
export const openAll = (page: Page): Promise<void> =>
  page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')

export const isFocused = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0
