import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { notRun, start } from '../helper.ts'
import { HARD, has, inLibreOffice, withContacts } from '../workbooks.ts'

t.test('LibreOffice opens XLSX and ODS and shows the cells of the CSV', async t => {
  if (!has('soffice')) {
    notRun('opening our XLSX and ODS with LibreOffice (soffice is not installed)')
    return
  }
  const { get } = await withContacts(t, HARD)
  // A spreadsheet writes booleans its own way, and keeps only LF inside a cell.
  const plain = (text: string) => text.replaceAll('\r\n', '\n').replace(/^(true|false)$/i, word => word.toLowerCase())
  const rows = (table: string[][]) => table.map(cells => cells.map(plain))
  // XML has no way to write it, and OpenDocument no escape for it.
  const withoutControls = (table: string[][]) =>
    table.map(cells => cells.map(cell => cell.replaceAll('\u0007', '\ufffd').replaceAll('\u001b', '\ufffd')))
  const asked = ['/v1/contacts', '/v1/eligibility-scores', '/v1/commitments', '/v1/action-plans'].flatMap(path =>
    ['xlsx', 'ods'].map(suffix => ({ path, suffix }))
  )
  const files = await Promise.all(
    asked.map(async ({ path, suffix }) => ({ suffix, bytes: (await get(`${path}.${suffix}`)).rawPayload }))
  )
  for (const [at, shown] of inLibreOffice(files).entries()) {
    const { path, suffix } = asked[at] as (typeof asked)[number]
    const csv = rows(parse((await get(`${path}.csv`)).body) as string[][])
    t.same(rows(shown), suffix === 'ods' ? withoutControls(csv) : csv, `${path}.${suffix}`)
  }
})

const PYTHON = `
import json, re, sys, zipfile
from xml.dom import minidom
with zipfile.ZipFile(sys.argv[1]) as file:
    assert file.testzip() is None
    parts = {name: minidom.parseString(file.read(name)) for name in file.namelist()}
types = parts['[Content_Types].xml'].getElementsByTagName('Override')
assert {node.getAttribute('PartName') for node in types} == {'/' + name for name in parts if not name.endswith('.rels') and name[0] != '['}
rels = parts['xl/_rels/workbook.xml.rels'].getElementsByTagName('Relationship')
targets = {node.getAttribute('Id'): node.getAttribute('Target') for node in rels}
sheets = parts['xl/workbook.xml'].getElementsByTagName('sheet')
print(json.dumps([[s.getAttribute('name'), len(parts['xl/' + targets[s.getAttribute('r:id')]].getElementsByTagName('row'))] for s in sheets]))
`

t.test('the parts of the package belong together (checked with Python)', async t => {
  if (!has('python3')) {
    notRun('checking the parts of our XLSX with Python (python3 is not installed)')
    return
  }
  const { get } = await start(t)
  const dir = mkdtempSync(join(tmpdir(), 'ogp-xlsx-'))
  t.teardown(() => rmSync(dir, { recursive: true, force: true }))
  const { rawPayload, headers } = await get('/v1/members.xlsx')
  writeFileSync(join(dir, 'a.xlsx'), rawPayload)
  const found = JSON.parse(execFileSync('python3', ['-c', PYTHON, join(dir, 'a.xlsx')], { encoding: 'utf8' }))
  t.match(found, [
    ['data', Number(headers['row-count']) + 1],
    ['dictionary', Number],
    ['citation', Number]
  ])
})
