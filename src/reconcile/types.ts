/** What a spreadsheet can be matched with: the datasets whose rows have names, and where their names stand. */
import { COUNTRY_NAMES } from '../db/country-names.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import commitments from '../v1/commitments.ts'
import countries from '../v1/countries.ts'
import members from '../v1/members.ts'
import themeTags from '../v1/theme-tags.ts'
import themes from '../v1/themes.ts'

/** A type of entities; its id is the name of its dataset, and the ids of its entities are those of the rows. */
export type EntityType = {
  dataset: Dataset
  /** Columns whose text names a row; the first that has a value is shown. */
  names: readonly string[]
  /** Columns, beside the id, that name a row only when written in full. */
  codes?: readonly string[]
  /** Columns that tell namesakes apart. */
  description: readonly string[]
  /** A dataset whose rows give further names: in which column, and of which row. */
  furtherNames?: { dataset: Dataset; name: string; of: string }
  /** Ids by further plain names. */
  knownAs?: Readonly<Record<string, string>>
}

const NAMES = ['name_en', 'name_fr']

/** A country and the member of the same id are one entity of two types. */
export const TYPES: readonly EntityType[] = [
  { dataset: countries, names: NAMES, codes: ['iso3'], description: ['iso3', 'region'], knownAs: COUNTRY_NAMES },
  { dataset: members, names: NAMES, description: ['country_name_en', 'kind', 'status'] },
  {
    dataset: themes,
    names: NAMES,
    description: ['parent'],
    furtherNames: { dataset: themeTags, name: 'tag', of: 'theme' }
  },
  {
    dataset: commitments,
    names: ['title', 'short_title', 'headline_en', 'headline_fr'],
    codes: ['ogp_id'],
    description: ['ogp_id', 'country_name_en', 'plan', 'year']
  }
]

/** What a type is called where programs and people see it. */
export const shown = ({ dataset: { name, title } }: EntityType): { id: string; name: string } => ({
  id: name,
  name: title[0]
})

export const typeIds: readonly string[] = TYPES.map(({ dataset }) => dataset.name)
