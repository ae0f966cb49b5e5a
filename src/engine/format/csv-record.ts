/** CSV of few rows, which no database writes (RFC 4180). */

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A record with its end; no cell of it may be the only one and empty. */
export const csvRecord = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`
