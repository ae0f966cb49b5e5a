/** What an operator names (files, folders, archives, workbooks, addresses) as files that can be read. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isZip, unpack } from './archive.ts'
import { stringify } from './csv.ts'
import { download, isAddress, publicAddress } from './download.ts'
import { FileError, type InputFile, openFile } from './file.ts'
import type { Sheet } from './workbook.ts'

const TABLES = ['.csv', '.tsv', '.tab', '.txt', '.xlsx']
const READ = [...TABLES, '.zip']
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0]

export type Gathering = {
  /** The sheet of workbooks, where it is not the only one that can be read. */
  sheet?: string | undefined
  /** Whether the first rows of a table are of a layout, or an export, that is known. */
  isKnown: (head: InputFile['head']) => boolean
}

type Found = { path: string; name: string; address?: string }

/** Opens all that is named, does the work with it, and removes what was written on the way. */
export async function withFiles<T>(
  operands: readonly string[],
  gathering: Gathering,
  work: (files: InputFile[]) => Promise<T>
): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'ogp-import-'))
  try {
    const files: InputFile[] = []
    for (const [at, operand] of operands.entries()) {
      const folder = join(scratch, String(at))
      await mkdir(folder)
      for (const found of await find(operand, folder)) files.push(await openTable(found, folder, gathering))
    }
    return await work(files)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function find(operand: string, folder: string): Promise<Found[]> {
  if (isAddress(operand)) {
    const path = await download(operand, folder)
    return (await spread({ path, name: basename(path) }, folder)).map(file => ({
      ...file,
      address: publicAddress(operand)
    }))
  }
  const name = basename(operand)
  const info = await stat(operand).catch(() => undefined)
  if (!info?.isDirectory()) return spread({ path: operand, name }, folder)
  const names = (await readdir(operand)).filter(file => READ.includes(extname(file).toLowerCase())).sort()
  if (names.length === 0) throw new FileError(`${name}: the folder holds no file with ${READ.join(', ')}`)
  const all: Found[] = []
  for (const file of names) all.push(...(await spread({ path: join(operand, file), name: file }, folder)))
  return all
}

/** An archive as what it holds. */
async function spread(file: Found, folder: string): Promise<Found[]> {
  const first = await firstBytes(file.path)
  if (!isZip(first) || extname(file.name).toLowerCase() === '.xlsx') return [file]
  const into = await mkdtemp(join(folder, 'zip-'))
  const paths = await unpack(file.path, into, TABLES)
  if (paths.length === 0) throw new FileError(`${file.name}: the archive holds no file with ${TABLES.join(', ')}`)
  return paths.map(path => ({ path, name: basename(path).replace(/^\d+-/, '') }))
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => undefined)
  if (!file) return new Uint8Array()
  try {
    return (await file.read(Buffer.alloc(4), 0, 4, 0)).buffer
  } finally {
    await file.close()
  }
}

async function openTable({ path, name, address }: Found, folder: string, gathering: Gathering): Promise<InputFile> {
  const first = await firstBytes(path)
  if (OLD_WORKBOOK.every((byte, at) => first[at] === byte))
    throw new FileError(`${name}: this is a workbook in the old format .xls; save it as .xlsx or CSV`)
  const shared = { name, ...(address ? { address } : {}) }
  if (!isZip(first)) return { ...(await openFile(path)), ...shared }
  // Loaded when there is a workbook: most files are none.
  const { readSheets } = await import('./workbook.ts')
  const sheet = chooseSheet(name, await readSheets(path, name), gathering)
  const table = join(await mkdtemp(join(folder, 'sheet-')), name)
  await pipeline(Readable.from(stringify(sheet.rows)), createWriteStream(table))
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  const opened = await openFile(table)
  return { ...opened, ...shared, sheet: sheet.name, sha256: hash.digest('hex'), bytes: (await stat(path)).size }
}

/** The sheet that is asked for; else the one that is known, or the only one. */
function chooseSheet(name: string, sheets: readonly Sheet[], { sheet, isKnown }: Gathering): Sheet {
  const names = sheets.map(found => `"${found.name}"`).join(', ')
  const filled = sheets.filter(({ rows }) => rows.some(row => row.some(cell => cell !== '')))
  if (sheet !== undefined) {
    const found = sheets.find(found => found.name === sheet)
    if (!found) throw new FileError(`${name}: there is no sheet "${sheet}"; there are ${names}`)
    return found
  }
  const known = filled.filter(({ rows }) => isKnown(rows.slice(0, 12).map((cells, at) => ({ line: at + 1, cells }))))
  const [only, ...others] = known.length > 0 ? known : filled
  if (!only) throw new FileError(`${name}: the workbook is empty`)
  if (others.length > 0) throw new FileError(`${name}: choose one of the sheets ${names} with --sheet`)
  return only
}
