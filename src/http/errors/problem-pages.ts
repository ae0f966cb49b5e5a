/** The pages that the `type` of a problem leads to. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html, joined, withCode } from '../../html/html.ts'
import { PAGE_POLICY, page, STYLE, STYLE_PATH } from '../../html/page.ts'
import { languageOf } from '../../i18n/negotiation.ts'
import { SPEECH, type Speech } from '../../i18n/speech.ts'
import type { Words } from '../../i18n/words.ts'
import { LIFETIMES } from '../respond.ts'
import { addVary } from '../vary.ts'
import { FRENCH } from './problem-words.ts'
import { PROBLEMS, Problem, type ProblemCode } from './problems.ts'

const PATH = '/docs/problems'

const WORDS = {
  problems: ['Problems', 'Problèmes'],
  all: ['All problems', 'Tous les problèmes'],
  lead: [
    'Every failed request of a program is answered with `application/problem+json` (RFC 9457). Its `code` never changes and is one of these. A reader who prefers HTML gets the same as a page.',
    'Toute requête d’un programme qui échoue reçoit `application/problem+json` (RFC 9457). Son `code` ne change jamais et figure dans cette liste. Qui préfère le HTML reçoit la même chose en page.'
  ],
  code: ['Code', 'Code'],
  status: ['Status', 'Statut'],
  meaning: ['Meaning', 'Signification']
} as const satisfies Record<string, Words>

const CODES = Object.keys(PROBLEMS) as ProblemCode[]

const titleOf = (code: ProblemCode, { say }: Speech) => say([PROBLEMS[code].title, FRENCH[code].title])

const explain = (code: ProblemCode, speech: Speech) => {
  const { say, lang } = speech
  const { status, explanation } = PROBLEMS[code]
  const title = titleOf(code, speech)
  return page({
    title,
    lang,
    path: `${PATH}/${code}`,
    body: html`<h1>${title}</h1>
<p class="soft">${say(WORDS.status)} ${status}, ${say(WORDS.code).toLowerCase()} <code>${code}</code></p>
<p>${withCode(say([explanation, FRENCH[code].explanation]))}</p>
<p><a href="${PATH}">${say(WORDS.all)}</a></p>`
  })
}

const overview = (speech: Speech) => {
  const { say, lang } = speech
  const rows = CODES.map(
    code =>
      html`<tr><td><a href="${PATH}/${code}">${code}</a></td><td>${PROBLEMS[code].status}</td><td>${titleOf(code, speech)}</td></tr>`
  )
  return page({
    title: say(WORDS.problems),
    lang,
    path: PATH,
    body: html`<h1>${say(WORDS.problems)}</h1>
<p>${withCode(say(WORDS.lead))}</p>
<div class="wide"><table><thead><tr><th scope="col">${say(WORDS.code)}</th><th scope="col">${say(WORDS.status)}</th><th scope="col">${say(WORDS.meaning)}</th></tr></thead><tbody>
${joined(rows, '\n')}
</tbody></table></div>`
  })
}

function sendPage(request: FastifyRequest, reply: FastifyReply, make: (speech: Speech) => string): FastifyReply {
  const lang = languageOf(undefined, request.headers['accept-language'])
  addVary(reply, 'Accept-Language')
  return reply
    .headers({
      'cache-control': LIFETIMES.hour,
      'content-security-policy': PAGE_POLICY,
      'content-language': lang
    })
    .type('text/html; charset=utf-8')
    .send(make(SPEECH[lang]))
}

export function serveExplanations(app: FastifyInstance): void {
  app.get(STYLE_PATH, (_request, reply) =>
    reply.header('cache-control', LIFETIMES.hour).type('text/css; charset=utf-8').send(STYLE)
  )
  app.get(PATH, (request, reply) => sendPage(request, reply, overview))
  app.get(`${PATH}/:code`, (request, reply) => {
    const { code } = request.params as { code: string }
    if (!Object.hasOwn(PROBLEMS, code)) {
      throw new Problem('not-found', 'No kind of problem has this code.', {
        errors: [{ detail: 'The codes there are.', allowed: CODES }]
      })
    }
    return sendPage(request, reply, speech => explain(code as ProblemCode, speech))
  })
}
