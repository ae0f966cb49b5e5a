import { Readable } from 'node:stream'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import t from 'tap'
import { packWorkbook } from '../src/engine/format/workbook.ts'
import { writeXlsx } from '../src/spreadsheet/xlsx/workbook.ts'
import { cases } from './cases.ts'
import { ORIGIN, start } from './helper.ts'
import { EXPLAINED, HARD, TOO_LONG, withContacts } from './workbooks.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const workbook = async (bytes: Uint8Array) => {
  const { sheets } = await readXlsx(bytes)
  return Object.fromEntries(sheets.map(sheet => [sheet.name, sheet]))
}

const asCell = (value: unknown) => (Array.isArray(value) ? value.join('|') : value)

t.test('a workbook holds the rows of the JSON with their types, a dictionary and a citation', async t => {
  const { get, json } = await start(t)
  for (const path of ['/v1/eligibility-scores', '/v1/action-plans', '/v1/members']) {
    const { data } = await json(`${path}?limit=1000`)
    const { headers, rawPayload } = await get(`${path}.xlsx`)
    const name = path.slice(4)
    t.equal(headers['content-type'], TYPE)
    t.equal(headers['content-disposition'], `attachment; filename="ogp-${name}-2026-11.xlsx"`)
    t.equal(Number(headers['row-count']), data.length)
    const { data: sheet, dictionary, citation, ...others } = await workbook(rawPayload)
    t.same(others, {})
    const columns = Object.keys(data[0] ?? {})
    t.same(sheet?.rows[0], columns)
    t.same(
      sheet?.rows.slice(1).map(row => columns.map((_, at) => row[at] ?? null)),
      data.map(row => Object.values(row).map(asCell)),
      `${path}: numbers are numbers, flags are flags, everything else is text`
    )
    t.match(sheet, { freezePane: { rows: 1 }, autoFilter: {} })
    t.same(
      dictionary?.rows.slice(1).map(([column]) => column),
      columns
    )
    const cited = Object.fromEntries(citation?.rows ?? [])
    t.match(cited, {
      Release: '2026-11',
      Rows: data.length,
      Permalink: `${ORIGIN}${path}?format=xlsx&release=2026-11`,
      Licence: /CC BY 4.0/,
      Attribution: /Open Government Partnership/
    })
  }
})

t.test('the dictionary and the citation speak the language asked for; the data do not change', async t => {
  const { get } = await start(t)
  const english = await get('/v1/eligibility-scores.xlsx')
  const french = await get('/v1/eligibility-scores.xlsx?lang=fr')
  t.equal(
    (await get('/v1/eligibility-scores.xlsx', { headers: { 'accept-language': 'fr' } })).headers['content-language'],
    'fr'
  )
  t.equal(english.headers['content-language'], 'en')
  t.match(french.headers, { 'content-language': 'fr' })
  t.not(french.headers.etag, english.headers.etag)
  const [en, fr] = await Promise.all([english, french].map(({ rawPayload }) => workbook(rawPayload)))
  t.same(fr?.data?.rows, en?.data?.rows)
  t.same(fr?.dictionary?.rows[0], ['colonne', 'libellé', 'signification', 'type', 'valeurs admises'])
  t.match(
    fr?.citation?.rows.map(([what]) => what),
    ['rubrique', 'Jeu de données']
  )
  const labelled = await workbook((await get('/v1/members.xlsx?labels=true&lang=fr&fields=status&limit=1')).rawPayload)
  t.same(labelled.data?.rows[0], ['status', 'status_label'])
  t.equal(labelled.dictionary?.rows.length, 3)
})

t.test('suffix, parameter and Accept header are equal; items, changes and histories are workbooks too', async t => {
  const { get, json } = await start(t)
  const bodies = await Promise.all([
    get('/v1/themes.xlsx'),
    get('/v1/themes?format=xlsx'),
    get('/v1/themes', { headers: { accept: TYPE } }),
    get('/v1/themes.xlsx?format=csv')
  ])
  for (const { rawPayload } of bodies)
    t.ok(bodies[0]?.rawPayload.equals(rawPayload), 'the same bytes, whenever they are made')
  t.equal((await workbook((await get('/v1/members/CL.xlsx')).rawPayload)).data?.rows[1]?.[0], 'CL')
  for (const path of ['/v1/changes', '/v1/commitments/IE0014/history']) {
    const query = path === '/v1/changes' ? '?since=2016-12&dataset=members' : ''
    const { data } = (await json(`${path}${query}`)) as { data: Record<string, unknown>[] }
    const { data: sheet, citation } = await workbook((await get(`${path}.xlsx${query}`)).rawPayload)
    t.same(sheet?.rows[0], Object.keys(data[0] ?? {}))
    const cells = (row: Record<string, unknown>) =>
      Object.values(row).map(value =>
        value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : asCell(value)
      )
    t.same(
      sheet?.rows.slice(1).map(row => row.map(value => value ?? null)),
      data.slice(0, sheet?.rows.length).map(cells)
    )
    t.match(
      Object.fromEntries(citation?.rows ?? []).Permalink,
      /history\?format=xlsx|changes\?since=2016-12&dataset=members&format=xlsx/
    )
  }
})

