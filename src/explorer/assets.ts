/** Stylesheet and script, under addresses that change when they do. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { toneStyles } from './charts/tones.ts'

export type AssetFile = { path: string; body: string; type: string }

const read = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

export function readAssets(folder: string): { script: AssetFile; style: AssetFile; files: AssetFile[] } {
  const file = (suffix: string, body: string, type: string): AssetFile => ({
    path: `${folder}/explorer-${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${suffix}`,
    body,
    type: `${type}; charset=utf-8`
  })
  const script = file('js', read('explorer.js'), 'text/javascript')
  const style = file('css', `${read('explorer.css')}\n${toneStyles()}`, 'text/css')
  return { script, style, files: [script, style] }
}
