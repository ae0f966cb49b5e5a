/** Columns that mean something only together, and so are taken from one edition. */

const GROUPS: readonly (readonly string[])[] = [
  ['tag_scheme', 'tags', 'themes'],
  ['start_date_text', 'start_date'],
  ['end_date_text', 'end_date'],
  ['ogp_id', 'ogp_id_basis'],
  ['source_id', 'source_locator', 'source_conflict', 'described_in', 'note', 'note_fr']
]
const MISSING = '_missing'

/** The columns in groups: those that belong together in one, every other in a group of its own. */
export function groupsOf(columns: readonly string[]): string[][] {
  const lead = (column: string) =>
    GROUPS.find(group => group.includes(column))?.[0] ??
    (column.endsWith(MISSING) ? column.slice(0, -MISSING.length) : column)
  const groups = new Map<string, string[]>()
  for (const column of columns) groups.set(lead(column), [...(groups.get(lead(column)) ?? []), column])
  return [...groups.values()]
}

/** SQL: does one of the columns of the group hold something? */
export const holds = (alias: string, group: readonly string[]): string =>
  `(${group.map(column => `${alias}."${column}" is not null`).join(' or ')})`

/** SQL of each column: that of `first` where it tells the column's group, else that of `second`. */
export const preferring = (columns: readonly string[], first: string, second: string): Map<string, string> =>
  new Map(
    groupsOf(columns).flatMap(group =>
      group.map(
        column =>
          [column, `case when ${holds(first, group)} then ${first}."${column}" else ${second}."${column}" end`] as const
      )
    )
  )

/** SQL of a JSON object of what is told: no nulls, but whole groups. */
export function factsSql(alias: string, columns: readonly string[]): string {
  const groups = groupsOf(columns)
  const object = (names: readonly string[]) =>
    `(select to_jsonb(f) from (select ${names.map(name => `${alias}."${name}"`).join(', ')}) f)`
  return groups
    .filter(group => group.length > 1)
    .reduce(
      (facts, group) => `${facts} || case when ${holds(alias, group)} then ${object(group)} else '{}' end`,
      `jsonb_strip_nulls(${object(groups.filter(group => group.length === 1).flat())})`
    )
}
