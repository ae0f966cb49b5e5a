import { code_lists as table } from '../db/schema/reference.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, integer, list, longText, nullable, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Code list value', 'Valeur codée'], ['Field and code.', 'Champ et code.']),
  field: id(
    table.field,
    ['Field', 'Champ'],
    [
      'The coded field; data dictionaries name it for each coded column.',
      'Le champ codé ; les dictionnaires de données l’indiquent pour chaque colonne codée.'
    ]
  ),
  code: id(
    table.code,
    ['Code', 'Code'],
    ['The value as the data hold it.', 'La valeur telle que les données la contiennent.']
  ),
  rank: integer(
    nullable(table.rank),
    ['Rank', 'Rang'],
    [
      'Place among the values of the field, from 0: from weakest to strongest where the source ranks them, else the order of listing; null for values that stand for a missing reading.',
      'Place parmi les valeurs du champ, à partir de 0 : de la plus faible à la plus forte si la source les ordonne, sinon ordre d’énumération ; vide (null) pour les valeurs qui marquent un relevé absent.'
    ]
  ),
  label_en: text(
    table.label_en,
    ['Label (English)', 'Libellé (anglais)'],
    ['Label in English.', 'Libellé en anglais.']
  ),
  label_fr: text(
    table.label_fr,
    ['Label (French)', 'Libellé (français)'],
    ['Label in French.', 'Libellé en français.']
  ),
  meaning_en: longText(
    nullable(table.meaning_en),
    ['Meaning (English)', 'Sens (anglais)'],
    [
      'What the value means, in English; null where the label says it all.',
      'Ce que la valeur signifie, en anglais ; vide (null) si le libellé suffit.'
    ]
  ),
  meaning_fr: longText(
    nullable(table.meaning_fr),
    ['Meaning (French)', 'Sens (français)'],
    [
      'What the value means, in French; null where the label says it all.',
      'Ce que la valeur signifie, en français ; vide (null) si le libellé suffit.'
    ]
  ),
  editions: list(
    nullable(table.editions),
    ['Editions', 'Éditions'],
    [
      'Editions of the IRM’s data that use the value: ids of /editions; null for fields that no such edition holds.',
      'Éditions des données du MEI qui emploient la valeur : identifiants de /editions ; vide (null) pour les champs d’aucune d’elles.'
    ]
  ),
  source_labels: list(
    nullable(table.source_labels),
    ['Labels in the source', 'Libellés de la source'],
    [
      'What those editions call the value, in their order; null where a source has no label for it.',
      'Comment ces éditions nomment la valeur, dans leur ordre ; vide (null) si la source n’a pas de libellé.'
    ]
  ),
  source_codes: list(
    nullable(table.source_codes),
    ['Codes in the source', 'Codes de la source'],
    [
      'How those editions code the value, in their order; null where a source has no code for it.',
      'Comment ces éditions codent la valeur, dans leur ordre ; vide (null) si la source n’a pas de code.'
    ]
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'code-lists',
  title: ['Code lists', 'Listes de codes'],
  typeName: 'CodeListValue',
  row: ['a code list value', 'une valeur codée'],
  description: [
    'One allowed value of one coded field: its meaning, its order from weakest to strongest, the editions of the IRM’s data that use it and what they call it. Not reviewed, no data and not applicable are values of their own without a rank; none of them is a zero or a lowest grade.',
    'Une valeur admise d’un champ codé : son sens, son rang de la plus faible à la plus forte, les éditions des données du MEI qui l’emploient et le nom qu’elles lui donnent. Non évalué, pas de données et sans objet sont des valeurs à part, sans rang ; aucune ne vaut zéro ni la plus basse note.'
  ],
  table,
  fields,
  filters: { field: equals(fields.field, ['Coded fields.', 'Champs codés.']) },
  sort: ['field', 'rank']
})
