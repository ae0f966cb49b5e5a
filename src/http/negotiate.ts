/** Which representation a request wants. */
import Negotiator from 'negotiator'
import { Problem } from './errors/problems.ts'

export type MediaChoice<F> = {
  /** From the suffix or the `format` parameter; they win over the header. */
  asked: F | undefined
  accept: string | undefined
  /** Where the same is found in a format, whatever the header says. */
  addressOf?: (format: F) => string
}

type Offer = { mediaType: string; contentType: string }

/** Media ranges without their parameters, but for the weight (RFC 9110, 12.5.1). */
const withoutParameters = (accept: string) =>
  accept
    .split(',')
    .map(range =>
      range
        .split(';')
        .filter((part, index) => index === 0 || /^\s*q\s*=/i.test(part))
        .join(';')
    )
    .join(',')

const bestOf = (accept: string, types: string[]) => new Negotiator({ headers: { accept } }).mediaType(types)

/** Whether a reader wants a page rather than what programs read: the Accept header names HTML, and JSON not before it. */
export const prefersHtml = (accept: string | undefined): boolean =>
  accept !== undefined &&
  /html/i.test(accept) &&
  bestOf(withoutParameters(accept), ['application/json', 'application/problem+json', 'text/html']) === 'text/html'

/**
 * The format the Accept header likes best; without a header the first there is. Parameters of a media range choose
 * among what has them, such as our own Content-Type; those that nothing here has are not held against it. A 406 Problem
 * when none fits.
 */
export function negotiate<F extends Offer>({ asked, accept, addressOf }: MediaChoice<F>, formats: readonly F[]): F {
  const [first] = formats
  if (asked) return asked
  if (!accept && first) return first
  const header = accept ?? ''
  const whole = bestOf(
    header,
    formats.map(({ contentType }) => contentType)
  )
  const bare =
    whole ??
    bestOf(
      withoutParameters(header),
      formats.map(({ mediaType }) => mediaType)
    )
  const chosen = formats.find(({ contentType, mediaType }) => contentType === whole || mediaType === bare)
  if (chosen) return chosen
  throw new Problem('not-acceptable', 'The Accept header fits none of the formats of this address.', {
    ways: addressOf ? formats.map(format => ({ href: addressOf(format), text: format.mediaType })) : [],
    errors: [
      {
        parameter: 'Accept',
        detail: 'None of the types it lists is available here.',
        allowed: formats.map(({ mediaType }) => mediaType)
      }
    ]
  })
}
