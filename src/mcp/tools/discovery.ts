/** Where to begin: a search of everything, and what a dataset holds. */

import { addressOf } from '../../engine/links.ts'
import { groupNames } from '../../engine/request/group-by.ts'
import { wordsIn } from '../../i18n/words.ts'
import { TYPE_NAMES } from '../../search/question.ts'
import { datasetNamed } from '../asker.ts'
import { count, given, linkOf, type Tool, text } from './tool.ts'

const USUAL_HITS = 8
/** Values of a filter that are listed; the API's problem names all where one is wrong. */
const MOST_VALUES = 40

export const search: Tool = {
  name: 'search',
  title: 'Search everything',
  description:
    'Begin here. Finds countries by any name, themes, action plans, commitments, codes with their definitions, named indicators and datasets, and says why each matches.',
  properties: {
    q: text('Names or words, in English or French, such as delivered, Ivory Coast, beneficial ownership.', 200),
    type: text(`Only these types, joined by commas: ${TYPE_NAMES.join(', ')}.`, 200),
    limit: count(`Hits; ${USUAL_HITS} unless given.`, 20)
  },
  required: ['q'],
  row: 'A hit with its type, id, title, description, score and the columns that match.',
  async run(asked, { get, lang, pin }) {
    const answer = await get('search', [
      ...given(asked, 'q', 'type'),
      ['limit', String(asked.limit ?? USUAL_HITS)],
      ['lang', lang],
      ...pin
    ])
    const { total = 0, release } = answer.meta
    return {
      summary: `${total} hits; ${answer.data.length} are here, the best first.`,
      data: answer.data.map(({ type, id, title, description, score, matched, url }) => ({
        type,
        id,
        title,
        description,
        score,
        matched,
        url
      })),
      total,
      release,
      notes: [],
      url: linkOf(answer, 'self'),
      permalink: linkOf(answer, 'permalink'),
      citation: null
    }
  }
}

export const describeDataset: Tool = {
  name: 'describe_dataset',
  title: 'Describe a dataset',
  description:
    'Columns with their meaning, and filters with their values, of one dataset; without a name the list of all datasets.',
  properties: { dataset: text('Name of the dataset, such as commitments; all unless given.', 60) },
  isPinned: false,
  row: 'A column or a filter of the dataset; without a name, a dataset.',
  async run({ dataset: name }, { service, origin, get, lang }) {
    const release = service.releases.current().id
    const common = { release, notes: [], permalink: null, citation: null }
    if (name === undefined) {
      const { data, url } = { data: service.datasets, url: `${origin}${service.prefix}` }
      return {
        ...common,
        summary: `${data.length} datasets; name one to see its columns and filters.`,
        data: data.map(({ name: known, title, row }) => ({
          name: known,
          title: wordsIn(title, lang),
          row: wordsIn(row, lang)
        })),
        total: data.length,
        url
      }
    }
    const dataset = datasetNamed(service, String(name))
    const schema = (await get(`${dataset.name}/schema`, [['lang', lang]])) as unknown as {
      fields: { name: string; description: string; type: string; constraints: { enum?: string[] } }[]
    }
    const groups = groupNames(dataset)
    const filters = Object.entries(dataset.filters).map(([filter, { meaning, allowed, comparison }]) => ({
      filter,
      meaning: wordsIn(meaning, lang),
      kind: comparison,
      groups: groups.includes(filter),
      ...(allowed ? { values: [...allowed].slice(0, MOST_VALUES) } : {})
    }))
    const columns = schema.fields.map(({ name: column, description, type }) => ({ column, type, meaning: description }))
    return {
      ...common,
      summary: `${wordsIn(dataset.title, lang)}: ${filters.length} filters, ${columns.length} columns. ${wordsIn(dataset.description, lang)}`,
      data: [...filters, ...columns],
      total: filters.length + columns.length,
      url: addressOf(service, origin, `${dataset.name}/schema`, [['lang', lang]])
    }
  }
}
