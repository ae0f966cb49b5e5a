/** The verdict as a small picture, to stand beside a figure in print. */
import { html } from '../html/html.ts'
import type { Checked } from './check.ts'
import type { Verdict } from './verdict.ts'

const HEIGHT = 22
const CHARACTER = 7
const PADDING = 8
/** White text on each has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
const COLOURS: Record<Verdict, string> = {
  holds: '#1a7f37',
  came_true: '#1a7f37',
  same: '#1a7f37',
  changed: '#9a6700',
  moved: '#9a6700',
  differs: '#cf222e'
}

export function badgeOf({ data: { badge, verdict, text, now } }: Checked): string {
  const [left, right] = [`OGP ${now.release}`, badge]
  const [first, second] = [left, right].map(part => [...part].length * CHARACTER + 2 * PADDING) as [number, number]
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${first + second}" height="${HEIGHT}" role="img" aria-label="${text}">
<title>${text}</title>
<rect width="${first}" height="${HEIGHT}" fill="#24292f"/><rect x="${first}" width="${second}" height="${HEIGHT}" fill="${COLOURS[verdict]}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
<text x="${first / 2}" y="15">${left}</text><text x="${first + second / 2}" y="15">${right}</text></g></svg>
`.text
}
