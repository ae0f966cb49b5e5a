/** The program as a digest: what the bytes of an answer depend on beside its address and its release. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
/** The definitions, the code and the texts, the published document, and the versions of what is installed. */
const PARTS = ['src', 'openapi/v1.json', 'openapi/v1.fr.json', 'package.json', 'package-lock.json']
const DIGEST_CHARACTERS = 16

const filesOf = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap(name => filesOf(join(path, name)))
    : [path]

/**
 * Differs whenever the program may write other bytes: after any change of it, of a package, or of what Node brings along
 * for compressing, formatting and sorting. Made once, at the start.
 */
export function programDigest(root = ROOT): string {
  const hash = createHash('sha256')
  const present = PARTS.map(part => join(root, part)).filter(path => existsSync(path))
  for (const file of present.flatMap(filesOf)) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  const { node, zlib, brotli, icu, unicode } = process.versions
  return hash
    .update(JSON.stringify({ node, zlib, brotli, icu, unicode }))
    .digest('base64url')
    .slice(0, DIGEST_CHARACTERS)
}
