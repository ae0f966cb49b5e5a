import { HtmlValidate } from 'html-validate'
import t, { type Test } from 'tap'
import { PATHS } from '../explorer/paths.ts'
import { type Client, made, start } from '../helper.ts'

const COMMON = { 'doctype-style': 'off', 'no-trailing-whitespace': 'off' } as const

/** The markup is the same in both languages; these hold all of it. */
const IN_FRENCH = ['commitments?embed=1', 'countries/GE', 'definitions', 'methodology', 'changes?country=GH']
const EXPLORER = [
  ...PATHS.map(path => `en${path.startsWith('?') || path === '' ? path : `/${path}`}`),
  ...IN_FRENCH.map(path => `fr/${path}`),
  ...['en/countries?q=re&region=africa&sort=commitments', 'fr?map=commitments&zoom=africa'],
  ...['en/search', 'fr/search?q=open%20data', 'en/search?q=%3Cb%3E'],
  // What is asked wrongly is said on a page.
  ...['en/commitments?imapct=minor&measure=count&shwo=share', 'en/commitments?country=XX', 'en?map=red'],
  ...['en/commitments?show=deliverd', 'en/commitments?by=colour', 'en/countries?x=1', 'en/commitments?release=1999'],
  ...['en/compare?country=CL,FR,GB,IT,ES', 'en/commitments?country=%E2%82', 'en/commitments?embed=2&scheme=red'],
  ...['en/nothing', 'fr/countries/ZZ', 'en/commitments/no-such', 'en/themes/x/y']
]
const DOCS = ['', '/members', '/commitments/listCommitments', '/reconcile/reconcileForm', '/service/getReleaseFile']
const API = [
  '/v1',
  '/v1/releases',
  '/v1/releases/2016-12',
  '/v1/changes?since=2016-12&dataset=members,commitments&limit=40'
]

async function validate(t: Test, { get }: Client, addresses: readonly string[], rules: Record<string, unknown>) {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { ...COMMON, ...rules } as never
  })
  for (const address of addresses) {
    const { body, headers } = await get(address, { headers: { accept: 'text/html' } })
    t.match(headers['content-type'], 'text/html', address)
    const { results } = await validator.validateString(body)
    t.same(
      results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)),
      [],
      address
    )
  }
}

t.test('every page is valid HTML', async t => {
  const client = await start(t)
  await made(client, '/v1/releases/2016-12')
  await t.test('of the Explorer', t =>
    // Titles are as long as those of commitments; boxes of one filter share its name, as forms have it (HTML, 4.10.22.4).
    validate(
      t,
      client,
      EXPLORER.map(path => `/explorer/${path}`),
      { 'long-title': 'off', 'form-dup-name': 'off' }
    )
  )
  await t.test('of the documentation', t =>
    validate(
      t,
      client,
      DOCS.flatMap(path => ['en', 'fr'].map(lang => `/docs${path}?lang=${lang}`)),
      {
        'long-title': 'off',
        'no-inline-style': 'error',
        // A listing is text that keeps its spaces first, and a region since it can be scrolled.
        'prefer-native-element': ['error', { exclude: ['region'] }]
      }
    )
  )
  await t.test('of the API', t => validate(t, client, API, {}))
})
