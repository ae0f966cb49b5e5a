/** The code that puts a view into a page of another site, with the choices that it has. */

import { type Html, html } from '../../html/html.ts'
import type { Parameter } from '../../http/query-string.ts'
import { LANGS, LANGUAGE_NAMES, type Words } from '../../i18n/words.ts'
import { type PageContext, pathOf, SCHEMES, without } from '../page-context.ts'

const SCHEME_WORDS: Record<(typeof SCHEMES)[number], Words> = {
  auto: ['as the reader’s device', 'selon l’appareil du lecteur'],
  light: ['light', 'clair'],
  dark: ['dark', 'sombre']
}

/** What a page says to the page around it: how high it is. Documented in the README. */
export const HEIGHT_MESSAGE = 'ogp-explorer-height'

/** Makes each frame of ours as high as it says it is. */
const listener = (origin: string): string =>
  `<script>addEventListener("message",function(e){if(e.origin===${JSON.stringify(origin)}&&e.data&&e.data.type==="${HEIGHT_MESSAGE}")[].forEach.call(document.getElementsByTagName("iframe"),function(f){if(f.contentWindow===e.source)f.height=e.data.height})})</script>`

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** Height of a frame until it has told its own. */
const HEIGHT = 640

type Embedded = { title: string; path: string; parameters: readonly Parameter[]; key: string }

/** The code, and fields that change it where there is script; without, the address says the same by its parameters. */
export function embedding(visit: PageContext, { title, path, parameters, key }: Embedded): Html {
  const { say, origin, lang, release } = visit
  const kept = without(parameters, 'release', 'cursor')
  const address = `${origin}${pathOf(lang, path, [...kept, ['embed', '1'], ['release', release.id]])}`
  const code = `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="${HEIGHT}" loading="lazy" style="border:0;max-width:100%"></iframe>\n${listener(origin)}`
  const select = (name: string, words: Words, options: readonly (readonly [string, string])[], chosen: string) =>
    html`<label>${say(words)} <select data-embed="${name}" autocomplete="off">${options.map(
      ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`
    )}</select></label> `
  return html`<div class="embedding" hidden data-code="frame-${key}">
${select(
  'lang',
  ['Language', 'Langue'],
  LANGS.map(name => [name, LANGUAGE_NAMES[name]]),
  lang
)}
${select(
  'scheme',
  ['Colours', 'Couleurs'],
  SCHEMES.map(name => [name, say(SCHEME_WORDS[name])]),
  'auto'
)}
${select(
  'width',
  ['Width', 'Largeur'],
  [
    ['100%', say(['that of the page', 'celle de la page'])],
    ...['300', '600', '800', '1200'].map(width => [width, `${width} px`] as const)
  ],
  '100%'
)}
${select(
  'height',
  ['Height', 'Hauteur'],
  [
    ['fit', say(['fits the content', 'selon le contenu'])],
    ...['400', '640', '800', '1200'].map(height => [height, `${height} px`] as const)
  ],
  'fit'
)}
</div>
<p><label for="frame-${key}">${say(['Code for your page', 'Code pour votre page'])}</label><textarea id="frame-${key}" readonly rows="5" spellcheck="false">${code}</textarea><button type="button" data-copy="frame-${key}" hidden>${say(['Copy', 'Copier'])}</button></p>
<p class="note">${say([
    'Links open in a new tab. The script lets the frame be as high as its content; without it the height is the one written. scheme=light or scheme=dark in the address sets the colours.',
    'Les liens s’ouvrent dans un nouvel onglet. Le script donne au cadre la hauteur de son contenu ; sans lui, la hauteur est celle indiquée. scheme=light ou scheme=dark dans l’adresse fixe les couleurs.'
  ])}</p>`
}
