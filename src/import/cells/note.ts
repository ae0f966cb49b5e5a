/** What an import remarks of a row: the words stand in both languages where the remark is made. */
import type { Words } from '../../i18n/words.ts'

type Remark = Words | false | null | undefined | ''

const sentence = (remarks: readonly string[], separator: string): string | null =>
  remarks.length > 0 ? `${remarks.join(separator).replace(/^./u, first => first.toUpperCase())}.` : null

/** The remarks as the columns of a note: one sentence in each language; null in both where there is none. */
export function noteOf(remarks: readonly Remark[]): { note: string | null; note_fr: string | null } {
  const said = remarks.filter((remark): remark is Words => Boolean(remark))
  return {
    note: sentence(
      said.map(([english]) => english),
      '; '
    ),
    note_fr: sentence(
      said.map(([, french]) => french),
      '\u00a0; '
    )
  }
}
