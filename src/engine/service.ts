/** What the routes of a version share. */
import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Lang } from '../i18n/words.ts'
import type { Copies } from './columns/copies.ts'
import type { Dataset } from './definition/dataset.ts'
import type { Measured } from './definition/wholes.ts'
import type { Spool } from './export/spool.ts'
import type { Labels } from './labels.ts'
import type { FacetCount } from './list/facets.ts'
import type { Releases } from './releases/registry.ts'
import type { Reader } from './sql/read-pool.ts'

/** Characters of the questions whose totals are known, and those whose extents are: a client can make them long. */
const TOTALS = 4_000_000
const EXTENTS = 1_000_000
/** Values of all facets together. */
const FACETS = 200_000
const DAYS = 1000

export type Service = {
  /** Path in front of every dataset, such as /v1. */
  prefix: string
  publicUrl: string | undefined
  datasets: readonly Dataset[]
  reader: Reader
  releases: Releases
  labels: Labels
  /** The columns of releases that are counted without a statement. */
  copies: Copies
  /** Exports on their way. */
  exports: Spool
  /** Digest of the program: part of every tag, and of the place of release files, since their bytes depend on it. */
  build: string
  license: { name: string; url: string }
  attribution: string
  /**
   * What an address of ours asks, in words, and how it is cited; undefined for one that is no question. A bundle holds
   * both, and the words are those of a layer above.
   */
  cite?: (
    service: Service,
    origin: string,
    address: string,
    lang: Lang
  ) => Promise<{ question: string; citations: { file: string; title: string; text: string }[] } | undefined>
  /**
   * The chart of what an address of ours asks, as SVG, and what it is called; undefined where there is none. A bundle
   * holds it, and it is drawn by a layer above, which asks on behalf of the client. The address names its release;
   * `rows` is how many the bundle has. Throws a Problem where it cannot be drawn now.
   */
  chart?: (
    client: FastifyRequest,
    question: { address: string; origin: string; release: string; rows: number; lang: Lang }
  ) => Promise<{ title: string; svg: string } | undefined>
  /** Row counts by question; a release never changes, so each is counted once. */
  totals: LRUCache<string, number>
  /** What the wholes behind a question are like; found out once, as totals are. */
  extents: LRUCache<string, Measured>
  /** Counts of facets by question, for every page of its rows. */
  facets: LRUCache<string, FacetCount[]>
  /** Columns of whole days by release and dataset. */
  days: LRUCache<string, ReadonlySet<string>>
}

export const createCaches = (): Pick<Service, 'totals' | 'extents' | 'facets' | 'days'> => ({
  totals: new LRUCache({ maxSize: TOTALS, sizeCalculation: (_total, question) => question.length }),
  extents: new LRUCache({ maxSize: EXTENTS, sizeCalculation: (_measured, question) => question.length }),
  facets: new LRUCache({ maxSize: FACETS, sizeCalculation: counts => counts.length + 1 }),
  days: new LRUCache({ max: DAYS })
})
