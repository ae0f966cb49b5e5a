/** What each edition of OGP's files says of a row: from all of them follows the row, whatever the order they came in. */
import { jsonb } from 'drizzle-orm/pg-core'
import { code, slug, text } from '../columns.ts'
import { edition_ids, origin, versioned } from '../versioned.ts'

/** The databases that OGP publishes; both may speak of one action plan. */
export const DATABASES = ['commitments', 'process'] as const

export const edition_statements = versioned('edition_statements', {
  /** The table and the id of the row that is spoken of. */
  subject: text().notNull(),
  row: slug().notNull(),
  edition: slug()
    .notNull()
    .references(() => edition_ids.id),
  database: code(DATABASES).notNull(),
  /** Values by column; what the edition leaves open is absent. */
  facts: jsonb().notNull(),
  ...origin()
})
