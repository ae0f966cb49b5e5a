/** Addresses that lead nowhere, and methods that do not exist: told apart, and answered with the nearest that do. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import findMyWay from 'find-my-way'
import { nearest } from './nearest.ts'
import { Problem } from './problems.ts'

const METHODS = 'GET, HEAD, OPTIONS'

/** Registers the 404 and 405 answers; call it before the routes, so that it learns of them. */
export function answerUnknown(app: FastifyInstance): void {
  const readable = findMyWay()
  const paths = new Set<string>()
  app.addHook('onRoute', ({ method, url }) => {
    if (![method].flat().includes('GET')) return
    readable.on('GET', url, () => {})
    if (!/[:*]/.test(url)) paths.add(url)
  })

  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    const path = (request.raw.url ?? '').split('?')[0] ?? ''
    if (readable.find('GET', path)) {
      reply.header('allow', METHODS)
      if (request.method === 'OPTIONS') return reply.code(204).send()
      throw new Problem('method-not-allowed', `${request.method} is not understood here.`, {
        errors: [{ detail: 'The methods there are.', allowed: METHODS.split(', ') }],
        headers: { allow: METHODS }
      })
    }
    const near = nearest(path, paths)
    const unslashed = path.replace(/\/+$/, '')
    if (unslashed !== path && paths.has(unslashed)) near.unshift(unslashed)
    const short = path.length > 200 ? `${path.slice(0, 199)}…` : path
    throw new Problem('not-found', `There is nothing at ${short}.`, {
      errors:
        near.length > 0
          ? [{ detail: 'The nearest addresses that exist.', nearest: [...new Set(near)].slice(0, 5) }]
          : []
    })
  }

  app.setNotFoundHandler(refuse)
  // Before a body is read, so that no method that writes gets further than its first line.
  app.addHook('onRequest', async (request, reply) => {
    if (!METHODS.includes(request.method)) refuse(request, reply)
  })
}
