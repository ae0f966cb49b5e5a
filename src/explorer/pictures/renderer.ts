/** PNG of drawings: made in a worker of its own, one after another, with a font that is the same on every machine. */

import { Worker } from 'node:worker_threads'
import { ApiProblem } from '../api.ts'

/** More are refused: whoever waits behind so many has left. */
const MOST_WAITING = 20
/** Seconds until whoever was refused may ask again. */
const WAIT = 5
/** A worker that nobody needs gives its memory back. */
const IDLE_MILLISECONDS = 60_000

export type Renderer = {
  /** The drawing as PNG, so many pixels wide. Throws an ApiProblem (503) where too many wait already. */
  png(svg: string, width: number): Promise<Buffer>
  close(): Promise<void>
}

type Told = { id: number; png?: Uint8Array; fault?: string }
type Waiting = { resolve: (png: Buffer) => void; reject: (error: Error) => void }

/** The worker starts with the first picture, and again with the next one should it ever end. */
export function openRenderer(): Renderer {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0

  const settle = ({ id, png, fault }: Told) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (png) asker?.resolve(Buffer.from(png.buffer, png.byteOffset, png.byteLength))
    else asker?.reject(new Error(`the picture could not be drawn: ${fault}`))
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.js', import.meta.url), { execArgv: [] })
    const fail = (fault: string) => {
      if (worker !== started) return
      worker = undefined
      for (const id of [...waiting.keys()]) settle({ id, fault })
    }
    started.on('message', (told: Told) => {
      settle(told)
      if (waiting.size === 0) rest()
    })
    started.on('error', error => fail(error.message))
    started.on('exit', code => fail(`the worker ended with code ${code}`))
    return started
  }
  const end = async () => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  const rest = () => {
    worker?.unref()
    clearTimeout(idle)
    idle = setTimeout(() => void end(), IDLE_MILLISECONDS).unref()
  }

  return {
    png(svg, width) {
      if (waiting.size >= MOST_WAITING)
        return Promise.reject(new ApiProblem(503, { detail: 'Too many pictures are being drawn.' }, WAIT))
      clearTimeout(idle)
      worker ??= start()
      worker.ref()
      last += 1
      const id = last
      worker.postMessage({ id, svg, width })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    async close() {
      await end()
      for (const id of [...waiting.keys()]) settle({ id, fault: 'the service stops' })
    }
  }
}
