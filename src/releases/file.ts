/** The files that hold a whole release. */
import type { Release } from '../engine/definition/release.ts'

export type ReleaseFile = {
  /** File name; the last part of its address. */
  name: string
  /** What it is, for people. */
  title: string
  media_type: string
  bytes: number
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string
}

export type Manifest = {
  /** The release, and when it was published here: files of another database are not taken for ours. */
  release: string
  published_at: string
  /** Rows by dataset. */
  rows: Record<string, number>
  files: ReleaseFile[]
}

export const MANIFEST = 'manifest.json'

/** What a maker of files needs to know. */
export type Order = {
  databaseUrl: string
  release: Pick<Release, 'seq' | 'id' | 'title' | 'note' | 'date' | 'contract'> & { published_at: string }
  /** An empty folder to write into. */
  folder: string
}

export const archiveName = (release: string): string => `ogp-open-data-${release}.zip`
export const sqliteName = (release: string): string => `ogp-open-data-${release}.sqlite`
