import { action_plan_stages as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, integer, text } from '../engine/definition/field.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Stage', 'Étape'], ['Slug of the stage.', 'Identifiant de l’étape.']),
  number: integer(table.number, ['Number', 'Numéro'], ['Place in the cycle.', 'Place dans le cycle.'], [1, 99]),
  stage_en: text(
    table.stage_en,
    ['Stage (English)', 'Étape (anglais)'],
    ['The stage in English.', 'L’étape en anglais.']
  ),
  stage_fr: text(
    table.stage_fr,
    ['Stage (French)', 'Étape (français)'],
    ['The stage in French.', 'L’étape en français.']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'action-plan-stages',
  title: ['Stages of an action plan', 'Étapes d’un plan d’action'],
  typeName: 'ActionPlanStage',
  row: ['an action plan stage', 'une étape d’un plan d’action'],
  description: [
    'The three stages through which every national action plan passes according to the brochure of December 2016: co-creation, implementation, assessment. They describe the cycle as intended; this does not say how far a given plan has got.',
    'Les trois étapes que traverse chaque plan d’action national selon la brochure de décembre 2016 : co-création, mise en œuvre, évaluation. Elles décrivent le cycle tel qu’il est prévu ; elles ne disent pas où en est un plan donné.'
  ],
  table,
  fields,
  filters: {},
  sort: ['number']
})
