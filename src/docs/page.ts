/** The interactive documentation: Swagger UI on the document of one language. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import { type AssetFile, assetFile, serveAssets } from '../http/assets.ts'
import type { Words } from '../resource/field.ts'
import { LANGS, type Lang, typeset, wordsIn } from '../resource/language.ts'
import { alternates, DOCS_PATH, inLanguage, QUERY_PAGE } from '../resource/links.ts'
import { TITLE } from '../v1/index.ts'
import { documentationLanguage } from './language.ts'

const ASSETS = `${DOCS_PATH}/assets`

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const NAMES: Record<Lang, string> = { en: 'English', fr: 'Français' }

const WORDS = {
  title: ['documentation', 'documentation'],
  explorer: ['Explorer', 'Explorateur'],
  query: ['Explain a query', 'Expliquer une requête'],
  note: [
    '',
    'Les boutons et les rubriques de Swagger UI n’existent qu’en anglais ; les erreurs de l’API sont écrites en anglais aussi.'
  ],
  groups: ['Groups of addresses', 'Groupes d’adresses'],
  failed: [
    'The OpenAPI document does not come just now. Please load the page again in a minute.',
    'Le document OpenAPI n’arrive pas pour l’instant. Veuillez recharger la page dans une minute.'
  ],
  example: ['Example:', 'Exemple :'],
  script: [
    'This page needs JavaScript. The same is told by the OpenAPI document and, without script, by the pages of the datasets.',
    'Cette page a besoin de JavaScript. Le document OpenAPI dit la même chose et, sans script, les pages des jeux de données.'
  ]
} as const satisfies Record<string, Words>

const own = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url))
/** Swagger UI as Fastify packs it: the package of its makers reports every installation to a third party. */
const swaggerUi = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`@fastify/swagger-ui/static/${name}`))

type Assets = { styles: AssetFile[]; library: AssetFile; script: AssetFile }

const page = (prefix: string, { styles, library, script }: Assets, lang: Lang): string => {
  const say = (name: keyof typeof WORDS) => typeset(wordsIn(WORDS[name], lang), lang)
  const document = (suffix: string) => inLanguage(`${prefix}/openapi.${suffix}`, lang)
  const others = LANGS.filter(other => other !== lang).map(
    other => `<a href="${inLanguage(DOCS_PATH, other)}" hreflang="${other}" lang="${other}">${NAMES[other]}</a>`
  )
  const note = say('note')
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE} – ${say('title')}</title>
${alternates(DOCS_PATH)
  .map(({ hreflang, href }) => `<link rel="alternate" hreflang="${hreflang}" href="${href}">`)
  .join('\n')}
<link rel="icon" href="data:,">
<link rel="service-desc" type="application/openapi+json" href="${document('json')}">
${styles.map(({ path }) => `<link rel="stylesheet" href="${path}">`).join('\n')}
<script defer src="${library.path}"></script>
<script type="module" src="${script.path}"></script>
</head>
<body data-example="${say('example')}" data-failed="${say('failed')}">
<header><a href="/">${TITLE}</a> <a href="/explorer/${lang}">${say('explorer')}</a> <a href="${inLanguage(QUERY_PAGE, lang)}">${say('query')}</a> <a href="${document('json')}">OpenAPI JSON</a> <a href="${document('yaml')}">YAML</a> ${others.join(' ')}</header>
<main>
${note ? `<p>${note}</p>` : ''}
<noscript><p>${say('script')} <a href="${document('yaml')}">OpenAPI</a> · <a href="/">${TITLE}</a></p></noscript>
<nav aria-label="${say('groups')}"></nav>
<div id="swagger-ui"></div>
</main>
</body>
</html>
`
}

/** Serves the page and what it is made of; `prefix` is where the documents are. */
export function serveDocumentation(app: FastifyInstance, prefix: string): void {
  const file = (name: string, suffix: 'css' | 'js', body: Buffer) => assetFile(ASSETS, name, suffix, body)
  const styles = [file('swagger-ui', 'css', swaggerUi('swagger-ui.css')), file('docs', 'css', own('docs.css'))]
  const library = file('swagger-ui', 'js', swaggerUi('swagger-ui-bundle.js'))
  const script = file('docs', 'js', own('docs.js'))
  serveAssets(app, [...styles, library, script])
  for (const path of [DOCS_PATH, `${DOCS_PATH}/`]) {
    app.get(path, (request, reply) => {
      const lang = documentationLanguage(request, reply)
      return reply
        .header('content-security-policy', POLICY)
        .type('text/html; charset=utf-8')
        .send(page(prefix, { styles, library, script }, lang))
    })
  }
}
