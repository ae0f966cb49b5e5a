import { THEME_SCHEMES } from '../db/codes.ts'
import { themes as table } from '../db/schema/reference.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { codes, id, nullable, text } from '../engine/definition/field.ts'
import { contains, equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Theme', 'Thème'],
    [
      'Slug of the theme, the same in all taxonomies and releases.',
      'Identifiant du thème, le même dans toutes les taxonomies et versions.'
    ]
  ),
  name_en: text(
    table.name_en,
    ['Name (English)', 'Nom (anglais)'],
    [
      'Name in English, after the newest taxonomy that has the theme.',
      'Nom en anglais, d’après la plus récente taxonomie qui a ce thème.'
    ]
  ),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    ['Name in French; a translation of ours.', 'Nom en français ; traduction de notre fait.']
  ),
  parent: id(
    nullable(table.parent),
    ['Parent', 'Thème parent'],
    [
      'Broader theme that holds this one, by OGP’s hierarchy of 2024 or, where the note says so, by our judgement; null for a theme at the top.',
      'Thème plus large qui contient celui-ci, selon la hiérarchie du PGO de 2024 ou, si la remarque le dit, selon notre jugement ; vide (null) au premier niveau.'
    ]
  ),
  schemes: codes(
    nullable(table.schemes),
    THEME_SCHEMES,
    ['Taxonomies', 'Taxonomies'],
    [
      'Taxonomies that have a tag of this theme; null if none does.',
      'Taxonomies qui ont une étiquette de ce thème ; vide (null) si aucune n’en a.'
    ],
    'schemes'
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'themes',
  title: ['Themes', 'Thèmes'],
  typeName: 'Theme',
  row: ['a theme', 'un thème'],
  description: [
    'Themes of commitments: each slug unites the tags of the four taxonomies of 2013, 2015, 2016 and 2024 and of OGP’s own site that mean the same. The original tag stays with each commitment and /theme-tags is the crosswalk; taxonomies cut the field differently, so a count across years may reflect a change of tags.',
    'Thèmes des engagements : chaque identifiant réunit les étiquettes de même sens des quatre taxonomies de 2013, 2015, 2016 et 2024 et du site du PGO. L’étiquette d’origine reste avec chaque engagement et /theme-tags donne la correspondance ; les découpages diffèrent, si bien qu’un décompte sur plusieurs années peut refléter un changement d’étiquettes.'
  ],
  table,
  fields,
  filters: {
    scheme: contains(fields.schemes, [
      'Taxonomies that have a tag of the theme.',
      'Taxonomies qui ont une étiquette du thème.'
    ]),
    parent: equals(fields.parent, ['The broader theme.', 'Le thème plus large.'], { references: 'themes' })
  },
  related: {
    commitments: { dataset: 'commitments', parameter: 'theme', field: 'id' },
    tags: { dataset: 'theme-tags', parameter: 'theme', field: 'id' },
    narrower: { dataset: 'themes', parameter: 'parent', field: 'id' }
  }
})
