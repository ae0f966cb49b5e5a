import t from 'tap'
import { made, ORIGIN, start } from './helper.ts'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const CHANGES = '/v1/changes?since=2016-12&dataset=members,commitments&limit=40'

t.test('releases, changes and the index are pages to whoever prefers HTML, and JSON to all others', async t => {
  const { get } = await start(t)
  await made({ get }, '/v1/releases/2016-12')
  for (const path of ['/v1', '/v1/releases', '/v1/releases/2016-12', CHANGES]) {
    const page = await get(path, { headers: { accept: BROWSER, 'accept-language': 'en' } })
    t.equal(page.statusCode, 200, path)
    t.match(page.headers, {
      'content-type': 'text/html; charset=utf-8',
      vary: /\bAccept,/,
      'content-security-policy': /default-src 'none'/,
      etag: /^"/
    })
    for (const accept of ['*/*', 'application/json', undefined]) {
      const { headers } = await get(path, { headers: accept ? { accept } : {} })
      t.match(headers, { 'content-type': 'application/json; charset=utf-8', vary: /\bAccept,/ }, `${path} as ${accept}`)
      t.not(headers.etag, page.headers.etag)
    }
    const again = { accept: BROWSER, 'accept-language': 'en', 'if-none-match': String(page.headers.etag) }
    t.equal((await get(path, { headers: again })).statusCode, 304)
    const links = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&#38;', '&').replaceAll('&amp;', '&')
    )
    for (const href of [...new Set(links)]
      .filter(link => !/^data:|^https:\/\/creativecommons|\.(zip|sqlite|parquet|xlsx|ndjson)|^\/explorer/.test(link))
      .slice(0, 25))
      t.ok((await get(new URL(href, `${ORIGIN}${path}`).href)).statusCode < 400, `${path} leads to ${href}`)
  }
})

t.test('the pages of releases and changes say in words, in either language, what JSON says', async t => {
  const { get, json } = await start(t)
  const page = (path: string, lang: string) => get(path, { headers: { accept: BROWSER, 'accept-language': lang } })
  const { data, meta } = await json(CHANGES)
  t.ok(data.length > 10)
  for (const [lang, words, label] of [
    ['en', /<html lang="en">.*Changes from 2016-12 to 2026-11.*Members/s, / is new|<td>is new/],
    ['fr', /<html lang="fr">.*Changements de 2016-12 à 2026-11.*Membres/s, /<td>est nouveau/]
  ] as const) {
    const { body, headers } = await page(CHANGES, lang)
    t.equal(headers['content-language'], lang)
    t.match(body, words)
    if (data.some(({ operation }) => operation === 'insert')) t.match(body, label)
    t.equal(body.match(/<tr><td>/g)?.length, Number(meta.returned))
    t.match(body, `${new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB').format(Number(meta.total))}`)
  }
  t.match((await page(`${CHANGES}&lang=fr`, 'en')).body, '<html lang="fr">', 'a language that is named wins')
  t.match((await page('/v1/changes?since=2026-11', 'fr')).body, 'Rien ne diffère')
  t.equal((await page('/v1/changes?since=1999', 'fr')).statusCode, 400)
  t.match(
    (await page(`${CHANGES}&format=csv`, 'fr')).headers['content-type'],
    'text/csv',
    'a format that is named wins'
  )
  const files = JSON.parse((await made({ get }, '/v1/releases/2026-11')).body).data.files as {
    url: string
    sha256: string
  }[]
  const { body } = await page('/v1/releases/2026-11', 'fr')
  for (const { url, sha256 } of files) t.ok(body.includes(`href="${url}"`) && body.includes(sha256), url)
  t.match((await page('/v1/releases', 'fr')).body, /<h1>Versions<\/h1>.*2026-11.*2016-12/s)
})
