/** PNG of drawings: made in a worker of its own, one after another, with a font that is the same on every machine. */
import { openThread } from '../../threads/thread.ts'
import { ApiProblem } from '../api.ts'

/** More are refused: whoever waits behind so many has left. */
const MOST_WAITING = 20
/** Seconds until whoever was refused may ask again. */
const WAIT = 5

export type Renderer = {
  /** The drawing as PNG, so many pixels wide. Throws an ApiProblem (503) where too many wait already. */
  png(svg: string, width: number): Promise<Buffer>
  close(): Promise<void>
}

export function openRenderer(): Renderer {
  const { ask, waiting, close } = openThread<{ svg: string; width: number }, Uint8Array>(
    new URL('./worker.js', import.meta.url)
  )
  return {
    async png(svg, width) {
      if (waiting() >= MOST_WAITING) throw new ApiProblem(503, { detail: 'Too many pictures are being drawn.' }, WAIT)
      const png = await ask({ svg, width })
      return Buffer.from(png.buffer, png.byteOffset, png.byteLength)
    },
    close
  }
}
