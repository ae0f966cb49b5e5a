/** The ids of rows, one behind the other: a string for each would take five times as much memory. */

export type Ids = {
  of(row: number): string
  bytes: number
}

const FIRST_BYTES_OF_ONE = 16

/** Takes the id of the next row as it is written, one byte a character; `read` makes an id of that. */
export function writeIds(rows: number, read: (written: string) => string) {
  const ends = new Uint32Array(rows)
  let written = Buffer.allocUnsafe(rows * FIRST_BYTES_OF_ONE)
  let row = 0
  let end = 0
  return {
    add(id: string): void {
      if (end + id.length > written.length) written = Buffer.concat([written], 2 * (written.length + id.length))
      end += written.write(id, end, 'latin1')
      ends[row++] = end
    },
    end(): Ids {
      const all = Buffer.from(written.subarray(0, end))
      return {
        of: at => read(all.toString('latin1', at === 0 ? 0 : ends[at - 1], ends[at])),
        bytes: all.length + ends.byteLength
      }
    }
  }
}
