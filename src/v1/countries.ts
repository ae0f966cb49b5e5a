import { REGIONS } from '../db/codes.ts'
import { countries as table } from '../db/schema/reference.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { outlineOf } from '../geometry/outlines.ts'
import { ISO_CODE, originColumns, sourceOf } from './vocabulary.ts'

const fields = {
  id: text(
    table.id,
    ['Country code', 'Code du pays'],
    [
      'ISO 3166-1 alpha-2 code; XK for Kosovo, which ISO leaves out.',
      'Code ISO 3166-1 alpha-2 ; XK pour le Kosovo, que l’ISO omet.'
    ],
    ISO_CODE
  ),
  iso3: text(
    table.iso3,
    ['Alpha-3 code', 'Code alpha-3'],
    ['ISO 3166-1 alpha-3 code; XKX for Kosovo.', 'Code ISO 3166-1 alpha-3 ; XKX pour le Kosovo.'],
    { pattern: '^[A-Z]{3}$', maxLength: 3 }
  ),
  name_en: text(
    table.name_en,
    ['Name (English)', 'Nom (anglais)'],
    [
      'As OGP wrote it in 2016, or else as the Unicode CLDR does.',
      'Tel que le PGO l’écrivait en 2016, sinon selon le CLDR d’Unicode.'
    ]
  ),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    [
      'As the brochure spells it, or else as the Unicode CLDR does.',
      'Tel que la brochure l’écrit, sinon selon le CLDR d’Unicode.'
    ]
  ),
  name_fr_source_id: sourceOf(table.name_fr_source_id, ['French name', 'le nom français']),
  region: code(
    table.region,
    REGIONS,
    ['Region', 'Région'],
    [
      'Region by the UN M49 standard, at the level of continents.',
      'Région selon la norme M49 des Nations unies, au niveau des continents.'
    ],
    'region'
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'countries',
  title: ['Countries', 'Pays'],
  typeName: 'Country',
  row: ['a country', 'un pays'],
  description: [
    'The countries and territories of ISO 3166-1 with their names and regions; what the column `country` of every dataset refers to. That a country is listed says nothing about its membership.',
    'Les pays et territoires d’ISO 3166-1, avec leurs noms et régions ; ce à quoi renvoie la colonne `country` de chaque jeu de données. Figurer ici ne dit rien de l’adhésion.'
  ],
  table,
  outlineOf,
  fields,
  filters: {
    region: equals(fields.region, ['Regions by the UN M49 standard.', 'Régions selon la norme M49 des Nations unies.'])
  },
  related: {
    members: { dataset: 'members', parameter: 'country', field: 'id' },
    commitments: { dataset: 'commitments', parameter: 'country', field: 'id' },
    eligibility_scores: { dataset: 'eligibility-scores', parameter: 'country', field: 'id' }
  }
})
