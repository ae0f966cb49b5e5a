/** Bytes over a socket, as no client library would send them. */
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Sends bytes as they are, in pieces that arrive one by one, and returns all that is answered until the end; `finish`
 * ends our side when all is sent, so that the other need not wait for more.
 */
export const send = (
  port: number,
  bytes: string | Buffer,
  piece = Number.POSITIVE_INFINITY,
  finish = false
): Promise<string> =>
  new Promise((resolve, reject) => {
    const whole = Buffer.from(bytes as string, 'latin1')
    let answer = ''
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, async () => {
      for (let at = 0; at < whole.length && socket.writable; at += piece) {
        socket.write(whole.subarray(at, at + piece))
        // Long enough for the kernel to hand it over; were it not, there would be one packet less.
        if (at + piece < whole.length) await sleep(5)
      }
      if (finish) socket.end()
    })
    socket.setEncoding('latin1').on('data', text => (answer += text))
    socket.on('close', () => resolve(answer)).on('error', error => (answer ? resolve(answer) : reject(error)))
  })
