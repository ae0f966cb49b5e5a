/** Addresses that lead nowhere, and methods that do not exist: told apart, and answered with the nearest that do. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import findMyWay from 'find-my-way'
import { Problem } from './problems.ts'
import { nearest } from './suggestions.ts'

const METHODS = ['GET', 'HEAD', 'OPTIONS']

const pathOf = (request: FastifyRequest) => (request.raw.url ?? '').split('?')[0] ?? ''

/** Registers the 404 and 405 answers; call it before the routes, so that it learns of them. */
export function answerUnknown(app: FastifyInstance): void {
  const routes = findMyWay()
  const paths = new Set<string>()
  app.addHook('onRoute', ({ method, url }) => {
    const methods = [method].flat()
    if (methods.includes('POST')) routes.on('POST', url, () => {})
    if (!methods.includes('GET')) return
    routes.on('GET', url, () => {})
    if (!/[:*]/.test(url)) paths.add(url)
  })

  const methodsAt = (path: string) => (routes.find('POST', path) ? [...METHODS, 'POST'] : METHODS)

  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request)
    if (routes.find('GET', path)) {
      const methods = methodsAt(path)
      const allow = methods.join(', ')
      reply.header('allow', allow)
      if (request.method === 'OPTIONS') return reply.code(204).send()
      throw new Problem('method-not-allowed', `${request.method} is not understood here.`, {
        errors: [{ detail: 'The methods there are.', allowed: methods }],
        headers: { allow }
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
    if (!methodsAt(pathOf(request)).includes(request.method)) refuse(request, reply)
  })
}
