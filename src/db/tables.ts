/** Every versioned table by name, in the order in which loading them needs no table that comes later. */
import * as brochure from './schema/brochure.ts'
import * as commitments from './schema/commitments.ts'
import * as membership from './schema/membership.ts'
import * as reference from './schema/reference.ts'
import { edition_statements } from './schema/statements.ts'

export const tables = { ...reference, ...membership, ...commitments, ...brochure, edition_statements }
export type TableName = keyof typeof tables
export type VersionedTable = (typeof tables)[TableName]
