/** An aggregate by place as GeoJSON (RFC 7946): a feature for each place there is, with what is told of it. */
import { recordsOf } from './records.ts'
import type { Explained } from './workbook.ts'

/**
 * The document. A place without rows has null of everything, which is not zero; a place whose outline is not known has
 * no geometry, and so have rows without a place.
 */
export async function* packGeoJson(
  lines: AsyncIterable<Uint8Array>,
  { title, creator, published, columns, cube }: Explained
): AsyncGenerator<Uint8Array> {
  const place = cube?.dimensions[0]
  if (!cube || !place) throw new Error('GeoJSON is of aggregates by place alone')
  const told = new Map<string | null, Record<string, unknown>>()
  for await (const record of recordsOf(lines)) told.set(record[place.name] as string | null, record)
  const nothing = Object.fromEntries(columns.map(({ name }) => [name, null]))
  const head = {
    type: 'FeatureCollection',
    title,
    source: `${creator}; Natural Earth`,
    updated: published.toISOString(),
    license: cube.license,
    href: cube.permalink,
    notes: cube.notes
  }
  const featureOf = (id: string | null) =>
    JSON.stringify({
      type: 'Feature',
      ...(id === null ? {} : { id }),
      geometry: (id !== null && place.outlineOf?.(id)) || null,
      properties: {
        [place.name]: id,
        [`${place.name}_label`]: id === null ? cube.missing : place.labelOf(id),
        ...(told.get(id) ?? { ...nothing, [place.name]: id })
      }
    })
  const places = [...new Set([...(place.values ?? []), ...told.keys()])].filter(id => id !== null).sort()
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"features":[`)
  for (const [at, id] of [...places, ...(told.has(null) ? [null] : [])].entries())
    yield Buffer.from(`${at > 0 ? ',' : ''}\n${featureOf(id)}`)
  yield Buffer.from('\n]}\n')
}
