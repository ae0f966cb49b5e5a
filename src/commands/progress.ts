/** How far an import is: one moving line on a terminal, a line per file otherwise. */
import type { WriteStream } from 'node:tty'
import type { Progress } from '../import/batches.ts'

const WIDTH = 24
const MILLISECONDS = 100

export type ProgressLine = { show: (progress: Progress) => void; end: () => void }

/** Writes to the stream, which is standard error, so that a report on standard output stays clean. */
export function progressLine(stream: Pick<WriteStream, 'isTTY' | 'write'>): ProgressLine {
  let last = ''
  let shown = 0
  const bar = (share: number) => '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
  return {
    show({ file, rows, share }) {
      if (!stream.isTTY) {
        if (file !== last) stream.write(`reading ${file}\n`)
        last = file
        return
      }
      if (Date.now() - shown < MILLISECONDS && share < 1) return
      shown = Date.now()
      const step = share < 1 ? `${rows} rows` : `${rows} rows read, comparing`
      stream.write(`\r\u001b[2K${bar(share)} ${Math.floor(share * 100)} % ${file}: ${step}`)
    },
    end() {
      if (stream.isTTY && shown > 0) stream.write('\r\u001b[2K')
    }
  }
}
