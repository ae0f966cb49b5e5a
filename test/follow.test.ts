import fc from 'fast-check'
import t from 'tap'
import { publish } from '../src/import/publish/publish.ts'
import { cases } from './cases.ts'
import { questions } from './counting.ts'
import { type Client, start } from './helper.ts'
import { same } from './same.ts'

type Row = Record<string, unknown>
type Change = { id: string; operation: string; field: string; new: unknown }
type Item = {
  id: string
  url: string
  title: string
  summary: string
  content_html: string
  _changes: { event: string; release: string; changes: Change[] }
}
type Feed = { title: string; language: string; feed_url: string; next_url?: string; items: Item[] }

const rowsOf = async ({ get }: Client, address: string) => {
  const lines = (await get(address)).body.split('\n').filter(Boolean)
  return Object.fromEntries(lines.map(line => JSON.parse(line) as Row).map(row => [row.id, row]))
}

/** All items of a feed, page by page. */
async function itemsOf({ get }: Client, address: string): Promise<Item[]> {
  const items: Item[] = []
  let next: string | undefined = address
  while (next) {
    const page: Feed = JSON.parse((await get(next)).body)
    items.push(...page.items)
    next = page.next_url
  }
  return items
}

/** What a follower does with the items, the oldest first. */
function apply(rows: Record<string, Row>, items: readonly Item[]) {
  for (const { _changes } of items.toReversed())
    for (const { id, operation, field, new: value } of _changes.changes) {
      if (operation === 'insert') rows[id] = value as Row
      else if (operation === 'delete') delete rows[id]
      else rows[id] = { ...rows[id], [field]: value }
    }
  return rows
}

t.test('the entries of a followed question, applied to its old rows, give its new rows', async t => {
  const client = await start(t)
  const holds = async (name: string, asked: [string, string][], limit = 1000) => {
    const query = new URLSearchParams(asked)
    const then = await rowsOf(client, `/v1/${name}.ndjson?${query}&release=2016-12`)
    const now = await rowsOf(client, `/v1/${name}.ndjson?${query}&release=2026-11`)
    const items = await itemsOf(client, `/v1/${name}.feed.json?${query}&limit=${limit}`)
    same(t, apply(then, items), now, decodeURIComponent(String(query)))
    t.equal(new Set(items.map(({ id }) => id)).size, items.length, 'each entry has an id of its own')
  }
  await holds(
    'commitments',
    [
      ['country', 'CL,RO'],
      ['fields', 'id,completion,stars']
    ],
    7
  )
  await fc.assert(
    fc.asyncProperty(await questions(client, 1), async ({ dataset, conditions }) => holds(dataset.name, conditions)),
    { numRuns: cases(20), seed: 2016 }
  )
})

t.test('an entry says in both languages what a release changed, and leads to the record as it was', async t => {
  const client = await start(t)
  const { get } = client
  const asked = '/v1/commitments.feed.json?country=RO&plan=RO-2&fields=completion_end_of_term'
  const english: Feed = JSON.parse((await get(`${asked}&lang=en`)).body)
  t.match(english, {
    version: 'https://jsonfeed.org/version/1.1',
    language: 'en',
    title: /^Changes: Commitments of Romania/
  })
  const changed = english.items.find(({ _changes }) => _changes.event === 'changes')
  t.match(changed?.title, /^Romania: .+: End of term|^Romania: .+ → /)
  t.match(changed?.summary, /Not reviewed → Complete.*Release 2026-11 \(.+\), after 2016-12\./)
  t.match(changed?.content_html, /<td>Not reviewed<\/td><td>Complete<\/td>/)
  t.match(changed?.url, /\/v1\/commitments\/[^/]+\?release=2026-11$/)
  t.equal((await get(changed?.url ?? '')).statusCode, 200)
  const french: Feed = JSON.parse((await get(`${asked}&lang=fr`)).body)
  t.match(french.title, /^Changements\u00a0: Engagements de la Roumanie/)
  t.match(french.items.find(({ id }) => id === changed?.id)?.summary, /Roumanie\u00a0: .*Version 2026-11/)
})

t.test('Atom says the same, in pages that lead on', async t => {
  const { get } = await start(t)
  const address = '/v1/commitments.atom?starred=true&limit=2'
  const { body, headers } = await get(address)
  t.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
  t.match(
    body,
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="en">/
  )
  t.equal(body.match(/<entry>/g)?.length, 2)
  const feed: Feed = JSON.parse((await get(address.replace('.atom', '.feed.json'))).body)
  t.same(
    [...body.matchAll(/<entry>\n<id>(.*)<\/id>/g)].map(([, id]) => id?.replaceAll('&#38;', '&')),
    feed.items.map(({ id }) => id)
  )
  const next = /rel="next" type="application\/atom\+xml" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&#38;', '&') ?? ''
  const second = await get(next)
  t.equal(second.statusCode, 200)
  t.notMatch(second.body, feed.items[0]?.id)
  t.match(headers.link, 'rel="next"')
  const again = await get(address, { headers: { 'if-none-match': String(headers.etag) } })
  t.equal(again.statusCode, 304)
  t.equal((await get(address, { method: 'HEAD' })).body, '')
})

t.test('every list says where it is followed, and a feed refuses what it has no use for', async t => {
  const { get, json } = await start(t)
  const { links } = await json('/v1/commitments?country=CL&sort=-year&limit=1&lang=fr')
  t.match(links.follow, /\/v1\/commitments\.atom\?country=CL&lang=fr$/)
  t.equal((await get(links.follow ?? '')).statusCode, 200)
  const { body } = await get('/v1/commitments.atom?sort=title&completion=done&cursor=x&lang=es')
  t.same(
    JSON.parse(body).errors.map(({ parameter }: Row) => parameter),
    ['sort', 'completion', 'lang']
  )
  const other = JSON.parse((await get('/v1/members.feed.json?limit=1')).body).next_url as string
  t.equal((await get(other.replace('limit=1', 'limit=2'))).statusCode, 400)
})

t.test('a record that stays may enter and leave the rows that are followed, and one that ends is told of', async t => {
  const client = await start(t, { own: 'sample' })
  const { get, url, app } = client
  const contact = (id: string, value: string) => ({
    id,
    value,
    note: null,
    source_id: 'brochure-2016-fr',
    source_locator: null
  })
  const step = async (id: string, rows: ReturnType<typeof contact>[]) =>
    publish(url, { id, title: 'A test', date: '2027-01-01' }, [{ table: 'contacts', complete: true, rows }])
  await step('one', [contact('a', 'apple'), contact('b', 'pear')])
  await step('two', [contact('a', 'pear'), contact('b', 'apple & <plum>')])
  await step('three', [contact('b', 'apple & <plum>')])
  await app.service.releases.refresh()
  const told = async (query: string) => {
    const feed: Feed = JSON.parse((await get(`/v1/contacts.feed.json?${query}`)).body)
    return feed.items
      .filter(({ _changes }) => !_changes.release.startsWith('20'))
      .map(({ _changes: { release, event, changes } }) => `${release} ${changes[0]?.id} ${event}`)
  }
  t.same((await told('q=apple')).slice(0, 3), ['two a leaves', 'two b enters', 'one a new'])
  t.same((await told('q=pear')).slice(0, 3), ['three a ends', 'two a enters', 'two b leaves'])
  t.same((await told('q=pear&release=two')).slice(0, 2), ['two a enters', 'two b leaves'])
  t.match((await get('/v1/contacts.atom?q=apple')).body, 'apple &#38;#38; &#38;#60;plum&#38;#62;')
})
