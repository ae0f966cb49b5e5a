/** A place in a list. It remembers the release and the question it belongs to, and is opaque to clients. */
import { createHash } from 'node:crypto'
import { isCursorKey, type KeyValue, type SortKey } from '../sql/order-by.ts'

export type Cursor = {
  /** Release the walk started in. */
  release: string
  /** Fingerprint of filters and order. */
  query: string
  /** Sort key of the row the page starts behind. */
  key: KeyValue[]
  /** The page before that row instead. */
  backwards: boolean
}

export const fingerprint = (query: string): string =>
  createHash('sha256').update(query).digest('base64url').slice(0, 12)

export const writeCursor = ({ release, query, key, backwards }: Cursor): string =>
  Buffer.from(JSON.stringify([release, query, key, backwards ? 1 : 0])).toString('base64url')

/** The cursor in a text, its key unchecked; undefined when it is none. */
export function decodeCursor(text: string): (Omit<Cursor, 'key'> & { key: unknown[] }) | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
  if (!Array.isArray(parsed) || parsed.length !== 4) return undefined
  const [release, query, key, backwards] = parsed as unknown[]
  if (typeof release !== 'string' || typeof query !== 'string' || !Array.isArray(key)) return undefined
  if (backwards !== 0 && backwards !== 1) return undefined
  return { release, query, key, backwards: backwards === 1 }
}

/** The cursor in a text, or undefined when it is not one that this order could have made. */
export function readCursor(text: string, order: readonly SortKey[]): Cursor | undefined {
  const cursor = decodeCursor(text)
  if (!cursor || cursor.key.length !== order.length) return undefined
  const fits = order.every(({ field }, index) => isCursorKey(field, cursor.key[index]))
  return fits ? { ...cursor, key: cursor.key as KeyValue[] } : undefined
}
