/** Figures by name, the check of a figure, and citations. */
import { PRINTED_PATTERN } from '../../check/verdict.ts'
import { STYLES } from '../../cite/styles/styles.ts'
import { INDICATORS_PATH } from '../../indicators/answer.ts'
import { datasetOf } from '../../indicators/catalogue/indicators.ts'
import { DIMENSIONS, ownFilters } from '../../indicators/definition.ts'
import { indicatorNamed } from '../../indicators/routes.ts'
import { readFilters } from '../asker.ts'
import { count, FILTERS, given, linkOf, notesOf, type Tool, text } from './tool.ts'

const MOST_VALUES = 100

export const indicator: Tool = {
  name: 'indicator',
  title: 'Figures by name',
  description:
    'Named figures such as delivered, starred or eligible, each with n, denominator, coverage, and when its values may be compared; without a name the list of all. A value with small: true is of fewer than 30 rows: print the numbers, not a percentage.',
  properties: {
    name: text('Name of the indicator, such as delivered; the list of all unless given.', 100),
    by: text(`What to tell values apart by, joined by commas: ${DIMENSIONS.join(', ')}.`, 100),
    latest: count('With by=…,year: only so many of the newest years.', 50),
    filters: FILTERS,
    sort: text('Columns to sort by, such as -value,-denominator.'),
    limit: count('Only so many values.', MOST_VALUES)
  },
  row: 'A value with n, denominator, rows, coverage (from 0 to 1) and small; without a name, an indicator.',
  async run(asked, { get, citeAs, lang, pin }) {
    if (asked.name === undefined) {
      const answer = await get(INDICATORS_PATH, [['lang', lang]])
      return {
        summary: `${answer.data.length} indicators.`,
        data: answer.data.map(({ name, label, meaning, unit, by }) => ({ name, label, meaning, unit, by })),
        total: answer.data.length,
        release: answer.meta.release,
        notes: [],
        url: linkOf(answer, 'self'),
        permalink: null,
        citation: null
      }
    }
    const known = indicatorNamed(String(asked.name))
    const answer = await get(`${INDICATORS_PATH}/${known.name}`, [
      ...readFilters(datasetOf(known), asked.filters, ownFilters(known)),
      ...given(asked, 'by', 'latest', 'sort'),
      ['labels', 'true'],
      ['lang', lang],
      ...pin
    ])
    const { label, meaning, comparable } = answer.meta.indicator ?? {}
    const permalink = linkOf(answer, 'permalink')
    return {
      summary: `${label}: ${meaning}`,
      data: answer.data.slice(0, Number(asked.limit ?? MOST_VALUES)),
      total: answer.data.length,
      release: answer.meta.release,
      notes: [String(comparable), ...notesOf(answer)],
      url: linkOf(answer, 'self'),
      permalink,
      citation: citeAs(answer.meta.release, String(label), permalink)
    }
  }
}

export const checkFigure: Tool = {
  name: 'check_figure',
  title: 'Does a figure still hold?',
  description:
    'A figure in the release of then and in the newest, with a verdict and how many records behind it came, changed or went. The address must be of one figure: a list (how many rows), an aggregate or indicator of one row (/v1/indicators/delivered?country=CL), or a row with `column`.',
  properties: {
    url: text('The address that the figure came from, from its path on.', 4000),
    value: { ...text('The figure as it was printed, such as 42, 0.31 or 31%.', 40), pattern: PRINTED_PATTERN },
    column: text('Which number of the row is meant.', 200)
  },
  required: ['url'],
  row: 'The figure then and now, the verdict, and what became of its rows.',
  async run(asked, { get, lang, pin }) {
    const answer = await get('check', [...given(asked, 'url', 'value', 'column'), ['lang', lang], ...pin])
    const { text: verdict, citation, ...data } = answer.data
    return {
      summary: String(verdict),
      data: [data],
      total: null,
      release: answer.meta.release,
      notes: [],
      url: linkOf(answer, 'self'),
      permalink: String((data.now as { url?: unknown } | undefined)?.url ?? linkOf(answer, 'self')),
      citation: String(citation)
    }
  }
}

export const cite: Tool = {
  name: 'cite',
  title: 'Cite',
  description: 'A citation of an address of a list, an aggregate, a row or a release, in one of several styles.',
  properties: {
    url: text('The address, from its path on, such as /v1/commitments?country=CL.', 4000),
    style: {
      type: 'string',
      enum: STYLES.map(({ name }) => name),
      description: 'The style; apa unless given.'
    }
  },
  required: ['url'],
  isPinned: false,
  row: 'The citation in the style asked for.',
  async run({ url, style = 'apa' }, { cite: ask, get, lang }) {
    const described = await get('describe', [
      ['url', String(url)],
      ['lang', lang]
    ])
    const citation = await ask(String(url), String(style))
    return {
      summary: String(described.data.sentence),
      data: [{ style, citation }],
      total: null,
      release: described.meta.release,
      notes: [],
      url: linkOf(described, 'self'),
      permalink: described.links.permalink ?? null,
      citation: style === 'apa' ? citation : await ask(String(url))
    }
  }
}
