import { MENTION_CONTEXTS } from '../db/codes.ts'
import { country_mentions as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { byCountry, byRegion, countryColumns, originColumns, withCountry } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Mention', 'Mention'], ['Country code and context.', 'Code du pays et contexte.']),
  ...countryColumns(table.country),
  country_name_fr: text(
    table.country_name_fr,
    ['Country name (French)', 'Nom du pays (français)'],
    ['French name of the country, as the brochure spells it.', 'Nom français du pays, tel que la brochure l’écrit.']
  ),
  context: code(
    table.context,
    MENTION_CONTEXTS,
    ['Context', 'Contexte'],
    ['Why the brochure names the country.', 'Pourquoi la brochure cite le pays.'],
    'context'
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'country-mentions',
  title: ['Country mentions', 'Mentions de pays'],
  typeName: 'CountryMention',
  row: ['a country mention', 'une mention de pays'],
  description: [
    'Where the text of the brochure of December 2016 names a country, or an institution or local government of it, one row for each country and context. A country without a row is simply one that the text does not name: the brochure’s map of members is an image, and /members lists them.',
    'Où le texte de la brochure de décembre 2016 cite un pays, ou l’une de ses institutions ou collectivités, une ligne par pays et par contexte. Un pays sans ligne n’y est simplement pas cité : la carte des membres de la brochure est une image, et /members les énumère.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    context: equals(fields.context, ['Contexts.', 'Contextes.'])
  },
  related: { members: { dataset: 'members', parameter: 'country', field: 'country' } }
})
