/** A sheet of a workbook as a table of texts: what each cell shows, where that is what it says. */
import { readFile } from 'node:fs/promises'
import { formatValue } from 'hucre'
import { readXlsx } from 'hucre/xlsx'
import { FileError } from './file.ts'

export type Sheet = { name: string; rows: string[][] }

const pad = (number: number) => String(number).padStart(2, '0')
const isoDay = (date: Date) => `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`

/** What a format shows in quotes, brackets and behind a backslash is no part of the number or the date. */
const bare = (format: string) => format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')

/** A cell as text. A day is written after ISO 8601, since 07/01/2012 can be read in two ways. */
export function cellText(value: unknown, format = 'General'): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return /d/i.test(bare(format)) || !/[my]/i.test(bare(format)) ? isoDay(value) : formatValue(value, format)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number' && /%|\.0/.test(bare(format))) return formatValue(value, format)
  return String(value)
}

/** The sheets that people see. Throws a FileError where the file is no workbook that can be read. */
export async function readSheets(path: string, name: string): Promise<Sheet[]> {
  const workbook = await readXlsx(await readFile(path), {
    readStyles: true,
    sheets: info => !info.hidden && !info.veryHidden
  }).catch((error: Error) => {
    throw new FileError(`${name}: the workbook cannot be read: ${error.message}`)
  })
  return workbook.sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((row, at) =>
      Array.from(row, (value, column) => cellText(value, cells?.get(`${at},${column}`)?.style?.numFmt))
    )
  }))
}
