/** A failure as a page: what is wrong, what is allowed, and the ways on. */
import { type Html, html, withCode } from '../../html/html.ts'
import { page } from '../../html/page.ts'
import { SPEECH, type Speech } from '../../i18n/speech.ts'
import type { Lang, Words } from '../../i18n/words.ts'
import { FRENCH } from './problem-words.ts'
import { type Fault, PROBLEMS, type Problem } from './problems.ts'

export type Failed = {
  lang: Lang
  /** What was asked for, from its path on. */
  address: string
  /** The request in the log. */
  instance: string
  explained: (address: string) => string | undefined
}

const SHOWN = 200
const WORDS = {
  allowed: ['Allowed', 'Admis'],
  nearest: ['Nearest', 'Le plus proche'],
  formats: ['What you asked for, as', 'Ce que vous avez demandé, en'],
  again: ['Try again', 'Réessayer'],
  explained: ['This question, explained in words and as code', 'Cette question, expliquée en mots et en code'],
  kind: ['About this kind of problem', 'À propos de ce genre de problème'],
  request: ['Request', 'Demande']
} as const satisfies Record<string, Words>

/** The last part of the path, without a format. */
const NAME = /[^/]+?(?=(\.[a-z]+)?$)/

/** Where a name leads that comes near: an address, or the address that was asked for with this name in it. */
const hrefOf = (name: string, code: string, address: string): string | undefined => {
  if (/^\/(?!\/)/.test(name)) return name
  const [path = ''] = address.split('?')
  return code === 'not-found' ? path.replace(NAME, encodeURIComponent(name)) : undefined
}

const names = (code: string, address: string, all: readonly string[]): Html[] =>
  all.slice(0, SHOWN).map((name, index) => {
    const href = hrefOf(name, code, address)
    return html`${index > 0 && ', '}${href ? html`<a href="${href}">${name}</a>` : html`<code>${name}</code>`}`
  })

function faultItem(
  { say }: Speech,
  problem: Problem,
  address: string,
  { parameter, detail, allowed, nearest }: Fault
): Html {
  // Where a parameter is at fault, the names are its values, and no addresses.
  const list = (all: readonly string[]) => names(parameter ? '' : problem.code, address, all)
  return html`<li>${parameter && html`<code>${parameter}</code> – `}<span lang="en">${detail}</span>${
    nearest && html`<br>${say(WORDS.nearest)}${say([': ', '\u00a0: '])}${list(nearest)}`
  }${allowed && html`<br><span class="soft">${say(WORDS.allowed)}${say([': ', '\u00a0: '])}${list(allowed)}</span>`}</li>`
}

/** The whole page. */
export function problemHtml(problem: Problem, { lang, address, instance, explained }: Failed): string {
  const speech = SPEECH[lang]
  const { say } = speech
  const { status, title, explanation } = PROBLEMS[problem.code]
  const french = FRENCH[problem.code]
  const heading = say([title, french.title])
  const question = explained(address)
  const ways = [
    ...(status === 429 || status >= 500 ? [{ href: address, words: WORDS.again }] : []),
    ...(question ? [{ href: question, words: WORDS.explained }] : []),
    { href: `/docs/problems/${problem.code}`, words: WORDS.kind }
  ]
  const { ways: formats } = problem
  const body = html`<h1>${heading}</h1>
<p class="lead" lang="en">${problem.message.slice(0, 2000)}</p>
${problem.errors.length > 0 && html`<ul>${problem.errors.slice(0, 100).map(fault => faultItem(speech, problem, address, fault))}</ul>`}
${formats.length > 0 && html`<p>${say(WORDS.formats)} ${formats.map(({ href, text }, index) => html`${index > 0 && ' · '}<a href="${href}">${text}</a>`)}</p>`}
<p>${withCode(say([explanation, french.explanation]))}</p>
<p>${ways.map(({ href, words }, index) => html`${index > 0 && ' · '}<a href="${href}">${say(words)}</a>`)}</p>
<p class="soft">${status} · <code>${problem.code}</code> · ${say(WORDS.request)} <code>${instance}</code></p>`
  return page({ lang, title: heading, path: '', body })
}
