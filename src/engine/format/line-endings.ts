/** Records in a byte stream of CSV or NDJSON: counted, and ended the way the format wants. */

/** A record of one missing value. Unquoted it would be an empty line, which readers skip. */
const LONE_NULL = Buffer.from('""')

const QUOTE = 0x22
const LINE_FEED = 0x0a

export type LineEnds = {
  /** The chunk with every record ended anew, and none of them an empty line; line feeds inside quotes are left alone. */
  convert(chunk: Buffer): Buffer
  /** Records ended so far. */
  count(): number
}

/**
 * PostgreSQL ends a record with a line feed (RFC 4180 wants CRLF). `quoted`: the format has quotes that hide line
 * feeds. `start`: what stands before the first record.
 */
export function lineEnds(end: string, quoted: boolean, start = ''): LineEnds {
  const ending = Buffer.from(end)
  let before = Buffer.from(start)
  let inside = false
  let isBegun = false
  let lines = 0
  return {
    count: () => lines,
    convert(chunk) {
      const parts: Buffer[] = [before]
      before = Buffer.alloc(0)
      let begin = 0
      let quote = quoted ? chunk.indexOf(QUOTE) : -1
      const passQuotes = (until: number) => {
        for (; quote >= 0 && quote < until; quote = chunk.indexOf(QUOTE, quote + 1)) inside = !inside
      }
      for (let line = chunk.indexOf(LINE_FEED); line >= 0; line = chunk.indexOf(LINE_FEED, line + 1)) {
        passQuotes(line)
        if (inside) continue
        lines++
        parts.push(line === begin && !isBegun ? LONE_NULL : chunk.subarray(begin, line), ending)
        begin = line + 1
        isBegun = false
      }
      passQuotes(chunk.length)
      isBegun ||= begin < chunk.length
      parts.push(chunk.subarray(begin))
      return Buffer.concat(parts)
    }
  }
}
