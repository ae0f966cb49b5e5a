/** Pages for people: no script, readable at any width, in light and dark, with one header and footer in both languages. */

import { LANGS, LANGUAGE_NAMES, type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'
import { type Html, html } from './html.ts'

export const STYLE = `:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#57606a;--line:#d0d7de;--link:#0b57d0}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9aa4af;--line:#30363d;--link:#7cb0ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:0 1rem 4rem;color:var(--ink);background:var(--paper);font:1rem/1.6 system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}
a{color:var(--link)}code{font-size:.95em;overflow-wrap:anywhere}
h1,p a,dd a,li a{overflow-wrap:anywhere}
p.lead{font-size:1.1rem}dt{color:var(--soft)}dd{margin:0 0 .5rem}p.soft,td.soft{color:var(--soft)}
div.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
pre{overflow-x:auto;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.4rem}pre code{overflow-wrap:normal}
h3{font-size:1rem;margin:1.25rem 0 .25rem}h3 small{font-weight:normal}
input,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;padding:.25rem .5rem;max-width:100%}
td.links a{margin-right:.75rem;white-space:nowrap}
.site{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:.75rem 0;border-bottom:1px solid var(--line)}
.site a{padding-block:.125rem}.site a:first-child{font-weight:bold}.site .languages{margin-left:auto}
.skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:.5rem;z-index:1;padding:.5rem 1rem;background:var(--paper)}
main:focus{outline:none}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.95rem}
`

/** The sign of the service: as a drawing, and for browsers and programs that take none. */
export const ICON = html`<link rel="icon" href="/favicon.ico" sizes="32x32"><link rel="icon" href="/favicon.svg" type="image/svg+xml">`

export const STYLE_PATH = '/docs/style.css'
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const SITE = 'OGP Open Data'

/** Where a reader goes from every page. */
const NAVIGATION: readonly { href: (lang: Lang) => string; words: Words }[] = [
  { href: lang => `/explorer/${lang}`, words: ['Explorer', 'Explorateur'] },
  { href: lang => `/docs?lang=${lang}`, words: ['API documentation', 'Documentation de l’API'] },
  { href: lang => `/docs/query?lang=${lang}`, words: ['Explain a query', 'Expliquer une requête'] }
]
const MAIN: Words = ['Main', 'Principale']
const SKIP: Words = ['Skip to content', 'Aller au contenu']
const SOURCE: Words = [
  'Data: Open Government Partnership and its Independent Reporting Mechanism, and the sources that each row names. Licence of the compilation:',
  'Données : Partenariat pour un gouvernement ouvert et son Mécanisme d’évaluation indépendant, et les sources que chaque ligne nomme. Licence de la compilation :'
]

/** The address of the same page in another language. */
export type InLanguage = (lang: Lang) => string

/** The head of every page: the way to its content, to the other pages, and to itself in the other languages. */
export const siteHeader = (lang: Lang, path: string, inLanguage?: InLanguage): Html =>
  html`<a class="skip" href="#main">${wordsIn(SKIP, lang)}</a>
<header><nav class="site" aria-label="${wordsIn(MAIN, lang)}"><a href="/?lang=${lang}">${SITE}</a> ${NAVIGATION.map(
    ({ href, words }) =>
      html`<a href="${href(lang)}"${href(lang).split('?')[0] === path && html` aria-current="page"`}>${wordsIn(words, lang)}</a> `
  )}${
    inLanguage &&
    LANGS.filter(other => other !== lang).map(
      other =>
        html`<a class="languages" href="${inLanguage(other)}" hreflang="${other}" lang="${other}">${LANGUAGE_NAMES[other]}</a>`
    )
  }</nav></header>`

export const siteFooter = (lang: Lang): Html =>
  html`<footer><p>${typeset(wordsIn(SOURCE, lang), lang)} <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>.</p></footer>`

type Document = {
  title: string
  body: Html
  lang: Lang
  /** Stands behind what every page has in its head. */
  head?: Html
}

/** A whole page without header and footer, for a frame. */
export const bareDocument = ({ title, body, head, lang }: Document): string =>
  html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${ICON}
<link rel="stylesheet" href="${STYLE_PATH}">${head}
</head>
<body>
${body}
</body>
</html>
`.text

/** A whole page: `path` is its address, `inLanguage` leads to it in other languages, where it has any. */
export const page = ({
  title,
  body,
  lang,
  path,
  inLanguage,
  ...rest
}: Document & { path: string; inLanguage?: InLanguage }): string =>
  bareDocument({
    ...rest,
    lang,
    title: title === SITE ? SITE : `${title} – ${SITE}`,
    body: html`${siteHeader(lang, path, inLanguage)}
<main id="main" tabindex="-1">
${body}
</main>
${siteFooter(lang)}`
  })
