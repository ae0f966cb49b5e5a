/** What is asked through Prism. */
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { DOCUMENT, templateOf } from '../contract.ts'
import { requests } from '../fuzz.ts'
import type { Recorded } from '../traffic.ts'

/** Always the same choice, and the same random requests. */
const SEED = 20161207

const asked = (url: string, accept: string | undefined): Recorded => ({
  method: 'GET',
  url,
  headers: accept === undefined ? {} : { accept }
})

type Examples = Record<string, { summary?: string }>

/** The requests whose answers the document shows. */
export const examples = (): Recorded[] =>
  Object.values(DOCUMENT.paths).flatMap(({ get }) =>
    Object.entries((get?.responses['200']?.content ?? {}) as Record<string, { examples?: Examples }>).flatMap(
      ([type, { examples }]) =>
        Object.values(examples ?? {}).flatMap(({ summary }) =>
          summary?.startsWith('GET ') ? [asked(summary.slice('GET '.length), type)] : []
        )
    )
  )

/** Requests made of the document's parameters: mostly right, often wrong. */
export const random = (number: number): Recorded[] =>
  fc.sample(requests(DOCUMENT), { numRuns: number, seed: SEED }).map(({ url, accept }) => asked(url, accept))

/** The different requests of a recording; HEAD stands for the GET it asks about, since the document lists GET alone. */
export async function recorded(file: string): Promise<Recorded[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean)
  const different = new Set(lines.map(line => line.replace('"method":"HEAD"', '"method":"GET"')))
  return [...different].sort().map(line => JSON.parse(line))
}

const operationOf = ({ method, url }: Recorded) => `${method} ${templateOf(url)}`

/** How many different operations are asked for. */
export const operationsOf = (all: readonly Recorded[]): number => new Set(all.map(operationOf)).size

/** At most so many of the requests, as many of each operation as there are or as of any other. */
export function sampled(all: readonly Recorded[], number: number): Recorded[] {
  const operations = new Map<string, Recorded[]>()
  const whole = { minLength: all.length, maxLength: all.length }
  for (const request of fc.sample(fc.shuffledSubarray([...all], whole), { numRuns: 1, seed: SEED })[0] ?? []) {
    const operation = operationOf(request)
    operations.set(operation, [...(operations.get(operation) ?? []), request])
  }
  const turns = [...operations.values()].flatMap(its => its.map((request, turn) => ({ request, turn })))
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, number)
    .map(({ request }) => request)
}
