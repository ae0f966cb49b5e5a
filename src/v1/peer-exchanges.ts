import { peer_exchanges as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, list, longText, nullable, year } from '../engine/definition/field.ts'
import { byCountries, byYear, ISO_CODE, originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Peer exchange', 'Échange entre pairs'], ['Slug of the exchange.', 'Identifiant de l’échange.']),
  year: year(
    nullable(table.year),
    ['Year', 'Année'],
    [
      'Year of the exchange; null where the brochure gives none.',
      'Année de l’échange ; vide (null) si la brochure n’en donne pas.'
    ]
  ),
  topic_en: longText(
    table.topic_en,
    ['Topic (English)', 'Sujet (anglais)'],
    ['What was exchanged, in English and in our words.', 'Objet de l’échange, en anglais et dans nos mots.']
  ),
  topic_fr: longText(
    table.topic_fr,
    ['Topic (French)', 'Sujet (français)'],
    ['What was exchanged, in French and in our words.', 'Objet de l’échange, en français et dans nos mots.']
  ),
  countries: list(
    nullable(table.countries),
    ['Countries', 'Pays'],
    [
      'ISO 3166-1 alpha-2 codes of the countries named; null where none is.',
      'Codes ISO 3166-1 alpha-2 des pays cités ; vide (null) si aucun ne l’est.'
    ],
    ISO_CODE
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'peer-exchanges',
  title: ['Peer exchanges', 'Échanges entre pairs'],
  typeName: 'PeerExchange',
  row: ['a peer exchange', 'un échange entre pairs'],
  description: [
    'Exchanges between governments that the brochure of December 2016 gives as examples. They are examples and no full list: a country that is missing may well have taken part in others.',
    'Les échanges entre gouvernements que la brochure de décembre 2016 donne en exemple. Ce sont des exemples et non une liste complète : un pays absent a fort bien pu prendre part à d’autres.'
  ],
  table,
  fields,
  filters: {
    country: byCountries(fields.countries),
    year: byYear(fields.year, ['Year of the exchange.', 'Année de l’échange.'])
  },
  sort: ['year']
})
