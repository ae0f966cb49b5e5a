/** The countries of the world as outlines on a plane, by the codes that the API uses. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoEqualEarth, geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export const MAP = { width: 960, height: 452 }
const ANTARCTICA = 'AQ'

export type Place = {
  code: string | undefined
  name: string
  outline: string
  bounds: [[number, number], [number, number]]
}
/** Countries too small for the outlines, by the middle of a finer one. */
export type Point = { code: string; x: number; y: number }
export type World = { places: Place[]; points: Point[]; project: (place: [number, number]) => [number, number] }

type Shape = Feature<Geometry, { name: string }>
const require = createRequire(import.meta.url)

function shapesOf(scale: '110m' | '50m'): Shape[] {
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), 'utf8')) as Topology
  return feature(topology, topology.objects.countries as GeometryCollection<{ name: string }>).features
}

let world: World | undefined

/** Read once, when the first map is drawn. `named` gives codes to outlines that have a name but no ISO number. */
export function worldOf(named: ReadonlyMap<string, string>): World {
  if (world) return world
  const coded = (scale: '110m' | '50m') =>
    shapesOf(scale)
      .map(shape => {
        const code = shape.id === undefined ? undefined : countries.numericToAlpha2(shape.id)
        return { shape, code: code ?? named.get(shape.properties.name) }
      })
      .filter(({ code }) => code !== ANTARCTICA)
  const outlines = coded('110m')
  const projection = geoEqualEarth().fitSize([MAP.width, MAP.height], {
    type: 'FeatureCollection',
    features: outlines.map(({ shape }) => shape)
  })
  const path = geoPath(projection).digits(1)
  const drawn = new Set(outlines.map(({ code }) => code))
  const places = outlines.map(({ shape, code }) => ({
    code,
    name: shape.properties.name,
    outline: path(shape) ?? '',
    bounds: path.bounds(shape)
  }))
  const points = coded('50m').flatMap(({ shape, code }): Point[] => {
    if (!code || drawn.has(code)) return []
    const [x, y] = path.centroid(shape)
    return Number.isFinite(x) ? [{ code, x: Math.round(x), y: Math.round(y) }] : []
  })
  world = { places, points, project: place => projection(place) ?? [0, 0] }
  return world
}
