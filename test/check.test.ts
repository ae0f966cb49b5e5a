import t from 'tap'
import { readPrinted } from '../src/check/verdict.ts'
import { start } from './helper.ts'

type Moment = { release: string; value: number | null; url: string }
type Checked = {
  data: {
    sentence: string
    value: number | null
    before: Moment
    now: Moment
    verdict: string
    text: string
    rows: Record<string, number> | null
    citation: string
  }
  links: Record<string, string>
}

const asking = (parameters: Record<string, string>) => `/v1/check?${new URLSearchParams(parameters)}`

t.test('a figure is compared with that of then and with that of now', async t => {
  const { get, json } = await start(t)
  const check = async (parameters: Record<string, string>): Promise<Checked> =>
    JSON.parse((await get(asking({ lang: 'en', ...parameters }))).body)
  const url = '/v1/commitments?country=RO&completion=complete'
  const totals = await Promise.all(
    ['2016-12', '2026-11'].map(async release => (await json(`${url}&release=${release}`)).meta.total as number)
  )
  const [was = 0, is = 0] = totals
  t.not(was, is)
  const changed = await check({ url, value: String(was), release: '2016-12' })
  t.match(changed.data, {
    verdict: 'changed',
    value: was,
    before: { release: '2016-12', value: was },
    now: { release: '2026-11', value: is },
    text: `The figure was right in release 2016-12 (${was}); in release 2026-11 it is ${is}.`,
    sentence: /^Commitments of Romania/,
    citation: /Commitments of Romania.+release=2026-11/
  })
  for (const { release, value, url: pinned } of [changed.data.before, changed.data.now])
    t.same([(await json(pinned)).meta.release, (await json(pinned)).meta.total], [release, value])
  const { data: changes } = await json(`${changed.links.changes}&limit=1000`)
  for (const [operation, count] of Object.entries(changed.data.rows ?? {}))
    t.equal(new Set(changes.filter(one => one.operation === operation).map(({ id }) => id)).size, count, operation)
  const { insert = 0, delete: gone = 0 } = changed.data.rows ?? {}
  t.equal(was + insert - gone, is, 'what came and went makes the difference')
  t.equal((await check({ url, value: String(is) })).data.verdict, 'came_true')
  t.equal((await check({ url, value: '999' })).data.verdict, 'differs')
  t.equal((await check({ url })).data.verdict, 'moved')
  t.equal((await check({ url: '/v1/members', release: '2026-11' })).data.verdict, 'same')
  const pinned = await check({ url: `http://data.test${url}&release=2016-12`, value: String(was) })
  t.same(pinned.data.before, changed.data.before)
})

t.test('a share is checked as printed, of an aggregate, an indicator or a cell of a wide answer', async t => {
  const { get, json } = await start(t)
  const check = async (parameters: Record<string, string>): Promise<Checked> =>
    JSON.parse((await get(asking({ lang: 'fr', ...parameters }))).body)
  const indicator = '/v1/indicators/delivered?country=CL'
  const now = Number((await json(indicator)).data[0]?.value)
  const percent = `${Math.round(now * 100)}%`
  const { data } = await check({ url: indicator, value: percent, release: '2026-11' })
  t.match(data, { verdict: 'holds', now: { value: now }, sentence: 'Engagements tenus du Chili' })
  t.match(data.text, /^Le chiffre vaut toujours\u00a0: [\d,]+\u00a0% dans la version 2026-11/)
  const wide = '/v1/commitments/aggregate?country=CL&group=completion&measure=count,share&shape=wide'
  const cell = Number((await json(wide)).data[0]?.share_complete)
  const wideChecked = await check({ url: wide, column: 'share_complete', value: cell.toFixed(2), release: '2026-11' })
  t.equal(wideChecked.data.verdict, 'holds')
  const score = await check({ url: '/v1/eligibility-scores/GE-2014', column: 'total', value: '15' })
  t.match(score.data, { verdict: 'holds', rows: null, now: { value: 15 } })
})

t.test('what is printed is read with the precision that it claims', t => {
  t.match(readPrinted('31 %'), { value: 0.31, precision: 0.005 })
  t.match(readPrinted('31,5\u00a0%'), { value: 0.315 })
  t.match(readPrinted('0.31'), { value: 0.31, precision: 0.005 })
  t.match(readPrinted('42'), { value: 42, precision: 0.5 })
  for (const text of ['', 'many', '1e9', '1.2.3', '--1']) t.equal(readPrinted(text), undefined, text)
  t.end()
})

t.test('the check is a page for people, and a badge for their page', async t => {
  const { get } = await start(t)
  const asked = { url: '/v1/commitments?country=CL', value: '34', lang: 'fr' }
  const page = await get(asking(asked), { headers: { accept: 'text/html' } })
  t.match(page.headers['content-type'], 'text/html')
  t.match(page.body, /<strong>(Le chiffre|The figure)[^<]+<\/strong>/)
  t.match(page.body, /<img src="\/v1\/check\.svg\?/)
  t.match(
    (await get('/v1/check?lang=en', { headers: { accept: 'text/html' } })).body,
    '<h1>Is my figure still right?</h1>'
  )
  const filled = await get('/v1/check?url=%2Fv1%2Fmembers&value=&column=&release=2016-12&lang=en', {
    headers: { accept: 'text/html' }
  })
  t.equal(filled.statusCode, 200, 'a form sends what was left empty')
  const badge = await get(asking(asked).replace('/check', '/check.svg'))
  t.equal(badge.headers['content-type'], 'image/svg+xml; charset=utf-8')
  t.match(badge.body, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  t.ok(badge.body.length < 2000)
})

t.test('a figure that is none is refused, with what could be meant', async t => {
  const { get } = await start(t)
  const errorsOf = async (parameters: Record<string, string>) => {
    const { statusCode, body } = await get(asking(parameters))
    t.equal(statusCode, 400)
    return JSON.parse(body).errors
  }
  t.match(await errorsOf({ url: '/v1/commitments/aggregate?group=country' }), [
    { parameter: 'url', detail: /rows and a figure is of one/ }
  ])
  t.match(await errorsOf({ url: '/v1/members/CL' }), [{ parameter: 'column' }])
  t.match(await errorsOf({ url: '/v1/members', column: 'x' }), [{ parameter: 'column' }])
  t.match(await errorsOf({ url: '/v1/releases/2016-12' }), [{ parameter: 'url' }])
  t.match(await errorsOf({ url: '/v1/indicators/delivered?by=country' }), [{ parameter: 'url' }])
  t.match(await errorsOf({ value: 'many', lang: 'es', release: 'x' }), [
    { parameter: 'lang' },
    { parameter: 'release' },
    { parameter: 'value' }
  ])
  t.match(await errorsOf({ lang: 'en' }), [{ parameter: 'url' }])
})
