import { POLICY_PARTS } from '../db/codes.ts'
import { response_policy as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, longText } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Item', 'Élément'], ['Slug of the item.', 'Identifiant de l’élément.']),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['Place in our account of the policy.', 'Place dans notre présentation de la politique.'],
    [1, 99]
  ),
  part: code(
    table.part,
    POLICY_PARTS,
    ['Part', 'Partie'],
    ['What the item tells of the policy.', 'Ce que l’élément dit de la politique.'],
    'policy_part'
  ),
  text_en: longText(
    table.text_en,
    ['Text (English)', 'Texte (anglais)'],
    ['The item in English.', 'L’élément en anglais.']
  ),
  text_fr: longText(
    table.text_fr,
    ['Text (French)', 'Texte (français)'],
    ['The item in French.', 'L’élément en français.']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'response-policy',
  title: ['Response Policy', 'Politique de réponse'],
  typeName: 'ResponsePolicyItem',
  row: ['a response policy item', 'un élément de la Politique de réponse'],
  description: [
    'What the brochure of December 2016 says about the Response Policy: its names and purpose, the concerns it answers, who may trigger it, when and how, and whom they write to. This is our account and not the policy itself; for its uses see /membership-events.',
    'Ce que la brochure de décembre 2016 dit de la Politique de réponse : ses noms et son but, les préoccupations auxquelles elle répond, qui peut la déclencher, quand et comment, à qui l’on écrit. C’est notre présentation et non la politique même ; ses usages se trouvent dans /membership-events.'
  ],
  table,
  fields,
  filters: { part: equals(fields.part, ['Parts of the account.', 'Parties de la présentation.']) },
  sort: ['number']
})
