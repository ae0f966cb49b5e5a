/** Which format, and which way to write it, a request wants. */
import type { FastifyRequest } from 'fastify'
import { negotiate } from '../../http/negotiate.ts'
import type { Parameter } from '../../http/query-string.ts'
import { FORMATS, type Format } from '../format/formats.ts'
import { refuse } from './parameters.ts'

/**
 * The format of the suffix, else of `format`, else of the Accept header; in the dialect asked for. Throws a Problem
 * when the header fits none, or when the format is not written in dialects.
 */
export function chooseFormat(
  request: FastifyRequest,
  suffix: Format | undefined,
  { format: asked, dialect }: { format: Format | undefined; dialect: string | undefined },
  formats: readonly Format[] = FORMATS
): Format {
  const url = request.raw.url ?? ''
  const addressOf = ({ name }: Format) => `${url}${url.includes('?') ? '&' : '?'}format=${name}`
  const format = negotiate({ asked: suffix ?? asked, accept: request.headers.accept, addressOf }, formats)
  if (dialect === undefined) return format
  const copy = format.dialects?.[dialect]
  if (!copy) {
    const having = FORMATS.filter(({ dialects }) => dialects && dialect in dialects).map(({ name }) => name)
    const detail = `Only ${having.join(', ')} is written in dialects, and the answer would be ${format.name}.`
    refuse([{ parameter: 'dialect', detail: `${detail} Add the suffix .${having[0]} or format=${having[0]}.` }])
  }
  const isFirst = dialect === Object.keys(format.dialects ?? {})[0]
  return copy && !isFirst ? { ...format, copy, dialect } : format
}

const dialectOf = ({ dialect }: Format): Parameter[] => (dialect ? [['dialect', dialect]] : [])

/** Parameters that ask for this format where no suffix names it; none for JSON, which needs none. */
export const formatParameters = (format: Format): Parameter[] =>
  format.copy ? [['format', format.name], ...dialectOf(format)] : []

/** The addresses of the same rows in every export format, as a suffix; in the one that answers, as it is written. */
export const exportAddresses = (
  format: Format,
  write: (suffix: string, parameters: Parameter[]) => string
): Record<string, string> =>
  Object.fromEntries(
    FORMATS.filter(({ copy }) => copy).map(({ name }) => [
      name,
      write(`.${name}`, name === format.name ? dialectOf(format) : [])
    ])
  )
