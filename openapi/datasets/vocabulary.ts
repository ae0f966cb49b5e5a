/**
 * Columns and filters that several datasets take from the vocabulary. They are said once, under their own name; what a
 * dataset says otherwise, or alone, is said by the dataset.
 */
import { commitments } from '../../src/db/schema/commitments.ts'
import { type Dataset, SEARCH } from '../../src/engine/definition/dataset.ts'
import { search } from '../../src/engine/definition/filter.ts'
import { assessmentColumns, commitmentColumns, readingFilters } from '../../src/v1/irm-assessments.ts'
import { originColumns } from '../../src/v1/vocabulary.ts'
import { component, type Schema } from '../schema.ts'

const COLUMNS = { ...assessmentColumns, ...commitmentColumns, ...originColumns(commitments) }
const FILTERS = { ...readingFilters(assessmentColumns), [SEARCH]: search([]) }

const shared =
  <Definition>(vocabulary: Record<string, Definition>, prefix: string) =>
  (name: string, definition: Definition, describe: (definition: Definition) => Schema): Schema | undefined => {
    const known = vocabulary[name]
    const schema = describe(definition)
    return known && JSON.stringify(describe(known)) === JSON.stringify(schema)
      ? component(`${prefix}${name}`, schema)
      : undefined
  }

/** A column of the vocabulary as a component, if the definition says the same; undefined if it does not. */
export const sharedColumn = shared(COLUMNS as Dataset['fields'], 'columns.')

/** The same for a filter, as the parameter it is. */
export const sharedFilter = shared(FILTERS as Dataset['filters'], '')
