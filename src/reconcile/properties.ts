/** Properties of entities: the columns of their datasets. */
import type { EntityType } from './types.ts'

export const MAX_PROPOSALS = 1000

export type Property = { id: string; name: string; description: string }

/** The columns of these types, each once. */
export const propertiesOf = (types: readonly EntityType[]): Property[] => {
  const all = new Map<string, Property>()
  for (const { dataset } of types) {
    for (const [id, { label, meaning }] of Object.entries(dataset.fields)) {
      if (!all.has(id)) all.set(id, { id, name: label[0], description: meaning[0] })
    }
  }
  return [...all.values()]
}
