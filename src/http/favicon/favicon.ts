/** The sign of the service in tabs and bookmarks, where browsers look for it. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { LIFETIMES } from '../respond.ts'

const read = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url))

export function serveFavicon(app: FastifyInstance): void {
  for (const [name, type] of [
    ['favicon.svg', 'image/svg+xml; charset=utf-8'],
    ['favicon.ico', 'image/x-icon']
  ] as const) {
    const body = read(name)
    app.get(`/${name}`, (_request, reply) =>
      reply
        .headers({ 'cache-control': LIFETIMES.hour, 'content-security-policy': "default-src 'none'; sandbox" })
        .type(type)
        .send(body)
    )
  }
}
