/** What is known of the membership of a country. */

import type { Row } from '../api.ts'
import type { PageContext } from '../page-context.ts'

/** The day a country became a member, as OGP's page of it says, else that of the announcement it joined with. */
export function sinceOf({ say, date }: PageContext, member: Row | undefined): string | undefined {
  const since = member?.member_since ?? member?.joined
  if (!since) return undefined
  const doubt = member?.confidence === 'disputed' ? say([' (sources disagree)', ' (les sources divergent)']) : ''
  return `${date(String(since))}${doubt}`
}
