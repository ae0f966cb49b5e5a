import { QUALIFIERS } from '../db/codes.ts'
import { membership_counts as table } from '../db/schema/membership.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, date, id, integer } from '../engine/definition/field.ts'
import { between } from '../engine/definition/filter.ts'
import { originColumns, precisionOf } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Count', 'Décompte'],
    [
      'Date of the count, followed by its source where two have the same date.',
      'Date du décompte, suivie de sa source si deux portent la même date.'
    ]
  ),
  as_of: date(
    table.as_of,
    ['As of', 'État au'],
    ['Date that the count speaks of, at the precision known.', 'Date dont parle le décompte, à la précision connue.']
  ),
  as_of_precision: precisionOf(table.as_of, ['As of', 'État au']),
  countries: integer(
    table.countries,
    ['Countries', 'Pays'],
    [
      'Number of member countries; local governments are not counted.',
      'Nombre de pays membres ; les collectivités ne sont pas comptées.'
    ]
  ),
  qualifier: code(
    table.qualifier,
    QUALIFIERS,
    ['Qualifier', 'Portée'],
    ['How exactly the source states the number.', 'Avec quelle exactitude la source énonce le nombre.'],
    'qualifier'
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'membership-counts',
  title: ['Membership counts', 'Décomptes des membres'],
  typeName: 'MembershipCount',
  row: ['a membership count', 'un décompte des membres'],
  description: [
    'How many countries belonged to OGP on a date, according to one document each, from the launch in 2011 on. The counts contradict each other where announced, inactive or departed countries are counted differently, so that a difference between two rows is not a number of arrivals.',
    'Combien de pays appartenaient au PGO, selon un document et à une date, depuis le lancement en 2011. Les décomptes se contredisent quand les pays annoncés, inactifs ou partis sont comptés autrement : l’écart entre deux lignes n’est pas un nombre d’arrivées.'
  ],
  table,
  fields,
  filters: { date: between(fields.as_of, ['Date that the count speaks of.', 'Date dont parle le décompte.']) },
  sort: ['as_of']
})
