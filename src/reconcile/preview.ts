/** A small page about one entity, to be shown in a frame. */

import type { Service } from '../engine/service.ts'
import { html } from '../html/html.ts'
import { bareDocument } from '../html/page.ts'
import { type Lang, wordsIn } from '../i18n/words.ts'
import type { Entities, Entity } from './entities.ts'

export const WIDTH = 430
export const HEIGHT = 300
const LINES = 12

/** Any site may show it; it loads nothing but its own style. */
export const PREVIEW_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"

/** The page in a language; what is unknown is left out. */
export function previewOf(service: Service, { book }: Entities, entity: Entity, lang: Lang): string {
  const parts = [...entity.rows].map(([{ dataset }, row]) => {
    const lines = Object.entries(row)
      .filter(([column, value]) => value !== null && !/_source_|^source_|_precision$|^note$/.test(column))
      .slice(1, 1 + LINES)
      .map(([column, value]) => {
        const field = dataset.fields[column]
        const texts = [value].flat().map(one => (field && book.label(field, String(one), lang)) ?? String(one))
        const label = field ? wordsIn(field.label, lang) : column
        return html`<tr><th scope="row">${label}</th><td>${texts.join(', ')}</td></tr>`
      })
    const address = `${service.prefix}/${dataset.name}/${encodeURIComponent(entity.id)}`
    return html`<h2><a href="${address}" target="_blank" rel="noopener">${wordsIn(dataset.title, lang)}</a></h2>
<table>${lines}</table>\n`
  })
  return bareDocument({
    title: entity.name,
    lang,
    body: html`<h1>${entity.name}</h1>
<p class="soft"><code>${entity.id}</code></p>
${parts}`
  })
}
