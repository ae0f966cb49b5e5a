/** What the OpenAPI document says of the search of everything. */
import type { Dataset } from '../../src/engine/definition/dataset.ts'
import { HIT_COLUMNS } from '../../src/search/columns.ts'
import { HITS, MOST_TYPED, SUGGESTIONS, TYPE_NAMES } from '../../src/search/question.ts'
import { RESPONSE } from '../components.ts'
import { highlightSchema } from '../datasets/highlight.ts'
import { columnList, commonParameters, query } from '../datasets/parameters.ts'
import { ANY_TEXT, exportLinks, LINKS, linksSchema, metaSchema } from '../datasets/schemas.ts'
import { problemResponses, responseHeaders } from '../responses.ts'
import { address, amount, array, component, line, object, type Schema } from '../schema.ts'
import { contentOf, suffixParameter } from './datasets.ts'

const meaningOf = (name: string) => HIT_COLUMNS.find(([column]) => column === name)?.[1].meaning[0] ?? ''
const text = (name: string, maxLength: number): Schema => ({ ...line(meaningOf(name), maxLength), pattern: ANY_TEXT })
const typeName = (description: string): Schema => ({ type: 'string', enum: [...TYPE_NAMES], description })
const score: Schema = { ...amount(meaningOf('score')), maximum: 100 }

const named = {
  type: typeName(meaningOf('type')),
  id: text('id', 200),
  title: text('title', 500),
  description: { ...text('description', 1000), type: ['string', 'null'] }
}
const places = {
  url: { ...address(meaningOf('url')), maxLength: 4000 },
  page: { ...address(meaningOf('page')), maxLength: 4000 }
}

const hit = object('SearchHit', 'Something that was found.', {
  ...named,
  score,
  matched: {
    type: 'array',
    minItems: 1,
    maxItems: 200,
    description: meaningOf('matched'),
    items: { type: 'string', pattern: '^[a-z][a-z0-9_]*$', maxLength: 60 }
  },
  highlight: {
    ...highlightSchema,
    title: undefined,
    description:
      'Where the words occur in its texts, as with `highlight=true` of lists; empty for `known_as` and codes.'
  },
  ...places
})

const typeCount = object('SearchedType', 'How many there are of a type.', {
  type: typeName('The type.'),
  label: { ...line('What it is called, in the language of the answer.', 200), pattern: ANY_TEXT },
  total: amount('Exact number of hits.'),
  url: { ...address('All of them.'), maxLength: 4000 }
})

const results = (): Schema =>
  object('SearchResults', 'What was found, the best first.', {
    data: { ...array('The hits.', hit), maxItems: HITS.most },
    meta: metaSchema('SearchMeta', {
      total: amount('Exact number of hits of all types.'),
      returned: amount('Hits in this answer.'),
      types: { ...array('The types that were looked through.', typeCount), maxItems: TYPE_NAMES.length }
    }),
    links: linksSchema('SearchLinks', {
      self: address('This search.'),
      permalink: address('The same of this release: the same bytes for ever.'),
      ...exportLinks(),
      docs: LINKS.docs
    })
  })

const suggestions = (): Schema =>
  object('SearchSuggestions', 'Names that begin so.', {
    data: {
      ...array(
        'The suggestions, the best first.',
        object('SearchSuggestion', 'Something with such a name.', {
          ...named,
          label: { ...line('What its type is called, in the language of the answer.', 200), pattern: ANY_TEXT },
          ...places,
          score
        })
      ),
      maxItems: SUGGESTIONS.most
    },
    meta: metaSchema('SuggestionMeta', { returned: amount('Suggestions in this answer.') }),
    links: linksSchema('SuggestionLinks', {
      self: address('These suggestions.'),
      permalink: address('The same of this release: the same bytes for ever.'),
      docs: LINKS.docs
    })
  })

const type = component('search.type', {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: columnList([...TYPE_NAMES]),
  description: 'Only hits of these types, joined by commas; all unless given.'
})

const limitOf = (name: string, what: string, { usual, most }: { usual: number; most: number }): Schema =>
  component(name, {
    type: 'integer',
    format: 'int32',
    minimum: 1,
    maximum: most,
    description: `${what}; ${usual} unless given.`
  })

const required = (schema: Schema): Schema => ({ ...schema, required: ['q'] })
const shared = () => commonParameters({ fields: {}, filters: {}, name: '' } as unknown as Dataset)

const searchOperation = (more: Schema): Schema => {
  const { lang, release, format, dialect } = shared()
  return {
    description:
      'Countries, local members, themes, action plans, commitments, codes with their definitions, bodies, resources, indicators and datasets at once: by names in any language and spelling known, by codes, and by the words of their texts. Every hit says why it is here.',
    tags: ['search'],
    [RESPONSE]: 'search',
    querystring: required(
      query({
        q: component('search.q', {
          type: 'string',
          minLength: 1,
          maxLength: MOST_TYPED,
          pattern: ANY_TEXT,
          description:
            'What to look for: names, codes, words in English, French or Spanish, with or without accents. All words must occur; `"words in quotes"` stand side by side, `-word` must not occur, the last word may be the beginning of one.'
        }),
        type,
        limit: limitOf('search.limit', 'Hits in the answer', HITS),
        lang,
        release,
        format,
        dialect
      })
    ),
    response: {
      200: {
        description: 'What was found.',
        headers: responseHeaders(['list', 'export', 'language']),
        content: contentOf(results())
      },
      ...problemResponses('data')
    },
    ...more
  }
}

/** By the names that routes give. */
export const searchOperations: Record<string, () => Schema> = {
  search: () => searchOperation({ operationId: 'search', summary: 'Search everything' }),
  exportSearch: () =>
    searchOperation({
      operationId: 'exportSearch',
      summary: 'Download what a search finds',
      params: { type: 'object', properties: suffixParameter }
    }),
  suggest: () => {
    const { lang, release } = shared()
    return {
      operationId: 'suggest',
      summary: 'Suggest while somebody types',
      description: `Names of everything that begin so, or have a word that does; at most three of a type unless \`type\` names one. Small and quick, for a box that answers each letter.`,
      tags: ['search'],
      querystring: query({
        q: component('suggest.q', {
          type: 'string',
          minLength: 0,
          maxLength: MOST_TYPED,
          pattern: ANY_TEXT,
          description: 'What was typed so far.'
        }),
        type,
        limit: limitOf('suggest.limit', 'Suggestions in the answer', SUGGESTIONS),
        lang,
        release
      }),
      response: {
        200: {
          description: 'Suggestions.',
          headers: responseHeaders(['list', 'language']),
          content: { 'application/json': { schema: suggestions() } }
        },
        ...problemResponses('document')
      }
    }
  }
}
