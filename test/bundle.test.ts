import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import t from 'tap'
import { unratedOf } from '../src/glossary/ratings.ts'
import { start } from './helper.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

t.test('a bundle holds the rows of the export, their dictionary, a README, a chart, citations and digests', async t => {
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
    'chart.svg',
    'citation.txt',
    'citation.bib',
    'citation.json',
    'citation.ris',
    'SHA256SUMS'
  ])
  const readme = textOf(files['README.md'])
  t.match(readme, /^# Engagements du Chili avec une étoile, selon la version 2026-11\n/)
  t.match(readme, '`data.csv`\u00a0: les lignes (CSV, RFC 4180)')
  t.match(
    readme,
    '`chart.svg`\u00a0: leur graphique, tel que l’Explorateur le dessine (Engagements du Chili avec une étoile par pays'
  )
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

t.test(
  'a bundle has the chart that the Explorer has of its question, whole and in its language, else none',
  async t => {
    const { get } = await start(t)
    const chartOf = async (asked: string) => {
      const { rawPayload, statusCode } = await get(`/v1/${asked}`)
      t.equal(statusCode, 200, asked)
      return textOf(unzipSync(rawPayload)['chart.svg'])
    }
    const groups = 'commitments/aggregate.zip?'
    const ratings = 'withdrawn,unclear,not_started,limited,substantial,complete'
    const same: [asked: string, shown: string][] = [
      [
        `${groups}group=region&release=2016-12&lang=en`,
        'en/commitments.svg?by=region&in=none&release=2016-12&bars=all'
      ],
      [`${groups}group=country&year=2014&lang=fr`, 'fr/commitments.svg?year=2014&in=none&bars=all'],
      [
        `${groups}group=theme,completion&measure=share,count&of=theme`,
        'en/commitments.svg?by=theme&show=share&bars=all'
      ],
      [`${groups}group=star,country`, 'en/commitments.svg?in=star&bars=all'],
      [`${groups}group=region,year`, 'en/commitments.svg?by=region&over=year&bars=all'],
      [
        `${groups}region=africa&group=country,completion&completion=${ratings}&measure=count,share&of=country&lang=fr`,
        'fr/commitments.svg?region=africa&show=delivered&bars=all'
      ],
      [
        `${groups}group=region,opening&opening=!${unratedOf('opening')}`,
        'en/commitments.svg?by=region&in=opening&of=read'
      ],
      [
        'indicators/delivered.zip?by=country,year&region=asia',
        'en/commitments.svg?region=asia&over=year&show=delivered'
      ],
      ['indicators/online-consultation.zip?by=region', 'en/consultation.svg?by=region&show=online'],
      [
        'commitments.zip?theme=open-data%2Beducation&fields=id',
        'en/commitments.svg?theme=education%2Bopen-data&bars=all'
      ],
      ['process-assessments.zip?region=africa', 'en/consultation.svg?region=africa&bars=all']
    ]
    for (const [asked, shown] of same) {
      const explorer = await get(`/explorer/${shown}${shown.includes('release') ? '' : '&release=2026-11'}`)
      t.equal(explorer.statusCode, 200, shown)
      t.equal(await chartOf(asked), explorer.body, asked)
    }
    // What is downloaded beside a chart holds that chart.
    for (const shown of [
      'fr/commitments?by=region&show=share',
      'en/commitments?region=africa&in=star&of=read',
      'en/commitments?by=region&over=plannumber&show=share',
      'en/consultation?show=online'
    ]) {
      const { body } = await get(`/explorer/${shown}&release=2016-12`)
      const link = /href="[^"]*\/v1\/([\w-]+\/aggregate\.zip[^"]*)"/.exec(body)?.[1]?.replaceAll('&#38;', '&') ?? ''
      const picture = await get(`/explorer/${shown.replace('?', '.svg?')}&release=2016-12&bars=all`)
      t.equal(await chartOf(link), picture.body, shown)
    }
    for (const asked of [
      'members.zip',
      'commitments.zip?limit=2',
      'commitments.zip?split=themes',
      'commitments.zip?country=CL&year=1999',
      'commitments/IE0014.zip',
      'commitments/aggregate.zip',
      `${groups}group=country&limit=3`,
      `${groups}group=country&measure=avg.year`,
      `${groups}group=country&measure=share&of=country`,
      `${groups}group=country,theme`,
      'eligibility-scores/aggregate.zip?group=country',
      'indicators/delivered.zip?by=country,year&latest=1',
      'indicators/delivered.zip',
      'indicators/specific.zip?by=country'
    ])
      t.equal(await chartOf(asked), '', asked)
  }
)
