import { eligibility_tallies as table } from '../db/schema/membership.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { date, id, integer } from '../engine/definition/field.ts'
import { between, equals } from '../engine/definition/filter.ts'
import { originColumns, precisionOf } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Tally', 'Total'], ['Date and measure.', 'Date et mesure.']),
  as_of: date(
    table.as_of,
    ['As of', 'État au'],
    ['Date that the number speaks of, at the precision known.', 'Date dont parle le nombre, à la précision connue.']
  ),
  as_of_precision: precisionOf(table.as_of, ['As of', 'État au']),
  measure: id(
    table.measure,
    ['Measure', 'Mesure'],
    [
      'What is counted, such as countries_eligible or members_with_full_score.',
      'Ce qui est compté, par exemple countries_eligible ou members_with_full_score.'
    ]
  ),
  value: integer(
    table.value,
    ['Value', 'Valeur'],
    ['Number of countries or members counted.', 'Nombre de pays ou de membres comptés.']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'eligibility-tallies',
  title: ['Eligibility tallies', 'Totaux d’admissibilité'],
  typeName: 'EligibilityTally',
  row: ['an eligibility tally', 'un total d’admissibilité'],
  description: [
    'How many countries were eligible, or reached a score, at a date, according to the press and OGP’s blog from 2011 to 2015. The numbers are quoted, not added up: /eligibility-scores has far fewer countries and does not give them.',
    'Combien de pays étaient admissibles, ou atteignaient un score, à une date, selon la presse et le blog du PGO de 2011 à 2015. Les nombres sont cités, non additionnés : /eligibility-scores connaît bien moins de pays et ne les redonne pas.'
  ],
  table,
  fields,
  filters: {
    counted: equals(fields.measure, ['What is counted.', 'Ce qui est compté.']),
    date: between(fields.as_of, ['Date that the number speaks of.', 'Date dont parle le nombre.'])
  },
  sort: ['as_of', 'measure']
})
