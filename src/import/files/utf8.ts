/** Tells UTF-8 with a few wrong bytes from text in a single-byte encoding. */

/** In a single-byte encoding an accented letter and the sign behind it are seldom a sequence of UTF-8. */
const SEQUENCES_TO_DAMAGE = 0.1

export type Damage = { line: number; byte: number; count: number }

/** How many bytes follow this first byte of a sequence of RFC 3629; undefined where it begins none. */
const following = (byte: number): number | undefined =>
  byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : undefined

/** The first wrong byte, where the bytes are UTF-8 otherwise; undefined where they are in another encoding. */
export async function findDamage(chunks: AsyncIterable<Uint8Array>): Promise<Damage | undefined> {
  let line = 1
  let sequences = 0
  let expected = 0
  let first = 0
  let damage: Damage | undefined
  const wrong = (byte: number) => {
    damage ??= { line, byte, count: 0 }
    damage.count++
  }
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (expected > 0) {
        if ((byte & 0xc0) === 0x80) {
          if (--expected === 0) sequences++
          continue
        }
        expected = 0
        wrong(first)
      }
      if (byte === 0x0a) line++
      if (byte < 0x80) continue
      first = byte
      const more = following(byte)
      if (more) expected = more
      else wrong(byte)
    }
  }
  if (expected > 0) wrong(first)
  return damage && sequences > damage.count * SEQUENCES_TO_DAMAGE ? damage : undefined
}
