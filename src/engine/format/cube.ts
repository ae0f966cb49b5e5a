/** An aggregate as a cube: what its groups are, as dimensions, and what is told of each cell. */
import type { Geometry } from 'geojson'

export type Dimension = {
  name: string
  label: string
  role?: 'geo' | 'time'
  /** All values there are, where they are a closed list, or ids of places. */
  values?: readonly string[]
  /** What a value is called, in the language of the answer. */
  labelOf: (value: string) => string
  /** Where a place is, as far as it is known. */
  outlineOf?: (value: string) => Geometry | undefined
}

export type Metric = {
  name: string
  label: string
  /** Whether a cell without rows has zero of it, rather than nothing. */
  zero: boolean
}

export type Cube = {
  dimensions: readonly Dimension[]
  metrics: readonly Metric[]
  /** The dimensions whose rows a share is of. */
  of: readonly string[]
  /** What the dimension of the metrics is called. */
  measure: string
  /** What a missing value of a dimension is called. */
  missing: string
  /** Said where cells without rows are left out, because there are too many. */
  sparse: string
  notes: readonly string[]
  license: string
  permalink: string
}

/** Stands for a missing value, as it does in filters. */
export const MISSING = 'null'
