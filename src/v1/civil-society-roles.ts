import { civil_society_roles as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, integer, longText } from '../engine/definition/field.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Role', 'Rôle'], ['Slug of the role.', 'Identifiant du rôle.']),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['Place in the brochure’s list.', 'Place dans la liste de la brochure.'],
    [1, 99]
  ),
  role_en: longText(
    table.role_en,
    ['Role (English)', 'Rôle (anglais)'],
    ['What civil society can do, in English.', 'Ce que la société civile peut faire, en anglais.']
  ),
  role_fr: longText(
    table.role_fr,
    ['Role (French)', 'Rôle (français)'],
    ['What civil society can do, in French.', 'Ce que la société civile peut faire, en français.']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'civil-society-roles',
  title: ['Roles of civil society', 'Rôles de la société civile'],
  typeName: 'CivilSocietyRole',
  row: ['a civil society role', 'un rôle de la société civile'],
  description: [
    'Six ways in which civil society takes part in OGP, from pressing a government to join to starting over with a new goal, after the brochure of December 2016. They are invitations in our words and do not say what happened in any country.',
    'Six manières dont la société civile participe au PGO, de l’appel à adhérer jusqu’au départ vers un nouvel objectif, d’après la brochure de décembre 2016. Ce sont des invitations dans nos mots ; elles ne disent pas ce qui s’est passé dans un pays.'
  ],
  table,
  fields,
  filters: {},
  sort: ['number']
})
