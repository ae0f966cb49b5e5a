import { LEAD_KINDS, LEAD_TYPES } from '../db/codes.ts'
import { working_group_leads as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { byCountry, byRegion, countryColumns, originColumns, withCountry } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Lead', 'Codirigeant'], ['Working group and number.', 'Groupe de travail et numéro.']),
  working_group: id(
    table.working_group,
    ['Working group', 'Groupe de travail'],
    ['Group that is led: an id of /working-groups.', 'Groupe dirigé : un identifiant de /working-groups.']
  ),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['Place among the leads of the group, as printed.', 'Place parmi les codirigeants du groupe, telle que donnée.'],
    [1, 99]
  ),
  name: text(
    table.name,
    ['Name', 'Nom'],
    ['Name as the French brochure prints it.', 'Nom tel que la brochure en français l’écrit.']
  ),
  lead_type: code(
    table.lead_type,
    LEAD_TYPES,
    ['Sector', 'Secteur'],
    ['Whether the lead stands for civil society or for government.', 'Société civile ou gouvernement.'],
    'lead_type'
  ),
  kind: code(
    table.kind,
    LEAD_KINDS,
    ['Kind', 'Nature'],
    ['What kind of institution leads.', 'Quelle sorte d’institution dirige.'],
    'lead_kind'
  ),
  ...countryColumns(table.country),
  ...originColumns(table)
}

export default dataset({
  name: 'working-group-leads',
  title: ['Working group leads', 'Codirigeants des groupes de travail'],
  typeName: 'WorkingGroupLead',
  row: ['a working group lead', 'un codirigeant de groupe de travail'],
  description: [
    'The organisations and governments that led OGP’s working groups in December 2016, as the brochure names them. A civil society organisation has no country here: the brochure gives none, and OGP’s own page names some leads otherwise, as the notes say.',
    'Les organisations et gouvernements qui dirigeaient les groupes de travail du PGO en décembre 2016, tels que la brochure les cite. Une organisation de la société civile n’a pas de pays ici : la brochure n’en donne pas, et la page du PGO cite certains codirigeants autrement, comme le disent les remarques.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    workinggroup: equals(fields.working_group, ['Working groups, by id.', 'Groupes de travail, par identifiant.']),
    type: equals(fields.lead_type, ['Civil society or government.', 'Société civile ou gouvernement.']),
    country: byCountry(table.country),
    region: byRegion
  },
  sort: ['working_group', 'number']
})
