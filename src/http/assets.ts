/** Stylesheets and scripts, under addresses that change when they do. */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { LIFETIMES } from './respond.ts'

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const

export type AssetFile = { path: string; body: string | Buffer; type: string }

/** A file to serve in a folder of addresses; `name` has no suffix. */
export const assetFile = (
  folder: string,
  name: string,
  suffix: keyof typeof TYPES,
  body: AssetFile['body']
): AssetFile => ({
  path: `${folder}/${name}-${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${suffix}`,
  body,
  type: TYPES[suffix]
})

/** What an address gives can be kept for ever, since a changed file has another. */
export function serveAssets(app: FastifyInstance, files: readonly AssetFile[]): void {
  for (const { path, body, type } of files) {
    app.get(path, (_request, reply) => reply.header('cache-control', LIFETIMES.immutable).type(type).send(body))
  }
}
