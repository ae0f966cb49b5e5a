/** The public API, asked as any other client asks it: the Explorer has no other way to the data. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { askInner } from '../http/inner-request.ts'
import { type Parameter, writeParameters } from '../http/query-string.ts'

/** Whether all commitments of the plans asked about are here. */
export type Extent = { status: 'whole' | 'partly_whole' | 'selection' | 'none'; partial_years?: number[] }
export type Row = Record<string, unknown>
export type Bucket = { value: string | number | boolean | null; label: string; count: number }
export type Answer<Data = Row[]> = {
  data: Data
  meta: {
    release: string
    total: number
    returned: number
    updated: string
    attribution: string
    license: string
    /** Where rows belong to plans: whether they are all there are, which the notes say in words. */
    extent?: Extent
    notes?: string[]
  }
  links: Record<string, string | null>
  facets?: Record<string, Bucket[]>
}

/** A problem the API answered with (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  /** Seconds to wait, where the API says. */
  readonly wait: number | undefined
  readonly faults: readonly { parameter?: string; detail: string; nearest?: string[] }[]
  constructor(status: number, problem: { detail?: string; errors?: ApiProblem['faults'] }, wait: number | undefined) {
    super(problem.detail ?? `status ${status}`)
    this.status = status
    this.wait = wait
    this.faults = problem.errors ?? []
  }
}

/** Asks for a path below the root, such as /v1/themes. Throws an ApiProblem for every answer that is none. */
export type Ask = <Data = Row[]>(path: string, parameters?: Iterable<Parameter>) => Promise<Answer<Data>>

/** A client on behalf of one visitor, whose request was counted once: however much a page asks, it costs as one. */
export const askFor =
  (app: FastifyInstance, request: FastifyRequest): Ask =>
  async (path, parameters = []) => {
    const { status, body, retryAfter } = await askInner(app, request, `${path}${writeParameters(parameters)}`)
    if (status < 400) return JSON.parse(body)
    throw new ApiProblem(status, JSON.parse(body), Number(retryAfter) || undefined)
  }
