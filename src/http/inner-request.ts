/** Requests that the service makes of itself to answer one of a client: a page asks the API several times. */
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const NAME = 'x-inner-request'
/** New in every process, and said to nobody: no client can claim to be the service. */
const SECRET = randomUUID()

/** Marks a request as part of another, which was counted, admitted and will be logged. */
export const INNER = { [NAME]: SECRET }

/** Is the request part of another? */
export const isInner = ({ headers }: { headers: IncomingHttpHeaders }): boolean => headers[NAME] === SECRET
