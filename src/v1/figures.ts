import { QUALIFIERS } from '../db/codes.ts'
import { figures as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, nullable, text, year } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { byYear, originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Figure', 'Chiffre'], ['Slug of what is measured.', 'Identifiant de ce qui est mesuré.']),
  value: integer(
    table.value,
    ['Value', 'Valeur'],
    ['The number; of a range, its lower end.', 'Le nombre ; d’une fourchette, sa valeur basse.']
  ),
  value_max: integer(
    nullable(table.value_max),
    ['Highest value', 'Valeur haute'],
    [
      'Upper end of a range; null where it is no range.',
      'Valeur haute d’une fourchette ; vide (null) si ce n’en est pas une.'
    ]
  ),
  unit: id(
    table.unit,
    ['Unit', 'Unité'],
    [
      'What is counted, such as commitments or people; `year` where the number is a year.',
      'Ce qui est compté, par exemple commitments ou people ; `year` si le nombre est une année.'
    ]
  ),
  qualifier: code(
    table.qualifier,
    QUALIFIERS,
    ['Qualifier', 'Portée'],
    ['How exactly the brochure states the number.', 'Avec quelle exactitude la brochure énonce le nombre.'],
    'qualifier'
  ),
  year: year(
    nullable(table.year),
    ['Year', 'Année'],
    [
      'Year that the number speaks of; null where it is tied to no year or is a year itself.',
      'Année dont parle le nombre ; vide (null) s’il n’est lié à aucune ou est lui-même une année.'
    ]
  ),
  label_en: text(
    table.label_en,
    ['Label (English)', 'Libellé (anglais)'],
    ['What is measured, in English.', 'Ce qui est mesuré, en anglais.']
  ),
  label_fr: text(
    table.label_fr,
    ['Label (French)', 'Libellé (français)'],
    ['What is measured, in French.', 'Ce qui est mesuré, en français.']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'figures',
  title: ['Figures', 'Chiffres'],
  typeName: 'Figure',
  row: ['a figure', 'un chiffre'],
  description: [
    'The numbers that the brochure of December 2016 prints, from member governments to the size of a plan, each with its qualifier (exact, about, more than, a range, or counted by us from a list). They are quoted: they are not totals of the rows in this API and need not agree with them.',
    'Les nombres que donne la brochure de décembre 2016, des gouvernements membres à la taille d’un plan, chacun avec sa portée (exact, environ, plus de, fourchette, ou compté par nous dans une liste). Ils sont cités : ce ne sont pas des totaux des lignes de cette API et ils peuvent ne pas concorder avec elles.'
  ],
  table,
  fields,
  filters: {
    unit: equals(fields.unit, ['Units.', 'Unités.']),
    qualifier: equals(fields.qualifier, ['Qualifiers.', 'Portées.']),
    year: byYear(fields.year, ['Year that the number speaks of.', 'Année dont parle le nombre.'])
  }
})
