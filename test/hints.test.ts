import t from 'tap'
import { start } from './helper.ts'

type Hint = {
  kind: string
  filter: string | null
  rows: number | null
  unknown: number | null
  url: string
  text: string
}

t.test('an answer without rows tells how many there would be without each filter, and where', async t => {
  const { json } = await start(t)
  const asked = '/v1/commitments?country=CL&impact=transformative&year=1999&lang=en'
  const { meta } = await json(asked)
  t.equal(meta.total, 0)
  const hints = meta.hints as Hint[]
  t.same(
    hints.map(({ kind, filter }) => filter ?? kind),
    ['country', 'year', 'impact', 'coverage']
  )
  for (const { filter, rows, unknown, url, text } of hints.slice(0, 3)) {
    t.equal((await json(url)).meta.total, rows, url)
    t.notMatch(url, `${filter}=`)
    t.match(text, `${rows} row`)
    if (unknown !== null) t.ok(unknown <= (rows ?? 0))
  }
  const [, year] = hints
  t.ok((year?.rows ?? 0) > 0)
  t.match(year?.text, /^Without the filter on year submitted: |^Without the filter on year: /)
  const french = (await json(asked.replace('lang=en', 'lang=fr'))).meta.hints as Hint[]
  t.match(french[1]?.text, /^Sans le filtre sur «\u00a0année.*»\u00a0: [0-9]+ lignes?\.$/)
})

t.test('a hint tells of how many rows no source says what a filter asks', async t => {
  const { json } = await start(t)
  const { meta } = await json('/v1/commitments?country=CL&opening=outstanding&lang=en')
  const [, opening] = meta.hints as Hint[]
  const unknown = (await json('/v1/commitments?country=CL&opening=null')).meta.total
  t.same([opening?.filter, opening?.unknown], ['opening', unknown])
})

t.test(
  'an older release points to the newest, an aggregate explains itself too, and many rows need no hint',
  async t => {
    const { json, get } = await start(t)
    const old = await json('/v1/membership-events?event=withdrawn&country=US&release=2016-12&lang=en')
    t.match(old.meta.hints, [
      { kind: 'filter' },
      { kind: 'filter' },
      { kind: 'release', text: /^In the newest release: / }
    ])
    const counted = await json('/v1/commitments/aggregate?country=CL&year=1999&group=completion&lang=en')
    const [first] = counted.meta.hints as Hint[]
    t.match(first?.url, /\/v1\/commitments\/aggregate\?year=1999&group=completion/)
    t.notOk((await json('/v1/commitments?country=CL')).meta.hints)
    t.notOk((await json('/v1/contacts?limit=1')).meta.hints)
    const page = await get(`/docs/query?lang=fr&url=${encodeURIComponent('/v1/members?country=CL&status=withdrawn')}`)
    t.match(page.body, /<li><a href="\/docs\/query\?url=[^"]+lang=fr">Sans le filtre sur/)
  }
)
