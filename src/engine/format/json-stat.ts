/** An aggregate as a dataset of JSON-stat 2.0 (json-stat.org): a cube of its groups, with what is told of each cell. */
import { type Cube, type Dimension, MISSING } from './cube.ts'
import { recordsOf } from './records.ts'
import type { Explained } from './workbook.ts'

/** Cells that are written one by one; of more, only those with rows. */
const MAX_CELLS = 5_000_000
const CHUNK_CHARACTERS = 64 * 1024

const METRICS = 'measure'

type Cell = unknown[]
type Axis = Dimension & { categories: string[] }
type Cells = Awaited<ReturnType<typeof readCells>>

const byValue = (a: string, b: string) => {
  const [x, y] = [Number(a), Number(b)]
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y
  return a < b ? -1 : 1
}

/** Its categories: those of a closed list, or those that occur, from low to high; the missing one last. */
function axisOf(dimension: Dimension, seen: ReadonlySet<string>): Axis {
  const { role, values } = dimension
  const known = values && role !== 'geo' ? [...values] : [...seen].filter(value => value !== MISSING).sort(byValue)
  return { ...dimension, categories: seen.has(MISSING) ? [...known, MISSING] : known }
}

const keyOf = (coordinates: readonly string[]) => JSON.stringify(coordinates)

/** Which rows the share of a cell is of. */
const wholeOf = (coordinates: readonly string[], { dimensions, of }: Cube) =>
  keyOf(coordinates.filter((_, at) => of.includes(dimensions[at]?.name ?? '')))

/** What is told of a cell without rows: none of those that there are. */
const emptyCell = ({ metrics }: Cube, denominator: unknown): Cell =>
  metrics.map(({ name, zero }) => {
    if (name === 'denominator') return denominator ?? null
    return zero || (name === 'share' && denominator) ? 0 : null
  })

/** The cells of the cube by their coordinates, and the coordinates that occur on each axis. */
async function readCells(lines: AsyncIterable<Uint8Array>, cube: Cube) {
  const { dimensions, metrics } = cube
  const cells = new Map<string, Cell>()
  const wholes = new Map<string, unknown>()
  const seen = dimensions.map(() => new Set<string>())
  for await (const record of recordsOf(lines)) {
    const coordinates = dimensions.map(({ name }, at) => {
      const value = record[name] === null ? MISSING : String(record[name])
      seen[at]?.add(value)
      return value
    })
    cells.set(
      keyOf(coordinates),
      metrics.map(({ name }) => record[name] ?? null)
    )
    if (record.denominator !== undefined) wholes.set(wholeOf(coordinates, cube), record.denominator)
  }
  return { cells, wholes, axes: dimensions.map((dimension, at) => axisOf(dimension, seen[at] as Set<string>)) }
}

/** All coordinates, the last changing first. */
function* coordinatesOf(axes: readonly Axis[], before: readonly string[] = []): Generator<readonly string[]> {
  const axis = axes[before.length]
  if (!axis) yield before
  else for (const category of axis.categories) yield* coordinatesOf(axes, [...before, category])
}

const dimensionOf = ({ label, categories, labelOf }: Axis, missing: string) => ({
  label,
  category: {
    index: categories,
    label: Object.fromEntries(categories.map(value => [value, value === MISSING ? missing : labelOf(value)]))
  }
})

/** The values as they go into the document: all of them in order, or by their places. */
function* valuesOf({ cells, wholes, axes }: Cells, cube: Cube, isDense: boolean): Generator<string> {
  if (isDense) {
    for (const coordinates of coordinatesOf(axes)) {
      const cell = cells.get(keyOf(coordinates)) ?? emptyCell(cube, wholes.get(wholeOf(coordinates, cube)))
      yield cell.map(String).join(',')
    }
    return
  }
  const { length } = cube.metrics
  const places = axes.map(({ categories }) => new Map(categories.map((category, at) => [category, at])))
  for (const [key, cell] of cells) {
    const at = (JSON.parse(key) as string[]).reduce(
      (sum, value, axis) => sum * (axes[axis]?.categories.length ?? 1) + (places[axis]?.get(value) ?? 0),
      0
    )
    yield cell.map((value, metric) => `"${at * length + metric}":${value}`).join(',')
  }
}

/** The document. The same rows of the same release give the same bytes. */
export async function* packJsonStat(
  lines: AsyncIterable<Uint8Array>,
  { title, creator, published, cube }: Explained
): AsyncGenerator<Uint8Array> {
  if (!cube) throw new Error('JSON-stat is of aggregates alone')
  const { metrics, missing, sparse, notes, license, permalink } = cube
  const found = await readCells(lines, cube)
  const { axes } = found
  const size = [...axes.map(({ categories }) => categories.length), metrics.length]
  const isDense = size.reduce((product, length) => product * length, 1) <= MAX_CELLS
  const role = (wanted: Dimension['role']) => axes.filter(axis => axis.role === wanted).map(({ name }) => name)
  const roles = { geo: role('geo'), time: role('time'), metric: [METRICS] }
  const head = {
    version: '2.0',
    class: 'dataset',
    label: title,
    source: creator,
    updated: published.toISOString(),
    href: permalink,
    link: { license: [{ href: license }] },
    note: isDense ? notes : [...notes, sparse],
    id: [...axes.map(({ name }) => name), METRICS],
    size,
    role: Object.fromEntries(Object.entries(roles).filter(([, names]) => names.length > 0)),
    dimension: {
      ...Object.fromEntries(axes.map(axis => [axis.name, dimensionOf(axis, missing)])),
      [METRICS]: {
        label: cube.measure,
        category: {
          index: metrics.map(({ name }) => name),
          label: Object.fromEntries(metrics.map(({ name, label }) => [name, label]))
        }
      }
    }
  }
  const [open, close] = isDense ? ['[', ']'] : ['{', '}']
  let text = `${JSON.stringify(head).slice(0, -1)},"value":${open}`
  let comma = ''
  for (const values of valuesOf(found, cube, isDense)) {
    text += comma + values
    comma = ','
    if (text.length < CHUNK_CHARACTERS) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}${close}}\n`)
}
