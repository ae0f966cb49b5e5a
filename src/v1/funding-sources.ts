import { DONOR_GROUPS } from '../db/codes.ts'
import { funding_sources as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, nullable, text } from '../engine/definition/field.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Funding source', 'Source de financement'],
    ['Slug of the funding source.', 'Identifiant de la source de financement.']
  ),
  donor_group: code(
    table.donor_group,
    DONOR_GROUPS,
    ['Donor group', 'Groupe de donateurs'],
    ['Whether foundations or governments pay.', 'Fondations ou gouvernements.'],
    'donor_group'
  ),
  name_en: text(
    table.name_en,
    ['Name (English)', 'Nom (anglais)'],
    ['What is paid, in English.', 'Ce qui est versé, en anglais.']
  ),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    ['What is paid, in French.', 'Ce qui est versé, en français.']
  ),
  group_share: code(
    nullable(table.group_share),
    ['about_equal'],
    ['Share of the group', 'Part du groupe'],
    [
      'Share of the whole donor group in the budget, not of this source; null where the brochure does not say.',
      'Part du groupe de donateurs entier dans le budget, non de cette source ; vide (null) si la brochure ne le dit pas.'
    ],
    'group_share'
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'funding-sources',
  title: ['Funding sources', 'Sources de financement'],
  typeName: 'FundingSource',
  row: ['a funding source', 'une source de financement'],
  description: [
    'How OGP was funded in December 2016, according to the brochure: grants of foundations, grants of aid agencies and fees of member states. The brochure gives no amounts, only that foundations and governments bear about equal shares.',
    'Ce dont vivait le PGO en décembre 2016 selon la brochure : subventions de fondations, subventions d’agences d’aide et frais versés par les États membres. La brochure ne donne aucun montant, seulement que fondations et gouvernements assument des parts à peu près égales.'
  ],
  table,
  fields,
  filters: {},
  sort: ['donor_group']
})
