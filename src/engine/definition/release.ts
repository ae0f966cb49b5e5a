/** A state of all data that never changes. */
export type Release = {
  seq: number
  id: string
  title: string
  note: string | null
  /** The day the data speak of. */
  date: string
  status: 'published' | 'dropped'
  published_at: Date
  dropped_at: Date | null
  sources: string[] | null
  /** Generation of public columns it was published under; younger columns stay out of it. */
  contract: number
}
