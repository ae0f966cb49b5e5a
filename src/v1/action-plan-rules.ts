import { OBLIGATIONS } from '../db/codes.ts'
import { action_plan_rules as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, longText, nullable } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Rule', 'Règle'], ['Slug of the rule.', 'Identifiant de la règle.']),
  number: integer(table.number, ['Number', 'Numéro'], ['Place in our list.', 'Place dans notre liste.'], [1, 99]),
  obligation: code(
    table.obligation,
    OBLIGATIONS,
    ['Obligation', 'Obligation'],
    ['How binding the brochure makes the rule.', 'À quel point la brochure rend la règle contraignante.'],
    'obligation'
  ),
  rule_en: longText(
    table.rule_en,
    ['Rule (English)', 'Règle (anglais)'],
    ['The rule in English and in our words.', 'La règle en anglais et dans nos mots.']
  ),
  rule_fr: longText(
    table.rule_fr,
    ['Rule (French)', 'Règle (français)'],
    ['The rule in French and in our words.', 'La règle en français et dans nos mots.']
  ),
  value_min: integer(
    nullable(table.value_min),
    ['At least', 'Au moins'],
    [
      'Lowest number the rule allows, in `unit`; null for a rule without numbers.',
      'Plus petit nombre que la règle admet, en `unit` ; vide (null) pour une règle sans nombre.'
    ]
  ),
  value_max: integer(
    nullable(table.value_max),
    ['At most', 'Au plus'],
    [
      'Highest number the rule allows, in `unit`; null for a rule without numbers.',
      'Plus grand nombre que la règle admet, en `unit` ; vide (null) pour une règle sans nombre.'
    ]
  ),
  unit: id(
    nullable(table.unit),
    ['Unit', 'Unité'],
    [
      'What the numbers count: commitments or years; null for a rule without numbers.',
      'Ce que les nombres comptent : commitments (engagements) ou years (années) ; vide (null) pour une règle sans nombre.'
    ]
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'action-plan-rules',
  title: ['Rules for action plans', 'Règles des plans d’action'],
  typeName: 'ActionPlanRule',
  row: ['an action plan rule', 'une règle des plans d’action'],
  description: [
    'What a national action plan has to be according to the brochure of December 2016: how many commitments, how long a cycle, how written and reviewed, each marked as required, recommended or encouraged. Real plans break these rules; /action-plans shows what they hold.',
    'Ce que doit être un plan d’action national selon la brochure de décembre 2016 : combien d’engagements, quelle durée de cycle, quelle rédaction et quelle évaluation, chaque règle étant obligatoire, recommandée ou encouragée. Des plans réels s’en écartent ; /action-plans montre ce qu’ils contiennent.'
  ],
  table,
  fields,
  filters: { obligation: equals(fields.obligation, ['How binding the rules are.', 'Force des règles.']) },
  sort: ['number']
})
