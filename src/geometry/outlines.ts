/** Outlines of countries for maps of other programs, after RFC 7946: WGS 84, outer rings counterclockwise. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Feature, Geometry, Position } from 'geojson'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

const require = createRequire(import.meta.url)

/** Digits behind the point: a hundred metres, finer than the outlines are. */
const DIGITS = 3

type Shape = Feature<Geometry, { name: string }>

function shapesOf(scale: '110m' | '50m'): Shape[] {
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), 'utf8')) as Topology
  return feature(topology, topology.objects.countries as GeometryCollection<{ name: string }>).features
}

/** Twice the area that a ring goes round counterclockwise; negative where it goes the other way. */
const areaOf = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? []
    return sum + x * nextY - nextX * y
  }, 0)

const rounded = (value = 0) => Number(value.toFixed(DIGITS))

/** The atlas winds rings as d3 draws them, the other way round. The first ring is the outer one, the others are holes. */
const wound = (rings: readonly Position[][]): Position[][] =>
  rings.map((ring, at) => {
    const points = ring.map(([x, y]) => [rounded(x), rounded(y)])
    return areaOf(ring) > 0 === (at === 0) ? points : points.reverse()
  })

function outlined(geometry: Geometry): Geometry | undefined {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: wound(geometry.coordinates) }
  if (geometry.type === 'MultiPolygon') return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(wound) }
  return undefined
}

let outlines: Map<string, Geometry> | undefined

/** The coarse outlines, and finer ones of the countries that these leave out; read once, when the first is asked for. */
function read(): Map<string, Geometry> {
  const found = new Map<string, Geometry>()
  for (const scale of ['110m', '50m'] as const) {
    for (const { id, properties, geometry } of shapesOf(scale)) {
      // Kosovo has no number in ISO 3166-1.
      const code = id === undefined ? countries.getAlpha2Code(properties.name, 'en') : countries.numericToAlpha2(id)
      const outline = outlined(geometry)
      if (code && outline && !found.has(code)) found.set(code, outline)
    }
  }
  return found
}

/** The outline of a country by its ISO 3166-1 alpha-2 code (XK for Kosovo); undefined where the atlas has none. */
export function outlineOf(code: string): Geometry | undefined {
  outlines ??= read()
  return outlines.get(code)
}
