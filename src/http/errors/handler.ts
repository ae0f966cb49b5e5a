/** The one door through which failures leave: a page for people, RFC 9457 for programs. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { PAGE_POLICY } from '../../html/page.ts'
import { languageOf } from '../../i18n/negotiation.ts'
import { prefersHtml } from '../negotiate.ts'
import { originOf } from '../origin.ts'
import { standardHeaders } from '../standard-headers.ts'
import { addVary } from '../vary.ts'
import { problemHtml } from './problem-html.ts'
import { PROBLEMS, Problem, problemBody } from './problems.ts'

/** Fastify's own errors that a client causes, by its code or status. */
const known = (error: FastifyError): Problem | undefined => {
  if (error.statusCode === 413) return new Problem('payload-too-large', 'The body is larger than this address takes.')
  if (error.statusCode === 415)
    return new Problem('unsupported-media-type', 'The body is not application/x-www-form-urlencoded.')
  if (error.code === 'FST_ERR_MAX_LIMIT_REACHED')
    return new Problem('uri-too-long', 'A part of the address is too long.')
  if (error.statusCode === 414) return new Problem('uri-too-long', 'The address is too long.')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('invalid-request', 'The request is not well-formed HTTP.')
  }
  return undefined
}

export type Answering = {
  /** Where a proxy hides our address. */
  publicUrl: string | undefined
  version: string
  /** The page that explains the question in an address, where it asks for data. */
  explained: (address: string) => string | undefined
}

/** The error handler of the whole service. */
export const handleError =
  ({ publicUrl, version, explained }: Answering) =>
  (thrown: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem =
      thrown instanceof Problem
        ? thrown
        : (known(thrown) ?? new Problem('internal-error', 'An unexpected error occurred.', { cause: thrown }))
    const { status } = PROBLEMS[problem.code]
    const cause = problem.cause ?? (thrown instanceof Problem ? undefined : thrown)
    if (status >= 500) request.log.error({ err: cause ?? problem }, problem.message)
    for (const name of [
      'etag',
      'last-modified',
      'content-disposition',
      'data-release',
      'row-count',
      'link',
      'accept-ranges',
      'repr-digest'
    ])
      reply.removeHeader(name)
    reply
      .code(status)
      .headers({ ...standardHeaders(request, version), 'cache-control': 'no-store', ...problem.headers })
    addVary(reply, 'Accept')
    if (prefersHtml(request.headers.accept)) {
      const lang = languageOf(undefined, request.headers['accept-language'])
      addVary(reply, 'Accept-Language')
      return reply
        .headers({ 'content-language': lang, 'content-security-policy': PAGE_POLICY })
        .type('text/html; charset=utf-8')
        .send(
          problemHtml(problem, {
            lang,
            address: request.raw.url ?? '',
            instance: `urn:request:${request.id}`,
            explained
          })
        )
    }
    // As bytes: Fastify adds a charset to JSON text, which this media type does not have.
    return reply
      .header('content-type', 'application/problem+json')
      .send(
        Buffer.from(JSON.stringify(problemBody(problem, originOf(request, publicUrl), `urn:request:${request.id}`)))
      )
  }
