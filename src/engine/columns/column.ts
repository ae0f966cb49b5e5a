/** A column in memory: a row holds the number of its value, and each value stands there once. */
import type { Value } from '../definition/match.ts'

/** What rows are counted by: a value, or one of a list. */
export type Item = string | number | boolean | null

export type Column = {
  /** For each row, the place of its value. */
  codes: Uint8Array | Uint16Array
  values: readonly Value[]
  items: readonly Item[]
  /** Of lists: for each value the places of its items, each once; a list without any holds the missing one. */
  itemsOf?: readonly (readonly number[])[]
}

/** Values that a column can tell apart. Of more than these, each is in so few rows that an index finds them at once. */
const MAX_VALUES = 65_536
const MAX_OF_BYTES = 256

/** A part of a text keeps the whole of it in memory; its copy does not. */
const copied = (text: string) => Buffer.from(text, 'latin1').toString('latin1')

/** Bytes of the codes that a column has at most for so many rows. */
export const mostBytes = (rows: number): number => rows * Uint16Array.BYTES_PER_ELEMENT

/** What V8 needs for a value beside its characters, about. */
const BYTES_OF_VALUE = 64

const bytesOfValue = (value: Value): number =>
  typeof value === 'string'
    ? BYTES_OF_VALUE + value.length
    : Array.isArray(value)
      ? value.reduce((sum: number, item) => sum + bytesOfValue(item), BYTES_OF_VALUE)
      : BYTES_OF_VALUE

/** What a column takes in memory: its codes, and its values as far as can be told. */
export const bytesOf = ({ codes, values }: Column): number =>
  values.reduce((sum: number, value) => sum + bytesOfValue(value), codes.byteLength)

export type ColumnWriter = {
  /** Takes the value of the next row, as it is written. */
  add(written: string): void
  /** The column; undefined where it has too many values. */
  end(): Column | undefined
}

/** Reads a column of so many rows; `read` makes a value of what is written for it, and is asked once for each. */
export function writeColumn(rows: number, read: (written: string) => Value): ColumnWriter {
  const known = new Map<string, number>()
  let codes: Uint8Array | Uint16Array | undefined = new Uint8Array(rows)
  let row = 0
  // Rows often agree with the one before, and to see that is cheaper than to look a text up.
  let before: string | undefined
  let code = 0
  const codeOf = (written: string): number => {
    const place = known.get(written)
    if (place !== undefined) return place
    known.set(copied(written), known.size)
    return known.size - 1
  }
  return {
    add(written) {
      if (!codes) return
      if (written !== before) {
        code = codeOf(written)
        before = written
        if (code === MAX_VALUES) {
          codes = undefined
          known.clear()
          return
        }
        if (code >= MAX_OF_BYTES && codes.BYTES_PER_ELEMENT === 1) codes = Uint16Array.from(codes)
      }
      codes[row++] = code
    },
    end: () => codes && { codes, ...itemsIn([...known.keys()].map(read)) }
  }
}

function itemsIn(values: readonly Value[]): Omit<Column, 'codes'> {
  if (!values.some(Array.isArray)) return { values, items: values as readonly Item[] }
  const places = new Map<Item, number>()
  const placeOf = (item: Item) => {
    const place = places.get(item) ?? places.size
    places.set(item, place)
    return place
  }
  const itemsOf = values.map(value => {
    const items = Array.isArray(value) ? [...new Set(value as readonly string[])] : []
    return (items.length > 0 ? items : [null]).map(placeOf)
  })
  return { values, items: [...places.keys()], itemsOf }
}
