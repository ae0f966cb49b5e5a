/** The styles of a citation. A new one is one entry here. */

import type { Work } from '../bibliographic-record.ts'
import { toApa } from './apa.ts'
import { toBibtex } from './bibtex.ts'
import { toCsl } from './csl.ts'
import { toRis } from './ris.ts'

export type Style = {
  /** Value of `style`. */
  name: string
  title: string
  mediaType: string
  contentType: string
  /** Of the file that a reference manager opens; none where it is text to paste. */
  extension?: string
  write: (work: Work) => string
}

export const STYLES = [
  {
    name: 'apa',
    title: 'APA',
    mediaType: 'text/plain',
    contentType: 'text/plain; charset=utf-8',
    write: (work: Work) => `${toApa(work)}\n`
  },
  {
    name: 'bibtex',
    title: 'BibTeX',
    mediaType: 'application/x-bibtex',
    contentType: 'application/x-bibtex; charset=utf-8',
    extension: 'bib',
    write: toBibtex
  },
  {
    name: 'csl',
    title: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    extension: 'json',
    write: toCsl
  },
  {
    name: 'ris',
    title: 'RIS',
    mediaType: 'application/x-research-info-systems',
    contentType: 'application/x-research-info-systems; charset=utf-8',
    extension: 'ris',
    write: toRis
  }
] as const satisfies readonly Style[]

export type StyleName = (typeof STYLES)[number]['name']

/** A work in every style, by the names of the styles. */
export const inEveryStyle = (work: Work): Record<string, string> =>
  Object.fromEntries(STYLES.map(({ name, write }) => [name, write(work).replace(/[\r\n]+$/, '')]))
