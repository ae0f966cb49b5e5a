/** Parts of the world to look at more closely, each an address (`zoom=africa`). */

import type { Words } from '../../../i18n/words.ts'
import type { PageContext } from '../../page-context.ts'
import { MAP, type World } from './world.ts'

/** What of the plane is seen. */
export type Window = { x: number; y: number; width: number; height: number }

type Corner = readonly [longitude: number, latitude: number]
/** By the regions of the API; the corners leave out islands far away, which the numbers below the map name. */
export const ZOOMS: Record<string, { label: Words; west: Corner; east: Corner }> = {
  africa: { label: ['Africa', 'Afrique'], west: [-26, -36], east: [58, 38] },
  americas: { label: ['Americas', 'Amériques'], west: [-128, -56], east: [-34, 62] },
  asia: { label: ['Asia', 'Asie'], west: [25, -12], east: [148, 56] },
  europe: { label: ['Europe', 'Europe'], west: [-25, 34], east: [60, 71] },
  oceania: { label: ['Oceania', 'Océanie'], west: [110, -48], east: [180, 0] }
}

export const zoomOf = ({ asked }: Pick<PageContext, 'asked'>): string | undefined => {
  const zoom = asked.get('zoom')
  return zoom !== undefined && Object.hasOwn(ZOOMS, zoom) ? zoom : undefined
}

const MARGIN = 6

/** The smallest window that holds a part of the world, by points on its edge: meridians are curves. */
export function windowOf({ project }: World, zoom: string | undefined): Window {
  const known = zoom === undefined ? undefined : ZOOMS[zoom]
  if (!known) return { x: 0, y: 0, ...MAP }
  const { west, east } = known
  const points = Array.from({ length: 9 }, (_, step) => west[1] + ((east[1] - west[1]) * step) / 8).flatMap(
    latitude => [project([west[0], latitude]), project([east[0], latitude])]
  )
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [x, y] = [Math.round(Math.min(...xs)) - MARGIN, Math.round(Math.min(...ys)) - MARGIN]
  return {
    x,
    y,
    width: Math.round(Math.max(...xs)) + MARGIN - x,
    height: Math.round(Math.max(...ys)) + MARGIN - y
  }
}

export const isSeen = (window: Window, [[west, north], [east, south]]: readonly [Corner, Corner]): boolean =>
  east >= window.x && west <= window.x + window.width && south >= window.y && north <= window.y + window.height
