import { working_groups as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, integer, list, nullable, text } from '../engine/definition/field.ts'
import { byCountries, ISO_CODE, originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Working group', 'Groupe de travail'], ['Slug of the group.', 'Identifiant du groupe.']),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['Place in the brochure’s list.', 'Place dans la liste de la brochure.'],
    [1, 99]
  ),
  name_en: text(table.name_en, ['Name (English)', 'Nom (anglais)'], ['Name in English.', 'Nom en anglais.']),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    ['Name in French, as the brochure prints it.', 'Nom en français, tel que la brochure l’écrit.']
  ),
  name_en_basis: text(
    nullable(table.name_en_basis),
    ['Basis of the English name', 'Base du nom anglais'],
    [
      'own_translation where the English name is a translation of ours; null where it is OGP’s.',
      'own_translation si le nom anglais est une traduction de notre fait ; vide (null) s’il est du PGO.'
    ]
  ),
  lead_countries: list(
    nullable(table.lead_countries),
    ['Countries that lead', 'Pays codirigeants'],
    [
      'ISO 3166-1 alpha-2 codes of the countries whose government or public bodies lead the group; null if there is none.',
      'Codes ISO 3166-1 alpha-2 des pays dont le gouvernement ou des organismes publics dirigent le groupe ; vide (null) s’il n’y en a pas.'
    ],
    ISO_CODE
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'working-groups',
  title: ['Working groups', 'Groupes de travail'],
  typeName: 'WorkingGroup',
  row: ['a working group', 'un groupe de travail'],
  description: [
    'The six thematic working groups of OGP in December 2016, as the brochure lists them. They are not the five groups by which the IRM’s files of 2016 mark commitments, and say nothing about groups of today.',
    'Les six groupes de travail thématiques du PGO en décembre 2016, tels que la brochure les énumère. Ce ne sont pas les cinq groupes auxquels les fichiers du MEI de 2016 rattachent les engagements, et ils ne disent rien des groupes d’aujourd’hui.'
  ],
  table,
  fields,
  filters: { country: byCountries(fields.lead_countries) },
  sort: ['number'],
  related: { leads: { dataset: 'working-group-leads', parameter: 'workinggroup', field: 'id' } }
})
