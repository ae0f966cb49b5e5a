import { Readable } from 'node:stream'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readOds } from 'hucre/ods'
import t from 'tap'
import { packWorkbook } from '../src/engine/format/workbook.ts'
import { writeOds } from '../src/spreadsheet/ods/workbook.ts'
import { cases } from './cases.ts'
import { ORIGIN, start } from './helper.ts'
import { EXPLAINED, HARD, TOO_LONG, withContacts } from './workbooks.ts'

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

const spreadsheet = async (bytes: Uint8Array) => {
  const { sheets } = await readOds(bytes)
  return Object.fromEntries(sheets.map(sheet => [sheet.name, sheet]))
}

/** A cell of JSON as the reader gives it back: whole days as dates. */
const asCell = (value: unknown) => {
  if (Array.isArray(value)) return value.join('|')
  if (value !== null && typeof value === 'object') return JSON.stringify(value)
  return value
}
const asText = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null))

t.test('an ODS holds the rows of the JSON with their types, a dictionary and a citation', async t => {
  const { get, json } = await start(t)
  for (const path of ['/v1/eligibility-scores', '/v1/action-plans', '/v1/members']) {
    const { data } = await json(`${path}?limit=1000`)
    const { headers, rawPayload } = await get(`${path}.ods`)
    const name = path.slice(4)
    t.equal(headers['content-type'], TYPE)
    t.equal(headers['content-disposition'], `attachment; filename="ogp-${name}-2026-11.ods"`)
    t.equal(Number(headers['row-count']), data.length)
    const { data: sheet, dictionary, citation, ...others } = await spreadsheet(rawPayload)
    t.same(others, {})
    const columns = Object.keys(data[0] ?? {})
    t.same(sheet?.rows[0], columns)
    const cells = sheet?.rows.slice(1).map(row => columns.map((_, at) => asText(row[at])))
    t.same(
      cells,
      data.map(row => Object.values(row).map(asCell)),
      `${path}: numbers, flags and texts are what they are`
    )
    t.same(
      dictionary?.rows.slice(1).map(([column]) => column),
      columns
    )
    t.match(Object.fromEntries(citation?.rows ?? []), {
      Release: '2026-11',
      Rows: data.length,
      Permalink: `${ORIGIN}${path}?format=ods&release=2026-11`,
      Licence: /CC BY 4.0/
    })
  }
  const { data: sheet } = await spreadsheet((await get('/v1/sources.ods?fields=published,accessed')).rawPayload)
  const [published, accessed] = [0, 1].map(at => sheet?.rows.slice(1).flatMap(row => row[at] ?? []) ?? [])
  t.ok(accessed?.length && accessed.every(day => day instanceof Date), 'where all days are known they are dates')
  t.ok(published?.some(date => String(date).length === 10) && published.some(date => String(date).length === 4))
  t.ok(
    published?.every(date => typeof date === 'string'),
    'where some are not, no reader is led to make days up'
  )
})

t.test('an ODS speaks the language asked for, and is found by suffix, parameter and Accept header', async t => {
  const { get, json } = await start(t)
  const answers = await Promise.all([
    get('/v1/themes.ods'),
    get('/v1/themes?format=ods'),
    get('/v1/themes', { headers: { accept: TYPE } }),
    get('/v1/themes.ods?format=csv')
  ])
  for (const { rawPayload } of answers) t.ok(answers[0]?.rawPayload.equals(rawPayload), 'the same bytes')
  const french = await get('/v1/themes.ods?lang=fr')
  t.equal(french.headers['content-language'], 'fr')
  const { data, dictionary, citation } = await spreadsheet(french.rawPayload)
  t.same(data?.rows, (await spreadsheet(answers[0]?.rawPayload as Buffer)).data?.rows)
  t.same(dictionary?.rows[0], ['colonne', 'libellé', 'signification', 'type', 'valeurs admises'])
  t.match(citation?.rows, [['rubrique'], ['Jeu de données']])
  t.equal((await spreadsheet((await get('/v1/members/CL.ods')).rawPayload)).data?.rows[1]?.[0], 'CL')
  for (const path of [
    '/v1/changes.ods?since=2016-12&dataset=members',
    '/v1/commitments/IE0014/history.ods',
    '/v1/commitments/aggregate.ods?group=country,completion&measure=count,share&shape=wide',
    '/v1/indicators/delivered.ods?by=year',
    '/v1/coverage.ods'
  ]) {
    const answer = await get(path)
    t.equal(answer.statusCode, 200, path)
    const { data: rows } = await json(path.replace('.ods', ''))
    const { data: sheet } = await spreadsheet(answer.rawPayload)
    const columns = Object.keys(rows[0] ?? {})
    const cells = sheet?.rows.slice(1).map(row => columns.map((_, at) => asText(row[at])))
    t.same(sheet?.rows[0], columns, path)
    t.same(
      rows.map(row => Object.values(row).map(asCell)).slice(0, 50),
      cells?.slice(0, Math.min(50, rows.length)),
      path
    )
  }
})

