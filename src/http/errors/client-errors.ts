/** Requests that Node refuses before Fastify sees them: answered on the bare socket, in the same shape. */
import type { Socket } from 'node:net'
import { PROBLEMS, Problem, type ProblemCode, problemBody } from './problems.ts'

type ClientError = Error & { code?: string; rawPacket?: Buffer }

const codeOf = ({ code, rawPacket }: ClientError): ProblemCode => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return rawPacket && !rawPacket.includes('\r\n') ? 'uri-too-long' : 'headers-too-large'
  return 'invalid-request'
}

/** Fastify's clientErrorHandler. */
export const rejectClient =
  (publicUrl: string | undefined) =>
  (error: ClientError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const code = codeOf(error)
    const { status, title } = PROBLEMS[code]
    const problem = new Problem(code, code === 'invalid-request' ? 'The request is not well-formed HTTP.' : title)
    const body = JSON.stringify(problemBody(problem, publicUrl ?? 'http://localhost', `urn:request:none`))
    socket.end(
      `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`
    )
  }
