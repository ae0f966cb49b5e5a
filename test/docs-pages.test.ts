import fc from 'fast-check'
import t from 'tap'
import { readBook, resolve } from '../src/docs/document.ts'
import { cases, few } from './cases.ts'
import { type Client, start } from './helper.ts'

const books = { en: await readBook('en'), fr: await readBook('fr') }
const { document, groups } = books.en

const escaped = (text: string) => text.replace(/[&<>"']/g, found => `&#${found.charCodeAt(0)};`)
const linksOf = (page: string) =>
  [...page.matchAll(/(?:src|href|action)="([^"#]+)[^"]*"/g)].map(([, href = '']) => href.replaceAll('&#38;', '&'))

const missing = (page: string, wanted: string[]) => wanted.filter(text => !page.includes(text))

t.test('the documentation', async t => {
  const client = await start(t)
  const { get } = client

  await t.test('leads to every group and operation of the OpenAPI document, in both languages', async t => {
    for (const lang of ['en', 'fr'] as const) {
      const overview = (await get(`/docs?lang=${lang}`)).body
      const told = books[lang].groups
      t.equal(told.flatMap(({ operations }) => operations).length, groups.flatMap(one => one.operations).length)
      for (const { name, title, description, operations } of told) {
        const links = operations.map(
          ({ operationId, summary = '' }) => `href="/docs/${name}/${operationId}?lang=${lang}">${escaped(summary)}</a>`
        )
        const paths = operations.map(({ method, path }) => `<code>${method.toUpperCase()} /v1${path}</code>`)
        const group = `href="/docs/${name}?lang=${lang}">${escaped(title)}</a>`
        t.same(missing(overview, [group, escaped(description.slice(0, 30)), ...links]), [], `${lang} ${name}`)
        const page = (await get(`/docs/${name}?lang=${lang}`)).body
        t.same(missing(page, [`<h1>${escaped(title)}</h1>`, ...links, ...paths]), [], `${lang} ${name}`)
      }
    }
  })

  await t.test('tells of each operation its parameters, types of answers, schemas and headers', async t => {
    for (const { name, operations } of groups) {
      for (const { operationId, summary = '', parameters, responses } of few(operations)) {
        const { body } = await get(`/docs/${name}/${operationId}?lang=en`)
        const answers = Object.entries(responses).map(([status, one]) => [status, resolve(document, one)] as const)
        const wanted = [
          `<h1>${escaped(summary)}</h1>`,
          ...parameters.map(parameter => ` name="${parameter.name}" `),
          ...parameters.flatMap(({ schema }) => schema?.enum ?? []).map(value => `<code>${value}</code>`),
          ...answers.map(([status]) => (status === 'default' ? '<dt>other</dt>' : `>${status}</`)),
          ...answers.flatMap(([, { content = {} }]) => Object.keys(content)).map(type => `<code>${type}</code>`),
          ...answers.flatMap(([, { headers = {} }]) => Object.keys(headers)).map(header => `id="header-${header}"`),
          ...[...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => `id="${id}"`)
        ]
        t.same(missing(body, wanted), [], operationId)
        t.notMatch(body.replace(/<(style|pre)[\s\S]*?<\/\1>/g, ''), /undefined|\[object|NaN/, operationId)
      }
    }
  })

  await t.test('is in its language, and holds nothing that its policy forbids', async t => {
    const paths = [
      '',
      '/members',
      '/commitments/listCommitments',
      '/reconcile/reconcileForm',
      '/service/getReleaseFile'
    ]
    for (const lang of ['en', 'fr']) {
      for (const path of paths) {
        const { headers, body } = await get(`/docs${path}?lang=${lang}`)
        t.match(body, `<html lang="${lang}">`)
        t.match(headers, { 'content-language': lang, 'content-type': 'text/html; charset=utf-8' })
        const policy = String(headers['content-security-policy'])
        t.match(policy, /^default-src 'none'; script-src 'self'; style-src 'sha256-/)
        t.notMatch(policy, /unsafe|https?:|upgrade-insecure/)
        t.match(body, `href="/docs${path}?lang=${lang === 'en' ? 'fr' : 'en'}" hreflang`)
        t.match(body, /<link rel="alternate" hreflang="fr" href="https?:\/\/[^"]*\?lang=fr">/, 'a whole address')
        t.match(body, `<link rel="service-desc" type="application/openapi+json" href="/v1/openapi.json?lang=${lang}">`)
      }
    }
  })

  await t.test('links only to what is there, and loads nothing from elsewhere', async t => {
    for (const path of ['', '/members', '/members/listMembers', '/service/cite']) {
      const { body } = await get(`/docs${path}?lang=fr`)
      for (const href of few([...new Set(linksOf(body).map(link => link.replace('http://data.test/', '/')))])) {
        if (/^(data:|https:\/\/(www\.opengovpartnership\.org|creativecommons\.org)\/)/.test(href)) continue
        t.match(href, /^\/(?!\/)/, `${path}: ${href}`)
        const wanted = href.endsWith('/try') ? 303 : 200
        t.equal((await get(href)).statusCode, wanted, `${path}: ${href}`)
      }
    }
  })

  await t.test('comes in the language the browser prefers, and is not sent twice', async t => {
    t.match((await get('/docs', { headers: { 'accept-language': 'fr' } })).body, '<html lang="fr">')
    t.equal((await get('/docs/')).headers.location, '/docs')
    t.match((await get('/docs/members')).headers.vary, 'Accept-Language')
    const { headers } = await get('/docs/members?lang=fr')
    t.match(headers, { 'cache-control': /max-age/, vary: 'Accept-Encoding' })
    const again = { headers: { 'if-none-match': String(headers.etag) } }
    t.equal((await get('/docs/members?lang=fr', again)).statusCode, 304)
    t.equal((await get('/docs/members?lang=en', again)).statusCode, 200)
  })

  await t.test('answers a wrong name with those there are', async t => {
    const group = await get('/docs/member')
    t.equal(group.statusCode, 404)
    t.ok(group.json().errors[0].allowed.includes('members'))
    for (const path of ['/docs/members/list', '/docs/members/list/try']) {
      const operation = await get(path)
      t.equal(operation.statusCode, 404)
      t.ok(operation.json().errors[0].allowed.includes('listMembers'))
    }
    t.equal((await get('/docs/reconcile/reconcileForm/try')).statusCode, 404, 'what is posted has no address')
    t.match((await get('/docs/members?theme=dark')).json().errors, [{ parameter: 'theme', allowed: ['lang'] }])
  })
})

const tried = async ({ get }: Client, path: string) => {
  const { statusCode, headers } = await get(path)
  return statusCode === 303 ? String(headers.location) : statusCode
}

t.test('a form leads without script to the address it is filled with, and nowhere else', async t => {
  const client = await start(t)
  t.equal(
    await tried(client, '/docs/members/listMembers/try?country=CL%2CIT&region=&q=open+data&lang='),
    '/v1/members?country=CL,IT&q=open%20data'
  )
  t.equal(
    await tried(client, '/docs/members/exportMembers/try?suffix=.csv&dialect=excel'),
    '/v1/members.csv?dialect=excel'
  )
  t.equal(
    await tried(client, '/docs/members/getMember/try?id=%2F%2Felsewhere.example'),
    '/v1/members/%2F%2Felsewhere.example'
  )
  const empty = await client.get('/docs/members/getMember/try?id=')
  t.match(empty.json(), { status: 400, errors: [{ parameter: 'id' }] })
  const names = ['country', 'region', 'q', 'fields', 'nonsense']
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...names), fc.string())), async filled => {
      const asked = new URLSearchParams(filled.filter(([, value]) => !value.includes('\0')))
      const location = new URL(
        String(await tried(client, `/docs/members/listMembers/try?${asked}`)),
        'http://here.test'
      )
      t.equal(location.origin + location.pathname, 'http://here.test/v1/members')
      t.same(
        [...location.searchParams],
        [...asked].filter(([, value]) => value !== '')
      )
    }),
    { numRuns: cases(50) }
  )
})
