/** Which representation a request wants. */
import Negotiator from 'negotiator'
import { Problem } from './errors/problems.ts'

export type MediaChoice<F> = {
  /** From the suffix or the `format` parameter; they win over the header. */
  asked: F | undefined
  accept: string | undefined
}

/** The first format the Accept header likes best; without a header the first there is. A 406 Problem when none fits. */
export function negotiate<F extends { mediaType: string }>(
  { asked, accept }: MediaChoice<F>,
  formats: readonly F[]
): F {
  const [first] = formats
  if (asked) return asked
  if (!accept && first) return first
  const types = formats.map(format => format.mediaType)
  const best = new Negotiator({ headers: { accept } }).mediaType(types)
  const chosen = formats.find(format => format.mediaType === best)
  if (chosen) return chosen
  throw new Problem('not-acceptable', 'The Accept header fits none of the formats of this address.', {
    errors: [{ parameter: 'Accept', detail: 'None of the types it lists is available here.', allowed: types }]
  })
}
