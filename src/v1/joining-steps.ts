import { joining_steps as table } from '../db/schema/membership.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, integer, longText, nullable, text } from '../engine/definition/field.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Step', 'Étape'], ['Slug of the step.', 'Identifiant de l’étape.']),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['Place in the sequence.', 'Place dans l’ordre des étapes.'],
    [1, 9]
  ),
  step_en: longText(
    table.step_en,
    ['Step (English)', 'Étape (anglais)'],
    ['What the state has to do, in English.', 'Ce que l’État doit faire, en anglais.']
  ),
  step_fr: longText(
    table.step_fr,
    ['Step (French)', 'Étape (français)'],
    ['What the state has to do, in French.', 'Ce que l’État doit faire, en français.']
  ),
  addressee_fr: text(
    nullable(table.addressee_fr),
    ['Addressee (French)', 'Destinataire (français)'],
    [
      'To whom the state writes, in French; null where the step has no addressee.',
      'À qui l’État écrit, en français ; vide (null) si l’étape n’a pas de destinataire.'
    ]
  ),
  ...originColumns(table),
  addressee_en: text(
    nullable(table.addressee_en),
    ['Addressee (English)', 'Destinataire (anglais)'],
    [
      'To whom the state writes, in English; null where the step has no addressee.',
      'À qui l’État écrit, en anglais ; vide (null) si l’étape n’a pas de destinataire.'
    ]
  )
}

export default dataset({
  name: 'joining-steps',
  title: ['Steps to join', 'Étapes d’adhésion'],
  typeName: 'JoiningStep',
  row: ['a joining step', 'une étape d’adhésion'],
  description: [
    'The four steps by which a state joins OGP according to the brochure of December 2016, in our own words. The rules changed later: since September 2017 there is also a values check.',
    'Les quatre étapes par lesquelles un État adhère au PGO selon la brochure de décembre 2016, dans nos propres mots. Les règles ont changé ensuite : depuis septembre 2017 s’y ajoute un examen des valeurs.'
  ],
  table,
  fields,
  filters: {},
  sort: ['number']
})
