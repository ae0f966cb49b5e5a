/** Pages for what went wrong: what it is, in the reader's language, and what to do. */

import { html } from '../../html/html.ts'
import type { Words } from '../../i18n/words.ts'
import type { ApiProblem } from '../api.ts'
import { type PageContext, pathOf } from '../page-context.ts'
import type { Page } from '../parts/layout.ts'
import { clip } from '../text.ts'

const KINDS: Record<number, { title: Words; text: Words }> = {
  400: {
    title: [
      'This address asks for something that there is not',
      'Cette adresse demande quelque chose qui n’existe pas'
    ],
    text: ['Part of the address is not known here:', 'Une partie de l’adresse n’est pas connue ici :']
  },
  404: {
    title: ['There is nothing at this address', 'Il n’y a rien à cette adresse'],
    text: [
      'Perhaps it was mistyped, or it is not in this release.',
      'Peut-être une faute de frappe, ou un élément absent de cette version.'
    ]
  },
  410: {
    title: ['This release was withdrawn', 'Cette version a été retirée'],
    text: ['Choose another release below.', 'Choisissez une autre version ci-dessous.']
  },
  429: {
    title: ['Too many requests came from your address', 'Trop de requêtes viennent de votre adresse'],
    text: [
      'Please wait a little; the page comes back by itself.',
      'Veuillez patienter un peu ; la page revient d’elle-même.'
    ]
  },
  503: {
    title: ['The data cannot be read just now', 'Les données ne peuvent être lues pour l’instant'],
    text: [
      'It is not your fault, and nothing is lost. The page comes back by itself, or try again in a minute.',
      'Ce n’est pas de votre fait et rien n’est perdu. La page revient d’elle-même ; sinon, réessayez dans une minute.'
    ]
  }
}
const FAILED = 503

type Reader = Pick<PageContext, 'say' | 'lang' | 'path' | 'asked'>

export function problemPage(reader: Reader, problem: Pick<ApiProblem, 'status' | 'faults' | 'message'>): Page {
  const { say, lang, path, asked } = reader
  const status = problem.status in KINDS ? problem.status : problem.status < 500 ? 400 : FAILED
  const { title, text } = KINDS[status] as { title: Words; text: Words }
  const faults = status === 400 && problem.faults
  return {
    status,
    title: say(title),
    description: say(text),
    body: html`<h1>${say(title)}</h1><p class="lead">${say(text)}</p>
${faults && html`<ul>${faults.map(({ parameter, detail, nearest }) => html`<li lang="en">${parameter && html`<code>${clip(parameter, 100)}</code> – `}<bdi>${clip(detail, 300)}</bdi>${nearest && html` (${nearest.join(', ')}?)`}</li>`)}</ul>`}
<p class="links">${status >= 429 && html`<a class="button" href="${pathOf(lang, path, asked)}">${say(['Try again', 'Réessayer'])}</a> · `}<a href="${pathOf(lang, '')}">${say(['Overview', 'Vue d’ensemble'])}</a> · <a href="/docs?lang=${lang}">${say(['API documentation', 'Documentation de l’API'])}</a></p>`
  }
}

/** An item that the release does not hold, with a way to those it does. */
export function notFound(visit: PageContext, list: 'countries' | 'themes' | 'commitments', id: string): Page {
  const page = problemPage(visit, { status: 404, faults: [], message: '' })
  const words: Words = ['All {what} of release {release}', 'Retour à la liste (version {release})']
  return {
    ...page,
    body: html`${page.body}<p><code>${clip(id, 100)}</code> – <a href="${visit.to(list)}">${visit.say(words, { what: list, release: visit.release.id })}</a></p>`
  }
}
