import { FREQUENCIES, RESOURCE_KINDS } from '../db/codes.ts'
import { resources as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, list, longText, nullable, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Resource', 'Ressource'], ['Slug of the resource.', 'Identifiant de la ressource.']),
  name_en: text(table.name_en, ['Name (English)', 'Nom (anglais)'], ['Name in English.', 'Nom en anglais.']),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    ['Name in French, as the brochure prints it.', 'Nom en français, tel que la brochure l’écrit.']
  ),
  kind: code(
    table.kind,
    RESOURCE_KINDS,
    ['Kind', 'Nature'],
    ['What kind of resource it is.', 'Quelle sorte de ressource c’est.'],
    'resource_kind'
  ),
  summary_en: longText(
    table.summary_en,
    ['Summary (English)', 'Résumé (anglais)'],
    ['What the resource offers, in English and in our words.', 'Ce qu’offre la ressource, en anglais et dans nos mots.']
  ),
  summary_fr: longText(
    table.summary_fr,
    ['Summary (French)', 'Résumé (français)'],
    ['What the resource offers, in French and in our words.', 'Ce qu’offre la ressource, en français et dans nos mots.']
  ),
  frequency: code(
    nullable(table.frequency),
    FREQUENCIES,
    ['Frequency', 'Fréquence'],
    [
      'How often it appears or takes place; null where the brochure does not say.',
      'Rythme auquel elle paraît ou se tient ; vide (null) si la brochure ne le dit pas.'
    ],
    'frequency'
  ),
  frequency_fr: text(
    nullable(table.frequency_fr),
    ['Frequency in words (French)', 'Fréquence en mots (français)'],
    ['The frequency more precisely, in French.', 'La fréquence plus précisément, en français.']
  ),
  languages: list(
    nullable(table.languages),
    ['Languages', 'Langues'],
    [
      'ISO 639-1 codes of the languages it appears in; null where the brochure does not say.',
      'Codes ISO 639-1 des langues dans lesquelles elle paraît ; vide (null) si la brochure ne le dit pas.'
    ],
    { pattern: '^[a-z]{2}$', maxLength: 2 }
  ),
  contact: text(
    nullable(table.contact),
    ['Contact', 'Contact'],
    [
      'E-mail address printed for the resource; null where none is.',
      'Adresse électronique donnée pour la ressource ; vide (null) s’il n’y en a pas.'
    ]
  ),
  ...originColumns(table),
  frequency_en: text(
    nullable(table.frequency_en),
    ['Frequency in words (English)', 'Fréquence en mots (anglais)'],
    ['The frequency more precisely, in English.', 'La fréquence plus précisément, en anglais.']
  )
}

export default dataset({
  name: 'resources',
  title: ['Resources', 'Ressources'],
  typeName: 'Resource',
  row: ['a resource', 'une ressource'],
  description: [
    'Tools, guides, newsletters and meetings that OGP offered in December 2016, as the brochure presents them. Many have changed or ended since; nothing here says that they still exist.',
    'Outils, guides, lettres d’information et rencontres que le PGO proposait en décembre 2016, tels que la brochure les présente. Beaucoup ont changé ou cessé depuis ; rien ici ne dit qu’ils existent encore.'
  ],
  table,
  fields,
  filters: { kind: equals(fields.kind, ['Kinds of resource.', 'Natures de ressource.']) }
})
