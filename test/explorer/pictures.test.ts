import t from 'tap'
import { type Client, start } from '../helper.ts'

/** A PNG and its size (PNG, 5.2 and 11.2.2). */
async function pictureAt({ app }: Client, url: string) {
  const { statusCode, headers, rawPayload } = await app.server.inject({ url })
  t.equal(statusCode, 200, url)
  t.equal(headers['content-type'], 'image/png', url)
  t.equal(rawPayload.subarray(1, 4).toString(), 'PNG', url)
  return { headers, bytes: rawPayload, width: rawPayload.readUInt32BE(16), height: rawPayload.readUInt32BE(20) }
}

t.test('pictures of the Explorer', async t => {
  const client = await start(t)

  await t.test('every chart is a PNG at two widths, the same each time, under the name of its title', async t => {
    const charts = ['en/commitments.png?region=africa&show=delivered', 'fr/consultation.png?in=notice', 'en/map.png']
    const drawn = await Promise.all(charts.map(path => pictureAt(client, `/explorer/${path}`)))
    for (const [index, { width, height }] of drawn.entries()) {
      t.equal(width, 1200, String(charts[index]))
      t.ok(height > 400, String(charts[index]))
    }
    const [chart] = drawn
    t.match(chart?.headers, {
      'cache-control': /public/,
      'data-release': '2026-11',
      'content-disposition': 'inline; filename="ogp-commitments-in-africa-by-country-share-delivered-2026-11.png"'
    })
    const large = await pictureAt(client, `/explorer/${charts[0]}&width=2400`)
    t.equal(large.width, 2400)
    t.equal(Math.round(large.height / 2), chart?.height)
    const again = await pictureAt(await start(t, { own: 'service' }), `/explorer/${charts[0]}`)
    t.ok(again.bytes.equals(chart?.bytes ?? Buffer.of()), 'another service draws the same bytes')
  })

  await t.test('whoever shares a page shares a picture of it and what it says', async t => {
    const pages = ['en', 'fr/countries/BR', 'en/commitments?region=africa&show=delivered&sort=-year', 'fr/definitions']
    for (const path of [...pages, 'en/commitments/IE-1-dp4pcxdg', 'en/compare?country=CL,FR', 'fr/themes/open-data']) {
      const { body } = await client.get(`/explorer/${path}`)
      const tags = new Map(
        [...body.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">/g)].map(
          ([, name = '', content = '']) => [name, content.replaceAll('&#38;', '&')]
        )
      )
      t.ok(body.includes(`<title>${tags.get('og:title')}</title>`), path)
      t.ok(body.includes(`<link rel="canonical" href="${tags.get('og:url')?.replaceAll('&', '&#38;')}">`), path)
      t.equal(tags.get('twitter:card'), 'summary_large_image')
      const image = String(tags.get('og:image'))
      t.match(image, /^http:\/\/data\.test\/explorer\/(en|fr)\/([^?]*\/)?card\.png/)
      t.notMatch(image, /sort=/, 'what the picture does not show')
      const { width, height } = await pictureAt(client, image.replace('http://data.test', ''))
      t.same([width, height], [Number(tags.get('og:image:width')), Number(tags.get('og:image:height'))])
    }
    for (const path of ['en/nothing/card.png', 'fr/countries/ZZ/card.png'])
      t.equal((await client.get(`/explorer/${path}`)).statusCode, 404, path)
    t.notMatch((await client.get('/explorer/en/commitments?embed=1')).body, /og:image/)
  })

  await t.test('the sign of the service is where browsers look for it', async t => {
    const { body } = await client.get('/explorer/en')
    const icons = [...body.matchAll(/<link rel="icon" href="([^"]*)"/g)].map(([, href = '']) => href)
    t.same(icons, ['/favicon.ico', '/favicon.svg'])
    for (const page of ['/', '/docs', '/docs/problems'])
      t.match(
        (await client.get(page, { headers: { accept: 'text/html' } })).body,
        '<link rel="icon" href="/favicon.ico"'
      )
    for (const icon of icons) {
      const { statusCode, headers } = await client.get(icon)
      t.equal(statusCode, 200)
      t.match(headers, { 'content-type': /^image\//, 'cache-control': /public/ })
    }
  })

  await t.test('a width there is not is said', async t => {
    for (const path of ['en/commitments.png?width=100000', 'en/commitments?width=1200', 'en/map.svg?width=2400'])
      t.equal((await client.get(`/explorer/${path}`)).statusCode, 400, path)
    const usual = await client.get('/explorer/en/map.png?width=1200')
    t.match(usual.headers.location, /\/explorer\/en\/map\.png$/, 'what goes without saying is not said')
  })
})
