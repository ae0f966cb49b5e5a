/** The published OpenAPI document: what the routes say, with examples that the seeds really give. */
import { sql } from 'drizzle-orm'
import type { App } from '../src/app.ts'
import { EXAMPLE_ORIGIN } from '../src/docs/documents.ts'
import { completeOrder } from '../src/engine/sql/order-by.ts'
import { idOf, selectRows } from '../src/engine/sql/select.ts'
import { PROBLEMS, Problem, problemBody } from '../src/http/errors/problems.ts'
import { addAnswers } from './answer-examples.ts'
import type { Document } from './generated.ts'
import { addValues } from './parameter-examples.ts'
import { problemOf } from './responses.ts'

/** Adds examples to a gathered document, from a service that holds exactly the seeds. */
export async function generate(app: App, gathered: Record<string, unknown>): Promise<Document> {
  const document = structuredClone(gathered) as Document
  const ids = await exampleIds(app)
  await addValues(app, document, ids)
  await addAnswers(app, document, ids)
  addProblems(document)
  return document
}

/** The first id of every dataset in its own order. */
async function exampleIds({ service }: App): Promise<Map<string, string>> {
  const { seq } = service.releases.current()
  const entries = service.datasets.map(async dataset => {
    const order = completeOrder(dataset, undefined)
    const listing = { dataset, seq, conditions: new Map(), columns: ['id'], order, limit: 1 }
    const [row] = await service.reader.rows<{ id: string }>(
      selectRows(listing, () => sql`${idOf(dataset)} as id`),
      seq
    )
    return row && ([dataset.name, row.id] as const)
  })
  return new Map((await Promise.all(entries)).filter(entry => entry !== undefined))
}

const FAULTS = [
  {
    parameter: 'limt',
    detail: '"limt" is not a parameter of this address.',
    allowed: ['limit', 'sort'],
    nearest: ['limit']
  }
]

function addProblems({ components }: Document): void {
  for (const [name, { content = {} }] of Object.entries(components.responses)) {
    const code = problemOf(name)
    if (!code) continue
    const problem = new Problem(code, `${PROBLEMS[code].title}.`, code === 'invalid-request' ? { errors: FAULTS } : {})
    const media = content['application/problem+json']
    if (media) media.example = problemBody(problem, EXAMPLE_ORIGIN, 'urn:request:3d9a0c1e-5a0b-4f6e-9d0f-2f6f2b8f3a11')
  }
}
