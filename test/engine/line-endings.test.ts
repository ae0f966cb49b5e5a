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
        const expected = rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')
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

t.test('without quotes every line feed ends a record', async t => {
  const lines = lineEnds('\n', false)
  t.equal(lines.convert(Buffer.from('{"a":"\\""}\n{"b":"x"}\n')).toString(), '{"a":"\\""}\n{"b":"x"}\n')
  t.equal(lines.count(), 2)
})
