/** Texts and addresses from the data, as pages show them. */
import { type Html, html } from '../html/html.ts'

/** Text of a source, in whatever language and direction it is written. */
export const foreign = (text: string): Html => html`<bdi>${text}</bdi>`

/** No longer than so many characters, cut between words where there are any. */
export function clip(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const cut = letters.slice(0, most - 1).join('')
  return `${cut.replace(/\s+\S{0,30}$/, '')}…`
}

/** An address from the data as one to follow; undefined where it is no web address. */
export const webAddress = (text: unknown): string | undefined =>
  typeof text === 'string' && /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined
