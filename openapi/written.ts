/** A document as it is committed: what fits into a line stands on one, so that a change shows as few lines. */
import stringify from 'json-stringify-pretty-compact'

export const written = (document: unknown): string => `${stringify(document, { maxLength: 120 })}\n`
