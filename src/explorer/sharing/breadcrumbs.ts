/** Where a page stands: the way from the overview to it. */

import { type Html, html } from '../../html/html.ts'
import type { PageContext } from '../page-context.ts'
import { clip } from '../text.ts'

/** A page above; `href` as links on pages have it. */
export type Crumb = { label: string; href: string }

export const breadcrumbs = ({ say }: PageContext, above: readonly Crumb[], title: string): Html =>
  html`<nav class="crumbs" aria-label="${say(['Breadcrumb', 'Fil d’Ariane'])}"><ol>${above.map(({ label, href }) => html`<li><a href="${href}">${clip(label, 60)}</a></li>`)}<li aria-current="page">${clip(title, 80)}</li></ol></nav>`
