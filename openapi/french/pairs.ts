/** The words that the definitions hold in both languages. */

import { CHANGE_COLUMNS, HISTORY_COLUMNS } from '../../src/changes/columns.ts'
import { SNIPPETS } from '../../src/cite/snippets.ts'
import { STYLES } from '../../src/cite/styles/styles.ts'
import { groupField, hasLabel } from '../../src/engine/aggregate/columns.ts'
import type { Dataset } from '../../src/engine/definition/dataset.ts'
import type { Field } from '../../src/engine/definition/field.ts'
import { isLabelled, labelField } from '../../src/engine/labels.ts'
import type { Words } from '../../src/i18n/words.ts'
import { LISTED_COLUMNS, VALUE_COLUMNS } from '../../src/indicators/columns.ts'
import { COVERAGE_COLUMNS } from '../../src/metadata/coverage/columns.ts'
import { HIT_COLUMNS } from '../../src/search/columns.ts'
import { DATASETS, LICENSE, TITLE } from '../../src/v1/index.ts'

/** A label and what it means: one English label may have two French ones, and its meaning tells which. */
export type Explained = { label: Words; meaning: Words }

const withLabel = (field: Field, labelled: boolean): Explained[] =>
  labelled ? [field, labelField(field, field.value)] : [field]

const explainedIn = ({ fields, filters }: Dataset): Explained[] => [
  ...Object.values(fields).flatMap(field => withLabel(field, isLabelled(field))),
  ...Object.entries(filters).flatMap(([name, filter]) => {
    const group = groupField(name, filter)
    return withLabel(group, hasLabel(group))
  })
]

/** Every label with its meaning: of columns, of filters, and of the labels beside both. */
export const EXPLAINED: readonly Explained[] = [
  ...DATASETS.flatMap(explainedIn),
  ...[
    ...[...CHANGE_COLUMNS, ...HISTORY_COLUMNS, ...COVERAGE_COLUMNS],
    ...[...LISTED_COLUMNS, ...VALUE_COLUMNS, ...HIT_COLUMNS]
  ].map(([, column]) => column)
]

/** Names that are the same in every language. */
const NAMES = [TITLE, LICENSE.name, ...[...STYLES, ...SNIPPETS].map(({ title }) => title)]

/** All pairs, the same one perhaps several times. */
export const PAIRS: readonly Words[] = [
  ...DATASETS.flatMap(({ title, row, description }) => [title, row, description]),
  ...EXPLAINED.flatMap(({ label, meaning }) => [label, meaning]),
  ...NAMES.map((name): Words => [name, name])
]
