/** Sends exports: what they are called and how many rows they hold, then the rows as they are read. */
import { Readable } from 'node:stream'
import type { SQL } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { representationKey } from '../../http/entity-tag.ts'
import type { Dataset } from '../definition/dataset.ts'
import { type Copy, FORMATS, type Format } from '../format/formats.ts'
import { refuse } from '../request/parameters.ts'
import type { Service } from '../service.ts'
import { toText } from '../sql/read-pool.ts'
import { wholeDays } from '../whole-days.ts'
import { copyOut } from './copy-stream.ts'
import { type About, explainExport } from './workbook-texts.ts'

export type ExportFormat = Format & { copy: Copy }

export type Exported = About & {
  format: ExportFormat
  /** Without its suffix. */
  fileName: string
  /** The rows as the format wants them. */
  select: SQL
  /** The dataset that the rows are of, where they are rows of one. */
  dataset?: Dataset
}

export const isExport = (format: Format): format is ExportFormat => format.copy !== undefined

/** Whether answers in this format hold words of ours, beside labels that were asked for. */
export const hasWords = ({ copy }: Format): boolean => copy?.pack !== undefined

function refuseTooMany({ name, copy }: ExportFormat, rows: number): void {
  const { most = rows } = copy
  if (rows <= most) return
  const others = FORMATS.filter(format => format.copy && format.copy.most === undefined).map(format => format.name)
  const detail = `${name} holds ${most} rows at most, and these are ${rows}. Narrow the query, or ask for ${others.join(' or ')}.`
  refuse([{ parameter: 'format', detail, allowed: others }])
}

/**
 * The rows on their way, after the headers that tell their number and name; undefined where the reader has left. Throws
 * a Problem before the first byte when the format cannot hold so many rows, or no export can start.
 */
export async function sendExport(
  service: Service,
  { format, fileName, select, dataset, ...about }: Exported,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<Readable | undefined> {
  const { copy } = format
  const { rows, release } = about
  refuseTooMany(format, rows)
  reply.headers({
    'row-count': rows,
    'content-disposition': `attachment; filename="ogp-${fileName}.${format.name}"`
  })
  // Of no known length, as its GET is.
  if (request.method === 'HEAD') return Readable.from([])
  const days = copy.hasDates && dataset ? await wholeDays(service, dataset, release) : undefined
  const { permalink: address, origin, lang } = about
  const question = { address, origin, release: release.id, rows, lang }
  const chart = copy.isCited ? await service.chart?.(request, question) : undefined
  const told = { ...about, ...(days ? { days } : {}), ...(chart ? { chart } : {}) }
  const explained = copy.pack && (await explainExport(service, told, copy.isCited))
  const signal = readerSignal(reply)
  const statement = toText(copy.statement(select))
  try {
    return await service.exports.read({
      key: representationKey(reply),
      client: request.ip,
      signal,
      write: left => {
        const { url, silent } = service.reader.serverWith(release.seq)
        const expected = rows + copy.headerLines
        const lines = copyOut({
          url,
          statement,
          records: copy.records(),
          expected,
          signal: AbortSignal.any([left, silent])
        })
        return copy.pack && explained ? copy.pack(lines, explained) : lines
      }
    })
  } catch (error) {
    if (!signal.aborted) throw error
    reply.hijack()
    return undefined
  }
}

/** Aborted when the reader is gone, or has all. */
function readerSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (raw.destroyed) gone.abort()
  raw.once('close', () => gone.abort())
  return gone.signal
}