t.test('text that looks like a formula, a number or a date is text in ODS, with its spaces and lines', async t => {
  const { get } = await withContacts(t, [...HARD, '   ', 'a   b', '\n\nlast', TOO_LONG])
  const { rawPayload } = await get('/v1/contacts.ods?sort=id&fields=value')
  const { data, citation } = await spreadsheet(rawPayload)
  const cells = data?.rows.slice(1).map(([cell]) => cell) ?? []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
  const kept = HARD.map(text => text.replaceAll('\r\n', '\n').replace(/[\x07\x1b]/g, '\ufffd'))
  t.same(cells.slice(0, -1), [...kept, '   ', 'a   b', '\n\nlast'])
  t.match(cells.at(-1), / \[…\] \(cut: 37,900 characters; see the sheet “citation”\)$/)
  t.match(citation?.rows.at(-1), [/^Cut: cell A\d+ of “data”$/, /37,900 characters/])
  t.notMatch(strFromU8(unzipSync(rawPayload)['content.xml'] as Uint8Array), /table:formula|script/)
})

t.test('an address is a link to where it says', async t => {
  const { get } = await start(t)
  const { rawPayload } = await get('/v1/resources.ods?limit=5')
  const links = [...strFromU8(unzipSync(rawPayload)['content.xml'] as Uint8Array).matchAll(/href="([^"]*)">([^<]*)</g)]
  t.ok(links.length > 0)
  for (const [, href, shown] of links) t.equal(href, shown)
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

const pack = async (chunks: Buffer[]) => {
  const parts: Uint8Array[] = []
  for await (const part of packWorkbook(writeOds)(Readable.from(chunks), EXPLAINED)) parts.push(part)
  return Buffer.concat(parts)
}

t.test('the type of the file stands in its first bytes, before the size of anything that is compressed', async t => {
  const file = await pack([])
  const name = 'mimetype'
  t.equal(file.toString('latin1', 30, 30 + name.length + TYPE.length), name + TYPE)
  t.equal(file.readUInt16LE(6), 0, 'its size is told in front of it')
  t.equal(file.readUInt32LE(18), TYPE.length)
  t.same(Object.keys(unzipSync(file)), [name, 'META-INF/manifest.xml', 'meta.xml', 'settings.xml', 'content.xml'])
})

t.test('any text is well-formed XML in ODS, and the bytes do not depend on how the rows arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), { maxLength: 20 }),
      fc.nat(),
      async (texts, seed) => {
        const lines = Buffer.from(texts.map(a => `${JSON.stringify({ a })}\n`).join(''))
        const at = lines.length === 0 ? 0 : seed % lines.length
        const [whole, halves] = await Promise.all([pack([lines]), pack([lines.subarray(0, at), lines.subarray(at)])])
        if (!whole.equals(halves)) throw new Error('other chunks, other bytes')
        const { data } = await spreadsheet(whole)
        const written = texts.map(text => text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '\ufffd'))
        const read = texts.map((_, row) => data?.rows[row + 1]?.[0] ?? '')
        if (read.join('\n') !== written.join('\n')) throw new Error(`other text: ${JSON.stringify([read, written])}`)
      }
    ),
    { numRuns: cases(100) }
  )
})
