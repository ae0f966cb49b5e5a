/** The frame of every page of the documentation: head, navigation, languages. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { alternates, DOCS_PATH, inLanguage } from '../engine/links.ts'
import { Html, html } from '../html/html.ts'
import { ICON, STYLE, siteFooter, siteHeader } from '../html/page.ts'
import type { AssetFile } from '../http/assets.ts'
import type { Lang } from '../i18n/words.ts'
import { sayIn, type Word } from './words.ts'

export type Assets = { script: AssetFile }

export type Frame = {
  title: string
  description: string
  /** The address, without a language. */
  path: string
  main: Html
  aside?: Html
  lang: Lang
  prefix: string
  /** Scheme and host that the reader sees: search engines read alternates by whole addresses alone. */
  origin: string
  assets: Assets
}

/** In the page itself: another request would cost a slow line as long again as the page. */
const INLINE_STYLE = `${STYLE}${readFileSync(new URL('./assets/docs.css', import.meta.url), 'utf8')}`

export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(INLINE_STYLE).digest('base64')}'`,
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'"
].join('; ')

const FOR_SCRIPT = ['loading', 'failed', 'answer', 'file', 'cut', 'headers'] as const satisfies readonly Word[]

/** The whole document. */
export function frame({ title, description, path, main, aside, lang, prefix, origin, assets }: Frame): string {
  const say = sayIn(lang)
  const document = (suffix: string) => inLanguage(`${prefix}/openapi.${suffix}`, lang)
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
${alternates(`${origin}${path}`).map(({ hreflang, href }) => html`<link rel="alternate" hreflang="${hreflang}" href="${href}">\n`)}${ICON}
<link rel="service-desc" type="application/openapi+json" href="${document('json')}">
<style>${new Html(INLINE_STYLE)}</style>
<script type="module" src="${assets.script.path}"></script>
</head>
<body class="docs"${FOR_SCRIPT.map(word => html` data-${word}="${say(word)}"`)}>
${siteHeader(lang, path, other => inLanguage(path, other))}
<nav class="soft" aria-label="${say('documentation')}"><a href="${inLanguage(DOCS_PATH, lang)}"${path === DOCS_PATH && html` aria-current="page"`}>${say('documentation')}</a> · <a href="${document('json')}">OpenAPI JSON</a> · <a href="${document('yaml')}">YAML</a></nav>
<div class="columns">
<main id="main" tabindex="-1">
${main}
${lang !== 'en' && html`<p class="soft">${say('english')}</p>`}
</main>
${aside}
</div>
${siteFooter(lang)}
</body>
</html>
`.text
}
