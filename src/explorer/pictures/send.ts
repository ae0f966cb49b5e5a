/** Answers with a picture. */

import type { FastifyReply } from 'fastify'
import { LIFETIMES } from '../../http/respond.ts'
import type { Picture } from '../charts/picture.ts'
import { fileNameOf } from '../charts/title.ts'
import type { PageContext } from '../page-context.ts'
import type { Renderer } from './renderer.ts'

/** A picture may be opened by itself: nothing in it is ever run. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** As SVG, or as PNG where the picture says how wide. */
export async function sendPicture(
  visit: PageContext,
  { title, svg, width }: Picture,
  renderer: Renderer,
  reply: FastifyReply
): Promise<FastifyReply> {
  const body = width === undefined ? svg : await renderer.png(svg, width)
  const [suffix, type] = width === undefined ? ['svg', 'image/svg+xml; charset=utf-8'] : ['png', 'image/png']
  return reply
    .headers({
      'content-security-policy': POLICY,
      'content-language': visit.lang,
      'cache-control': LIFETIMES.short,
      'data-release': visit.release.id,
      'content-disposition': `inline; filename="${fileNameOf(title, visit.release.id)}.${suffix}"`
    })
    .type(type)
    .send(body)
}
