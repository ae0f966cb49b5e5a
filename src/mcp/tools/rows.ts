/** Rows of a dataset, and counts of them in groups. */
import { AGGREGATE } from '../../engine/aggregate/links.ts'
import type { Dataset } from '../../engine/definition/dataset.ts'
import { LONG_TEXT } from '../../engine/definition/field.ts'
import { datasetNamed, readFilters } from '../asker.ts'
import { count, FILTERS, given, linkOf, notesOf, type Tool, text } from './tool.ts'

const USUAL_ROWS = 20
const MOST_ROWS = 50
const MOST_GROUPS = 100
/** Columns of a row where none are asked for. */
const USUAL_COLUMNS = 16
const NAMES = /^(title|name_en|label_en|country_name_en)$/

/** Columns that tell what a row is and what may be asked of it: names, then what filters read, then what is coded. */
function usualColumns({ fields, filters }: Dataset): string[] {
  const all = Object.entries(fields)
  const columns = [
    ...all.filter(([name]) => name === 'id' || NAMES.test(name)),
    ...all.filter(([name]) => name in filters),
    ...all.filter(([, { codeList }]) => codeList),
    ...all.filter(([, { kind, schema }]) => kind !== 'text' || schema.maxLength !== LONG_TEXT)
  ].map(([name]) => name)
  return [...new Set(columns)].slice(0, USUAL_COLUMNS)
}

export const queryRows: Tool = {
  name: 'query_rows',
  title: 'Query rows',
  description:
    'Rows of one dataset that match filters. For numbers use count_groups or indicator: never count rows yourself. `total` is exact, however few rows are here.',
  properties: {
    dataset: text('Name of the dataset, such as commitments, members, action-plans, eligibility-scores.', 60),
    filters: FILTERS,
    fields: text('Only these columns, joined by commas, such as id,title,country,completion.', 2000),
    sort: text('Columns to sort by, joined by commas; - in front: descending.'),
    limit: count(`Rows; ${USUAL_ROWS} unless given.`, MOST_ROWS)
  },
  required: ['dataset'],
  row: 'A row of the dataset, by its columns.',
  async run(asked, { service, get, cite, lang, pin }) {
    const dataset = datasetNamed(service, String(asked.dataset))
    const all = Object.keys(dataset.fields)
    const columns = asked.fields === undefined ? usualColumns(dataset) : undefined
    const answer = await get(dataset.name, [
      ...readFilters(dataset, asked.filters),
      ['fields', columns ? columns.join(',') : String(asked.fields)],
      ...given(asked, 'sort'),
      ['limit', String(asked.limit ?? USUAL_ROWS)],
      ['lang', lang],
      ...pin
    ])
    const { total = 0, release } = answer.meta
    const permalink = linkOf(answer, 'permalink')
    return {
      summary: `${dataset.title[0]}: ${total} rows match; ${answer.data.length} are here.`,
      data: answer.data,
      total,
      release,
      notes: notesOf(answer),
      columnsLeftOut: columns ? all.filter(name => !columns.includes(name)) : [],
      url: linkOf(answer, 'self'),
      all: linkOf(answer, 'csv'),
      permalink,
      citation: await cite(permalink)
    }
  }
}

export const countGroups: Tool = {
  name: 'count_groups',
  title: 'Count in groups',
  description:
    'Counts the rows of a dataset in up to three groups, with shares, sums, averages and medians. A share comes with its denominator; missing values are a group of their own. Say what a share is of.',
  properties: {
    dataset: text('Name of the dataset, such as commitments.', 60),
    group: text('Filters to group by, joined by commas, such as country,completion; one count of all unless given.'),
    measure: text(
      'count, share, sum.COLUMN, avg.COLUMN, min.COLUMN, max.COLUMN, median.COLUMN, joined by commas; count unless given.'
    ),
    of: text('What a share is of: rows of the same group, such as country; all that match unless given.'),
    filters: FILTERS,
    sort: text('Columns of the answer to sort by, such as -count.'),
    limit: count(`Groups; ${MOST_GROUPS} unless given.`, MOST_GROUPS)
  },
  required: ['dataset'],
  row: 'A group with its measures; a share is from 0 to 1, with its denominator.',
  async run(asked, { service, get, cite, lang, pin }) {
    const dataset = datasetNamed(service, String(asked.dataset))
    const answer = await get(`${dataset.name}/${AGGREGATE}`, [
      ...readFilters(dataset, asked.filters),
      ...given(asked, 'group', 'measure', 'of', 'sort'),
      ['limit', String(asked.limit ?? MOST_GROUPS)],
      ['labels', 'true'],
      ['lang', lang],
      ...pin
    ])
    const { total = answer.data.length, release } = answer.meta
    const permalink = linkOf(answer, 'permalink')
    return {
      summary: `${dataset.title[0]}, counted${asked.group ? ` by ${asked.group}` : ''}: ${total} groups.`,
      data: answer.data,
      total,
      release,
      notes: notesOf(answer),
      url: linkOf(answer, 'self'),
      all: linkOf(answer, 'csv'),
      permalink,
      citation: await cite(permalink)
    }
  }
}

export const getRecord: Tool = {
  name: 'get_record',
  title: 'One record with its history',
  description: 'Every column of one row, and what each release knew of it.',
  properties: {
    dataset: text('Name of the dataset, such as commitments.', 60),
    id: text('Its id, such as CL for a country or IE0014 for a commitment.', 120)
  },
  required: ['dataset', 'id'],
  row: 'First the record as it is; then, with `release`, each state that a release knew, the oldest first.',
  async run({ dataset: name, id }, { service, get, cite, lang, pin }) {
    const dataset = datasetNamed(service, String(name))
    const path = `${dataset.name}/${encodeURIComponent(String(id))}`
    const answer = await get(path, [['lang', lang], ...pin])
    const { data: known } = await get(`${dataset.name}/${answer.data.id}/history`, pin)
    const permalink = linkOf(answer, 'permalink')
    return {
      summary: `${dataset.title[0]}: ${answer.data.id}.`,
      data: [answer.data, ...known],
      total: null,
      release: answer.meta.release,
      notes: notesOf(answer),
      url: linkOf(answer, 'self'),
      all: linkOf(answer, 'csv'),
      permalink,
      citation: await cite(permalink)
    }
  }
}
