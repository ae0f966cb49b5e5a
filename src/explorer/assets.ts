/** Stylesheet and script of the Explorer. */
import { readFileSync } from 'node:fs'
import { type AssetFile, assetFile } from '../http/assets.ts'
import { colourStyles } from './charts/colours.ts'

const read = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

export function readAssets(folder: string): { script: AssetFile; style: AssetFile; files: AssetFile[] } {
  const script = assetFile(folder, 'explorer', 'js', read('explorer.js'))
  const style = assetFile(folder, 'explorer', 'css', `${colourStyles()}\n${read('explorer.css')}`)
  return { script, style, files: [script, style] }
}
