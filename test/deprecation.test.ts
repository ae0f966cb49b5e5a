import t from 'tap'
import { DEPRECATED } from '../src/v1/deprecations.ts'
import { start } from './helper.ts'

const YEARS = 2

t.test('what will go is told in every answer, with the day and where to ask instead', async t => {
  const { get } = await start(t, {
    own: 'service',
    deprecated: [
      { path: '/v1/irm-assessments', since: '2026-01-01', sunset: '2028-01-01', successor: '/v1/irm-readings' },
      { path: '/v1/members', parameter: 'q', since: '2026-06-01', sunset: '2028-06-01', successor: '/v1/search' }
    ]
  })
  for (const path of ['/v1/irm-assessments?limit=1', '/v1/irm-assessments.csv?limit=1', '/v1/irm-assessments/schema']) {
    for (const asked of ['first', 'kept']) {
      const { headers } = await get(path)
      t.equal(headers.deprecation, '@1767225600', `${path}, ${asked}`)
      t.equal(headers.sunset, 'Sat, 01 Jan 2028 00:00:00 GMT')
      t.match(headers.link, /<\/v1\/irm-readings>; rel="successor-version"/)
      t.match(headers['access-control-expose-headers'], /Deprecation.*Sunset/)
    }
  }
  t.match((await get('/v1/members?q=chile')).headers, { sunset: 'Thu, 01 Jun 2028 00:00:00 GMT' })
  for (const path of ['/v1/members', '/v1/irm-readings?limit=1', '/v1']) {
    const { headers } = await get(path)
    t.same([headers.deprecation, headers.sunset], [undefined, undefined], path)
  }
})

t.test('nothing goes within two years of being told', t => {
  for (const { path, since, sunset, successor } of DEPRECATED) {
    const least = `${Number(since.slice(0, 4)) + YEARS}${since.slice(4)}`
    t.ok(sunset >= least, `${path} ends on ${sunset}`)
    t.match(successor, /^\/v1\//)
  }
  t.end()
})
