/** A document as the files it is published as. */
import { stringify } from 'yaml'

export type Written = { json: string; yaml: string }

/** Every text on one line, and nothing by reference but what the document itself refers to. */
export const written = (document: unknown): Written => ({
  json: `${JSON.stringify(document, null, 2)}\n`,
  yaml: stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })
})
