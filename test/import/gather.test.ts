import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import t, { type Test } from 'tap'
import { download, publicAddress } from '../../src/import/files/download.ts'
import { cellText } from '../../src/import/files/workbook.ts'
import { importFiles } from '../../src/import/import.ts'
import { columnsOf } from '../../src/import/layouts/layout.ts'
import { connection, database } from '../helper.ts'
import { layout, pathFor, row2016, writeFile } from '../synthetic.ts'

let number = 0
const bring = (url: string, files: string[], options: { sheet?: string; dryRun?: boolean } = {}) =>
  importFiles(url, { files, release: { id: `r${++number}`, title: 'A test', date: '2026-11-24' }, ...options })

const columns = columnsOf(layout('commitments-2016'))
const sheetOf = (name: string, ...rows: Record<string, unknown>[]) => ({
  name,
  rows: [columns, ...rows.map(row => columns.map(column => (row[column] ?? null) as string | number | Date | null))]
})
const workbook = async (path: string, ...sheets: ReturnType<typeof sheetOf>[]) =>
  writeFileSync(path, await writeXlsx({ sheets }))

async function serve(t: Test, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  t.teardown(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

t.test('a workbook is read as it is: the sheet that is known, or the one that is named', async t => {
  const url = await database(t, { sample: true })
  const path = pathFor(t, 'book.xlsx')
  const row = row2016(1, { 'Full Text': 'Two\nlines' })
  await workbook(
    path,
    { name: 'Read me', rows: [['Nothing of use']] },
    sheetOf(
      'Data',
      { ...row, 'Action Plan Number': 9, 'Start Date': new Date('2012-07-01'), Specificity: 'x' },
      row2016(2)
    )
  )
  const report = await bring(url, [path])
  t.match(report, { outcome: 'published', files: [{ sheet: 'Data', file: 'book.xlsx', read: 2 }] })
  t.match(report.left, [{ line: 2, value: 'x' }], 'lines are rows of the sheet')
  t.match(await connection(t, url)`select number, start_date from commitments where plan = 'CL-9' order by number`, [
    { number: '1', start_date: '2012-07-01' },
    { number: '2' }
  ])
  t.match(await bring(url, [path]), { outcome: 'nothing changed' })
  await workbook(path, sheetOf('One', row2016(1)), sheetOf('Two', row2016(2)))
  await t.rejects(bring(url, [path]), { message: /^book\.xlsx: choose one of the sheets "One", "Two" with --sheet$/ })
  t.match(await bring(url, [path], { sheet: 'Two' }), { files: [{ sheet: 'Two' }] })
  await t.rejects(bring(url, [path], { sheet: 'Three' }), {
    message: /there is no sheet "Three"; there are "One", "Two"/
  })
  writeFileSync(path, 'PK\u0003\u0004 torn')
  await t.rejects(bring(url, [path]), { message: /^book\.xlsx: the workbook cannot be read/ })
  writeFileSync(path, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))
  await t.rejects(bring(url, [path]), { message: /old format \.xls/ })
})

t.test('a cell is what it shows, and a day is never read in two ways', async t => {
  const day = new Date('2012-07-01T00:00:00Z')
  t.equal(cellText(day, 'm/d/yyyy'), '2012-07-01')
  t.equal(cellText(day, 'mmm-yy'), 'Jul-12')
  t.equal(cellText(0.45, '0%'), '45%')
  t.equal(cellText(2.1, '0.00'), '2.10')
  t.equal(cellText(4.0999999999999996), '4.1')
  t.equal(cellText(2012, '0'), '2012')
  t.equal(cellText(true), 'TRUE')
  t.equal(cellText(null), '')
})

t.test('a folder and an archive are the tables they hold', async t => {
  const url = await database(t, { sample: true })
  const folder = pathFor(t, 'folder')
  mkdirSync(folder)
  const [one, two] = [1, 2].map(at => readFileSync(writeFile(t, 'commitments-2016', [row2016(at)], {}, `${at}.csv`)))
  if (!one || !two) throw new Error('no files')
  writeFileSync(`${folder}/one.csv`, one)
  writeFileSync(`${folder}/notes.md`, 'not a table')
  writeFileSync(
    `${folder}/two.zip`,
    zipSync({ 'a/data.csv': two, 'b/data.csv': one, '__MACOSX/a/data.csv': one, 'x.md': one })
  )
  const report = await bring(url, [folder])
  t.same(
    report.files.map(({ file }) => file),
    ['one.csv', 'data.csv', 'data.csv']
  )
  t.match(report, { outcome: 'published', tables: { commitments: { added: 2 } } })
  t.match(await bring(url, [`${folder}/two.zip`, folder]), { outcome: 'nothing changed' })
  const empty = pathFor(t, 'empty')
  mkdirSync(empty)
  await t.rejects(bring(url, [empty]), { message: /^empty: the folder holds no file/ })
  writeFileSync(`${folder}/two.zip`, zipSync({ 'x.md': one }))
  await t.rejects(bring(url, [`${folder}/two.zip`]), { message: /^two\.zip: the archive holds no file/ })
  writeFileSync(`${folder}/two.zip`, zipSync({ 'x.csv': one }).subarray(0, 400))
  await t.rejects(bring(url, [`${folder}/two.zip`]), { message: /^two\.zip/ })
})

t.test('an address is followed within bounds, and its credentials are told to nobody', async t => {
  const url = await database(t, { sample: true })
  const file = readFileSync(writeFile(t, 'commitments-2016', [row2016(1)]))
  const seen: (string | undefined)[] = []
  const elsewhere = await serve(t, ({ headers }, response) => {
    seen.push(headers.authorization)
    response.end(file)
  })
  const origin = await serve(t, ({ url: path = '', headers }, response) => {
    seen.push(headers.authorization)
    if (path.startsWith('/moved')) response.writeHead(302, { location: `${elsewhere}/data.csv` }).end()
    else if (path.startsWith('/loop')) response.writeHead(302, { location: '/loop' }).end()
    else if (path.startsWith('/page')) response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
    else if (path.startsWith('/data')) response.end(file)
    else if (path.startsWith('/slow')) response.write('a,b\n')
    else response.writeHead(404).end()
  })
  const withPassword = origin.replace('//', '//me:hidden@')
  const report = await bring(url, [`${withPassword}/moved/data.csv?token=hidden&gid=1`])
  t.match(report, { outcome: 'published', files: [{ file: 'data.csv' }] })
  t.same(seen, [`Basic ${Buffer.from('me:hidden').toString('base64')}`, undefined])
  const [row] = await connection(t, url)`select source_locator from commitments where plan = 'CL-9'`
  t.match(row, { source_locator: `${origin}/moved/data.csv?gid=1#L2` })
  t.equal(publicAddress('https://a:b@x.org/f.csv?api_key=1&x=2'), 'https://x.org/f.csv?x=2')
  const refused = async (path: string, message: RegExp) => {
    const error = await bring(url, [`${withPassword}${path}`]).catch((error: Error) => error)
    t.match(error, { message })
    t.notMatch(String(error), 'hidden')
  }
  await refused('/gone.csv?token=hidden', /gone\.csv answers with status 404$/)
  await refused('/loop', /leads on more than 5 times$/)
  await refused('/page', /answers with a web page/)
  const folder = t.testdir()
  await t.rejects(download(`${origin}/data.csv`, folder, { bytes: 10 }), { message: /is larger than 10 bytes$/ })
  await t.rejects(download(`${origin}/slow`, folder, { milliseconds: 300 }), {
    message: /did not answer within 0\.3 seconds$/
  })
  await t.rejects(download('http://127.0.0.1:1/x.csv', folder), {
    message: /^http:\/\/127\.0\.0\.1:1\/x\.csv cannot be fetched/
  })
})
