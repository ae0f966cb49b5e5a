/** The pages that the `type` of a problem leads to. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { html, joined, withCode } from '../../html/html.ts'
import { PAGE_POLICY, page, STYLE, STYLE_PATH } from '../../html/page.ts'
import { LIFETIMES } from '../respond.ts'
import { PROBLEMS, Problem, type ProblemCode } from './problems.ts'

const PATH = '/docs/problems'

export const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .headers({ 'cache-control': LIFETIMES.hour, 'content-security-policy': PAGE_POLICY })
    .type('text/html; charset=utf-8')
    .send(html)

const explain = (code: ProblemCode) => {
  const { status, title, explanation } = PROBLEMS[code]
  return page({
    title,
    lang: 'en',
    path: `${PATH}/${code}`,
    body: html`<h1>${title}</h1>
<p class="soft">Status ${status}, code <code>${code}</code></p>
<p>${withCode(explanation)}</p>
<p><a href="${PATH}">All problems</a></p>`
  })
}

const overview = () =>
  page({
    title: 'Problems',
    lang: 'en',
    path: PATH,
    body: html`<h1>Problems</h1>
<p>Every failed request is answered with <code>application/problem+json</code> (RFC 9457). Its <code>code</code> never changes and is one of these.</p>
<div class="wide"><table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>
${joined(
  Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      html`<tr><td><a href="${PATH}/${code}">${code}</a></td><td>${status}</td><td>${title}</td></tr>`
  ),
  '\n'
)}
</tbody></table></div>`
  })

export function serveExplanations(app: FastifyInstance): void {
  app.get(STYLE_PATH, (_request, reply) =>
    reply.header('cache-control', LIFETIMES.hour).type('text/css; charset=utf-8').send(STYLE)
  )
  app.get(PATH, (_request, reply) => sendPage(reply, overview()))
  app.get(`${PATH}/:code`, (request, reply) => {
    const { code } = request.params as { code: string }
    if (!Object.hasOwn(PROBLEMS, code)) {
      throw new Problem('not-found', 'No kind of problem has this code.', {
        errors: [{ detail: 'The codes there are.', allowed: Object.keys(PROBLEMS) }]
      })
    }
    return sendPage(reply, explain(code as ProblemCode))
  })
}
