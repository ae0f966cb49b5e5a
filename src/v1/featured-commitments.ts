import { FEATURES } from '../db/codes.ts'
import { featured_commitments as table } from '../db/schema/commitments.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { byCountry, byRegion, countryColumns, originColumns, withCountry } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Featured commitment', 'Engagement mis en avant'],
    ['Publication and country code.', 'Publication et code du pays.']
  ),
  feature: code(
    table.feature,
    FEATURES,
    ['Publication', 'Publication'],
    ['Publication that presents the commitment.', 'Publication qui présente l’engagement.'],
    'feature'
  ),
  commitment: id(
    table.commitment,
    ['Commitment', 'Engagement'],
    ['The commitment presented: an id of /commitments.', 'L’engagement présenté : un identifiant de /commitments.']
  ),
  ...countryColumns(table.country),
  headline: text(
    table.headline,
    ['Headline', 'Titre'],
    [
      'Headline that the publication gives it, in the language of `headline_language`.',
      'Titre que la publication lui donne, dans la langue de `headline_language`.'
    ]
  ),
  headline_language: text(
    table.headline_language,
    ['Language of the headline', 'Langue du titre'],
    ['ISO 639-1 code.', 'Code ISO 639-1.'],
    { pattern: '^[a-z]{2}$', maxLength: 2 }
  ),
  match_basis: text(
    table.match_basis,
    ['Basis of the match', 'Base du rapprochement'],
    [
      'How we found the commitment, since the publications give no numbers.',
      'Comment nous avons retrouvé l’engagement, les publications n’en donnant pas le numéro.'
    ]
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'featured-commitments',
  title: ['Featured commitments', 'Engagements mis en avant'],
  typeName: 'FeaturedCommitment',
  row: ['a featured commitment', 'un engagement mis en avant'],
  description: [
    'The six starred commitments that the brochure of December 2016 presents and the twelve of OGP’s publication on star reforms, matched to /commitments by us. To be featured is a choice of OGP’s editors: it is not an IRM rating, and many other commitments had a star as well.',
    'Les six engagements phares que présente la brochure de décembre 2016 et les douze de la publication du PGO « Star Reforms », que nous avons rapprochés de /commitments. Être mis en avant est un choix de rédaction du PGO : ce n’est pas une note du MEI, et beaucoup d’autres engagements avaient aussi une étoile.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    feature: equals(fields.feature, ['Publications.', 'Publications.']),
    commitment: equals(fields.commitment, ['Commitments, by id.', 'Engagements, par identifiant.'])
  },
  sort: ['feature', 'country']
})
