import { isDeepStrictEqual } from 'node:util'
import type { Test } from 'tap'

/** As `t.same` and stricter, for what is large: tap writes both sides down line by line even where they are equal. */
export function same(t: Test, found: unknown, wanted: unknown, name = 'the same'): void {
  if (isDeepStrictEqual(found, wanted)) t.pass(name)
  else t.strictSame(found, wanted, name)
}
