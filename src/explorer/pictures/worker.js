// @ts-check
// Draws SVG as PNG beside the service, so that no reader waits for it. In JavaScript, as the makers of files are.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const require = createRequire(import.meta.url)
const read = (/** @type {string} */ name) => readFile(require.resolve(name))

const FONT = '@expo-google-fonts/source-sans-3'
const [program, ...fontBuffers] = await Promise.all([
  read('@resvg/resvg-wasm/index_bg.wasm'),
  read(`${FONT}/400Regular/SourceSans3_400Regular.ttf`),
  read(`${FONT}/700Bold/SourceSans3_700Bold.ttf`)
])
await initWasm(program)

const family = 'Source Sans 3'
parentPort?.on('message', (/** @type {{ id: number, question: { svg: string, width: number } }} */ message) => {
  const { id, question } = message
  try {
    const drawing = new Resvg(question.svg, {
      fitTo: { mode: 'width', value: question.width },
      font: { fontBuffers, defaultFontFamily: family, sansSerifFamily: family }
    })
    const image = drawing.render()
    const answer = image.asPng()
    image.free()
    drawing.free()
    parentPort?.postMessage({ id, answer })
  } catch (error) {
    parentPort?.postMessage({ id, fault: `the picture could not be drawn: ${error}` })
  }
})
