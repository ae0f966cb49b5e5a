/** Fills that are told apart without colour: what is missing, or stands aside, has a texture. */

import { type Html, html } from '../../html/html.ts'
import type { Tone } from './colours.ts'

const TEXTURES: Partial<Record<Tone, string>> = { m0: 'dots', m1: 'back', m2: 'hatch', a1: 'lines' }

export const textureOf = (tone: Tone): string | undefined => TEXTURES[tone]

/** The textures; `paint` gives the ground of a tone and the marks on it. */
export const textures = (ground: (tone: Tone) => Html, marks: Html): Html =>
  html`<defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" ${ground('m2')}/><rect width="1.5" height="5" ${marks}/></pattern>
<pattern id="back" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="7" height="7" ${ground('m1')}/><rect width="1" height="7" ${marks}/></pattern>
<pattern id="lines" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" ${ground('a1')}/><rect width="4" height="1" ${marks}/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" ${ground('m0')}/><circle cx="2" cy="2" r="1" ${marks}/></pattern>
</defs>`

/** For all drawings of a page. */
export const patterns = html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">${textures(tone => html`class="${tone}"`, html`class="mark"`)}</svg>`

export const fillOf = (tone: Tone): Html => {
  const texture = textureOf(tone)
  return texture ? html`fill="url(#${texture})"` : html`class="${tone}"`
}

export const swatch = (tone: Tone): Html =>
  html`<svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false"><rect width="14" height="14" ${fillOf(tone)}/></svg>`