t.test('an aggregate is a workbook of the same rows, long and wide', async t => {
  const { get, json } = await start(t)
  const query = 'group=country,completion&measure=count,share&of=country'
  for (const shape of ['long', 'wide']) {
    const path = `/v1/commitments/aggregate?${query}&shape=${shape}`
    const { data } = await json(`${path}&limit=1000`)
    const { rawPayload, headers } = await get(`${path}&format=xlsx`)
    const { data: sheet, dictionary, citation } = await workbook(rawPayload)
    const columns = Object.keys(data[0] ?? {})
    t.equal(Number(headers['row-count']), data.length)
    t.same(sheet?.rows[0], columns)
    t.same(
      sheet?.rows.slice(1).map(row => columns.map((_, at) => row[at] ?? null)),
      data.map(row => Object.values(row).map(asCell)),
      'counts and shares are numbers'
    )
    t.same(
      dictionary?.rows.slice(1).map(([column]) => column),
      columns
    )
    t.match(Object.fromEntries(citation?.rows ?? []).Permalink, /aggregate\?.*release=2026-11/)
  }
})

t.test('HEAD, If-None-Match, pages and compression are those of every export', async t => {
  const { get } = await start(t)
  const full = await get('/v1/members.xlsx')
  const head = await get('/v1/members.xlsx', { method: 'HEAD' })
  t.equal(head.body, '')
  for (const name of ['etag', 'row-count', 'content-disposition', 'content-type', 'link'])
    t.same(head.headers[name], full.headers[name])
  t.equal((await get('/v1/members.xlsx', { headers: { 'if-none-match': String(full.headers.etag) } })).statusCode, 304)
  const asked = await get('/v1/members.xlsx', { headers: { 'accept-encoding': 'br' } })
  t.equal(asked.headers['content-encoding'], undefined, 'what is compressed already is not compressed again')
  t.equal(asked.headers.etag, full.headers.etag)
  const rows: unknown[] = []
  for (let next: string | undefined = '/v1/members.xlsx?limit=40&fields=id'; next; ) {
    const page = await get(next)
    rows.push(...((await workbook(page.rawPayload)).data?.rows.slice(1) ?? []))
    next = /<([^>]+)>; rel="next"/.exec(String(page.headers.link))?.[1]
  }
  t.same(rows, (await workbook((await get('/v1/members.xlsx?fields=id')).rawPayload)).data?.rows.slice(1))
  const none = await workbook((await get('/v1/members.xlsx?country=CL&kind=local')).rawPayload)
  t.equal(none.data?.rows.length, 1, 'no rows is a header')
})

t.test('text that looks like a formula, a number or a date is text', async t => {
  const { get } = await withContacts(t, HARD)
  const { rawPayload } = await get('/v1/contacts.xlsx?sort=id&fields=value')
  const { data } = await workbook(rawPayload)
  t.same(data?.rows.slice(1).flat(), HARD)
  const parts = Object.values(unzipSync(rawPayload)).map(bytes => strFromU8(bytes))
  for (const part of parts)
    t.notMatch(part, /<f[ >]|externalLink|<hyperlink/, 'there is no formula and no link to execute')
})

t.test('text longer than a cell is cut where it says so, and the citation names the cell', async t => {
  const { get } = await withContacts(t, ['short', TOO_LONG])
  const { data, citation } = await workbook((await get('/v1/contacts.xlsx?sort=id&fields=id,value')).rawPayload)
  const cell = String(data?.rows[2]?.[1])
  t.ok(cell.length <= 32_767)
  t.ok(cell.length > 32_700 && cell.isWellFormed(), 'as much as fits, and no half of a character')
  t.match(cell, / \[…\] \(cut: 37,900 characters; see the sheet “citation”\)$/)
  t.match(citation?.rows.at(-1), ['Cut: cell B3 of “data”', /37,900 characters/])
  t.match((await get('/v1/contacts.csv?fields=value')).body, TOO_LONG)
})

t.test('more rows than a worksheet holds are refused before the first byte', async t => {
  const { get, app } = await start(t, { own: 'service' })
  await get('/v1/themes.csv')
  const [key] = [...app.service.totals.keys()].filter(name => name.includes('"themes"'))
  app.service.totals.set(key ?? '', 1_048_576)
  const refused = await get('/v1/themes.xlsx')
  t.equal(refused.statusCode, 400)
  t.match(JSON.parse(refused.body).errors, [
    { parameter: 'format', detail: /1048575 rows at most, and these are 1048576/, allowed: ['csv', 'ndjson'] }
  ])
  t.equal((await get('/v1/themes.xlsx', { method: 'HEAD' })).statusCode, 400)
  t.equal((await get('/v1/themes.xlsx?limit=1')).statusCode, 200)
})

t.test('any text is well-formed XML, and the bytes do not depend on how the rows arrive', async () => {
  const pack = async (chunks: Buffer[]) => {
    const parts: Uint8Array[] = []
    for await (const part of packWorkbook(writeXlsx)(Readable.from(chunks), EXPLAINED)) parts.push(part)
    return Buffer.concat(parts)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 }),
      fc.nat(),
      async (texts, seed) => {
        const lines = Buffer.from(texts.map(a => `${JSON.stringify({ a })}\n`).join(''))
        const at = lines.length === 0 ? 0 : seed % lines.length
        const [whole, halves] = await Promise.all([pack([lines]), pack([lines.subarray(0, at), lines.subarray(at)])])
        if (!whole.equals(halves)) throw new Error('other chunks, other bytes')
        const sheet = strFromU8(unzipSync(whole)['xl/worksheets/sheet1.xml'] as Uint8Array)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids, and what its readers change
        if (/[\x00-\x08\x0b-\x1f\ufffe\uffff]/.test(sheet)) throw new Error('not well-formed')
        const cells = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].slice(1)
        const read = cells.map(([, text = '']) =>
          text
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&amp;', '&')
            .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        )
        if (read.join('\n') !== texts.join('\n')) throw new Error('other text')
      }
    ),
    { numRuns: cases(100) }
  )
})
