import { writeFileSync } from 'node:fs'
import t from 'tap'
import { openFile, readRecords } from '../../src/import/files/file.ts'
import { findDamage } from '../../src/import/files/utf8.ts'
import { importFiles } from '../../src/import/import.ts'
import { columnsOf } from '../../src/import/layouts/layout.ts'
import { connection, database, start } from '../helper.ts'
import { layout, pathFor, row2016, write, writeFile } from '../synthetic.ts'

let number = 0
const release = () => ({ id: `r${++number}`, title: 'A test', date: '2026-11-24' })

t.test('UTF-8 with a wrong byte is refused with its line; Windows-1252 is read as what it is', async t => {
  const damaged = (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xe9]), Buffer.from('forme\n')])
  const path = pathFor(t, 'bytes.csv')
  writeFileSync(path, damaged('a,b\nCréer,1\nR'))
  await t.rejects(openFile(path), { message: /^bytes\.csv, line 3: byte 0xe9 is not UTF-8/ })
  writeFileSync(path, Buffer.from('a,b\nCréer,Réforme\n', 'latin1'))
  t.match(await openFile(path), { encoding: 'windows-1252', head: [{}, { cells: ['Créer', 'Réforme'] }] })
  writeFileSync(path, Buffer.concat([Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), Buffer.from([0x00, 0xd8])]))
  const read = async () => {
    for await (const _ of readRecords(await openFile(path)));
  }
  await t.rejects(read(), { message: /it is not utf-16le throughout/ })
  async function* bytes(...all: number[]) {
    yield Uint8Array.from(all)
  }
  t.equal(await findDamage(bytes(0x41, 0xc3, 0xa9)), undefined)
  t.match(await findDamage(bytes(0xc3, 0xa9, 0x0a, 0xc3)), { line: 2, byte: 0xc3, count: 1 })
  t.match(await findDamage(bytes(0xc3, 0xa9, 0xc3, 0x41)), { line: 1, byte: 0xc3, count: 1 })
})

t.test('records may end in either way within one file', async t => {
  const { get, url } = await start(t, { own: 'sample' })
  const body = (await get('/v1/working-groups.csv')).body
  const path = pathFor(t, 'mixed.csv')
  for (const text of [
    body.replace('\r\n', '\n'),
    body.replaceAll('\r\n', '\n').replace('\n', '\r\n'),
    body.replaceAll('\r\n', '\r')
  ]) {
    writeFileSync(path, text)
    t.match(await importFiles(url, { files: [path], release: release() }), {
      outcome: 'nothing changed',
      refusedRows: 0
    })
  }
})

t.test('a row cut short is refused, as is one in which a column that stands twice says two things', async t => {
  const url = await database(t, { sample: true })
  const columns = columnsOf(layout('commitments-2016'))
  const lines = write([...columns, 'Country'], [row2016(1), row2016(2), row2016(3)])
    .toString()
    .trim()
    .split('\n')
  const path = pathFor(t, 'cut.csv')
  writeFileSync(
    path,
    [lines[0], lines[1], lines[2]?.split(',').slice(0, 50).join(','), lines[3]?.replace(/Chile$/, 'Peru')].join('\n')
  )
  const report = await importFiles(url, { files: [path], release: release() })
  t.match(report.refusals, [
    { line: 3, reason: `the row has 50 cells, and the header ${columns.length + 1}` },
    { line: 4, column: 'Country', value: 'Chile | Peru' }
  ])
  t.match(report, { refusedRows: 2, tables: { commitments: { added: 1 } } })
})

t.test('a header alone ends nothing', async t => {
  const { get, url } = await start(t, { own: 'sample' })
  const [header = ''] = (await get('/v1/working-groups.csv')).body.split('\r\n')
  const path = pathFor(t, 'working-groups.csv')
  writeFileSync(path, `${header}\r\n`)
  await t.rejects(importFiles(url, { files: [path], release: release(), complete: true }), {
    message: /^working-groups\.csv: the file holds a header and no rows/
  })
  t.match(await importFiles(url, { files: [path], release: release() }), { outcome: 'nothing changed' })
})

t.test('a month and its year are a date, and a float is the number it was', async t => {
  const url = await database(t, { sample: true })
  const rows = [row2016(1, { 'Start Date': 'Jul-12', 'End Date': '31/12/99', 'Comm No': '4.0999999999999996' })]
  await importFiles(url, { files: [writeFile(t, 'commitments-2016', rows)], release: release() })
  const found = await connection(
    t,
    url
  )`select start_date, start_date_text, end_date, end_date_text, number, note, note_fr
    from commitments where plan = 'CL-9'`
  t.match(found, [
    {
      start_date: '2012-07',
      start_date_text: 'Jul-12',
      end_date: null,
      end_date_text: '31/12/99',
      number: '4.1',
      note: 'Number: source holds 4.0999999999999996.',
      note_fr: 'Numéro\u00a0: la source porte 4.0999999999999996.'
    }
  ])
})

t.test(
  'the source of a file of OGP’s says its licence and what states it; a new edition has a French name',
  async t => {
    const url = await database(t, { sample: true })
    const extract = ['commitments on water', 'des engagements sur l’eau'] as const
    await importFiles(url, {
      files: [writeFile(t, 'commitments-2016', [row2016(1)])],
      release: release(),
      edition: { id: 'water', date: '2016-11' },
      selection: extract
    })
    const sql = connection(t, url)
    const [source] = await sql`select * from sources where valid_to is null and id like 'file-%'`
    t.match(source, {
      license: 'CC BY 4.0',
      license_status: 'publisher',
      license_source_id: 'ogp-open-data-licence',
      note: /^Imported file of \d+ bytes, .* offers its databases under CC BY 4\.0\./,
      note_fr: /^Fichier importé de \d+ octets, .* offre ses bases de données sous CC BY 4\.0\./
    })
    t.match(await sql`select * from editions where valid_to is null and id = 'water'`, [
      {
        name_en: 'OGP Explorer, commitments database, layout of 2016 (water)',
        name_fr: 'Explorateur du PGO, base des engagements, format de 2016 (water)',
        selection_en: extract[0],
        selection_fr: extract[1]
      }
    ])
  }
)
