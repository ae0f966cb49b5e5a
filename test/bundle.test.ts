import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import t from 'tap'
import { start } from './helper.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

t.test('a bundle holds the rows of the export, their dictionary, a README, citations and digests', async t => {
  const { get } = await start(t)
  const asked = '/v1/commitments.zip?country=CL&starred=true&release=2026-11&lang=fr'
  const answer = await get(asked)
  t.equal(answer.headers['content-type'], 'application/zip')
  t.match(answer.headers, {
    'content-disposition': 'attachment; filename="ogp-commitments-2026-11.zip"',
    'content-language': 'fr',
    'cache-control': /immutable/
  })
  const files = unzipSync(answer.rawPayload)
  const { body } = await get(asked.replace('.zip', '.csv'))
  t.equal(textOf(files['data.csv']), body)
  t.equal(body.trimEnd().split('\r\n').length - 1 > 0, true)
  t.same(Object.keys(files), [
    'README.md',
    'data.csv',
    'dictionary.csv',
    'citation.txt',
    'citation.bib',
    'citation.json',
    'citation.ris',
    'SHA256SUMS'
  ])
  const readme = textOf(files['README.md'])
  t.match(readme, /^# Engagements du Chili avec une étoile, selon la version 2026-11\n/)
  t.match(readme, '`data.csv`\u00a0: les lignes (CSV, RFC 4180)')
  t.match(readme, 'release=2026-11')
  t.match(textOf(files['dictionary.csv']), /^colonne,libellé,signification,type,valeurs admises\r\nid,Engagement,/)
  t.match(textOf(files['citation.bib']), /^@/)
  const sums = textOf(files.SHA256SUMS).trim().split('\n')
  t.same(
    sums,
    Object.entries(files)
      .filter(([name]) => name !== 'SHA256SUMS')
      .map(([name, bytes]) => `${sha256(bytes)}  ${name}`)
  )
})

t.test('a pinned bundle has the same bytes each time it is made, whatever else is asked', async t => {
  const one = await start(t, { own: 'service' })
  const other = await start(t, { own: 'service' })
  const asked = '/v1/commitments.zip?release=2016-12&lang=en'
  const [first, second] = await Promise.all([one.get(asked), other.get(asked)])
  t.equal(sha256(first.rawPayload), sha256(second.rawPayload))
  const { headers } = await one.get(asked.replace('.zip', '.csv'))
  t.equal((await one.get(asked, { method: 'HEAD' })).headers['row-count'], headers['row-count'])
})

t.test('whatever has an address has a bundle', async t => {
  const { get, json } = await start(t)
  const { links } = await json('/v1/commitments/aggregate?group=region&measure=share')
  for (const address of [
    links.zip ?? '',
    '/v1/members/CL.zip',
    '/v1/members/CL/history.zip',
    '/v1/changes.zip?since=2016-12&dataset=members',
    '/v1/indicators/delivered.zip?by=year',
    '/v1/members?format=zip&limit=2'
  ]) {
    const answer = await get(address)
    t.equal(answer.statusCode, 200, address)
    const files = unzipSync(answer.rawPayload)
    t.ok(files['data.csv']?.length, address)
    t.match(textOf(files['README.md']), /^# .+\n/)
  }
})
