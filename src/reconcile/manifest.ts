/** What the service says of itself to a client of the Reconciliation Service API 0.2. */
import type { Service } from '../engine/service.ts'
import { API_VERSION } from '../v1/index.ts'
import { HEIGHT, WIDTH } from './preview.ts'
import { MAX_QUERIES } from './queries.ts'
import { type EntityType, shown } from './types.ts'

export const PATH = 'reconcile'

export function manifestOf({ prefix }: Service, types: readonly EntityType[], origin: string): unknown {
  const path = `${prefix}/${PATH}`
  const at = (name: string) => ({ service_url: origin, service_path: `${path}/${name}` })
  const preview = `${origin}${path}/preview?id=`
  return {
    versions: ['0.2'],
    name: 'OGP Open Data',
    identifierSpace: preview,
    schemaSpace: `${origin}${prefix}/`,
    documentation: `${origin}/docs/${PATH}`,
    serviceVersion: API_VERSION,
    defaultTypes: types.map(shown),
    view: { url: `${preview}{{id}}` },
    preview: { url: `${preview}{{id}}`, width: WIDTH, height: HEIGHT },
    suggest: { entity: at('suggest/entity'), type: at('suggest/type'), property: at('suggest/property') },
    extend: { propose_properties: at('properties'), property_settings: [] },
    batchSize: MAX_QUERIES
  }
}
