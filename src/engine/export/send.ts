/** Sends answers: JSON that is kept once it is written, and exports as they are read. */
import type { SQL } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { representationKey } from '../../http/caching.ts'
import type { Copy, Format } from '../format/formats.ts'
import { FORMATS } from '../format/formats.ts'
import { refuse } from '../request/parameters.ts'
import type { Answered, Service } from '../service.ts'
import { toText } from '../sql/read-pool.ts'
import { copyOut } from './copy-stream.ts'
import { type About, explainExport } from './workbook-texts.ts'

export type Exported = About & {
  format: Format & { copy: Copy }
  /** Without its suffix. */
  fileName: string
  /** The rows as the format wants them. */
  select: SQL
}

export const isExport = (format: Format): format is Format & { copy: Copy } => format.copy !== undefined

/** Whether answers in this format hold words of ours, beside labels that were asked for. */
export const hasWords = ({ copy }: Format): boolean => copy?.pack !== undefined

/** Sends a JSON answer; it is written when it is first asked for. `key` names everything its bytes depend on. */
export async function sendAnswer(
  { answers }: Service,
  key: string,
  write: () => Promise<Answered>,
  reply: FastifyReply
): Promise<FastifyReply> {
  const known = answers.get(key)
  const { link, body } = known ?? (await write())
  if (!known) answers.set(key, { link, body })
  return reply.header('link', link).send(body)
}

function refuseTooMany({ name, copy }: Exported['format'], rows: number): void {
  const { most = rows } = copy
  if (rows <= most) return
  const others = FORMATS.filter(format => format.copy && format.copy.most === undefined).map(format => format.name)
  const detail = `${name} holds ${most} rows at most, and these are ${rows}. Narrow the question, or ask for ${others.join(' or ')}.`
  refuse([{ parameter: 'format', detail, allowed: others }])
}

/** Tells its name and how many rows it has, then sends them all. Throws a Problem before the first byte when the format cannot hold so many rows, or no export can start. */
export async function sendExport(
  service: Service,
  { format, fileName, select, ...about }: Exported,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> {
  const { copy } = format
  const { rows, release } = about
  refuseTooMany(format, rows)
  reply.headers({
    'row-count': rows,
    'content-disposition': `attachment; filename="ogp-${fileName}.${format.name}"`
  })
  if (request.method === 'HEAD') return reply.send('')
  const explained = copy.pack && (await explainExport(service, about))
  const signal = readerSignal(reply)
  const statement = toText(copy.statement(select))
  try {
    const stream = await service.exports.read({
      key: representationKey(reply),
      client: request.ip,
      signal,
      write: left => {
        const url = service.reader.serverWith(release.seq)
        const expected = rows + copy.headerLines
        const lines = copyOut({ url, statement, records: copy.records(), expected, signal: left })
        return copy.pack && explained ? copy.pack(lines, explained) : lines
      }
    })
    return reply.send(stream)
  } catch (error) {
    if (signal.aborted) return reply.hijack()
    throw error
  }
}

/** Aborted when the reader is gone, or has all. */
function readerSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (raw.destroyed) gone.abort()
  raw.once('close', () => gone.abort())
  return gone.signal
}
