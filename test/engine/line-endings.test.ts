import fc from 'fast-check'
import t from 'tap'
import { lineEnds } from '../../src/engine/format/line-endings.ts'

const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('a,b', 'say "yes"', 'two\nlines', '\r\n', '"', ''))
const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

t.test('records end in CRLF and cells stay as they are, wherever the stream is cut', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.array(fc.nat(40), { maxLength: 6 }),
      (rows, cuts) => {
        const source = Buffer.from(rows.map(row => `${row.map(quoted).join(',')}\n`).join(''))
        const expected = rows.map(row => `${row.map(quoted).join(',') || '""'}\r\n`).join('')
        const lines = lineEnds('\r\n', true)
        let at = 0
        let written = ''
        for (const step of [...cuts, source.length]) {
          written += lines.convert(source.subarray(at, at + step)).toString('latin1')
          at += step
        }
        if (Buffer.from(written, 'latin1').toString() !== expected) throw new Error('changed')
        if (lines.count() !== rows.length) throw new Error('miscounted')
      }
    )
  )
})

t.test('a missing value alone in its record is a quoted empty cell, wherever the stream is cut', async t => {
  const source = Buffer.from('id\n\n"a\n\nb"\n\n\n""\nc\n\n')
  const expected = '\ufeffid\r\n""\r\n"a\n\nb"\r\n""\r\n""\r\n""\r\nc\r\n""\r\n'
  for (let size = 1; size <= source.length; size++) {
    const lines = lineEnds('\r\n', true, '\ufeff')
    const chunks = Array.from({ length: Math.ceil(source.length / size) }, (_, at) =>
      lines.convert(source.subarray(at * size, (at + 1) * size))
    )
    t.equal(Buffer.concat(chunks).toString(), expected, `${size} bytes at a time`)
    t.equal(lines.count(), 8)
  }
})

t.test('without quotes every line feed ends a record', async t => {
  const lines = lineEnds('\n', false)
  t.equal(lines.convert(Buffer.from('{"a":"\\""}\n{"b":"x"}\n')).toString(), '{"a":"\\""}\n{"b":"x"}\n')
  t.equal(lines.count(), 2)
})
