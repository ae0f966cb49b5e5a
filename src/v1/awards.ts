import { AWARD_CATEGORIES } from '../db/codes.ts'
import { awards as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { boolean, code, id, integer, longText, nullable, text, year } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { byCountry, byRegion, byYear, countryColumns, originColumns, sourceOf, withCountry } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Award', 'Prix'], ['Year, category and country.', 'Année, catégorie et pays.']),
  year: year(table.year, ['Year', 'Année'], ['Year of the awards.', 'Année des prix.']),
  category: code(
    table.category,
    AWARD_CATEGORIES,
    ['Category', 'Catégorie'],
    ['What the initiative was given.', 'Ce que l’initiative a reçu.'],
    'category'
  ),
  rank: integer(
    nullable(table.rank),
    ['Rank', 'Rang'],
    [
      'Place among the winners, 1 to 3, which the brochure does not print; null outside the winners.',
      'Place parmi les lauréats, de 1 à 3, que la brochure ne donne pas ; vide (null) hors des lauréats.'
    ],
    [1, 9]
  ),
  rank_source_id: sourceOf(table.rank_source_id, ['rank', 'le rang']),
  ...countryColumns(table.country),
  initiative: text(
    nullable(table.initiative),
    ['Initiative', 'Initiative'],
    [
      'Name of the initiative, as its source writes it; null where the source only describes it.',
      'Nom de l’initiative, tel que sa source l’écrit ; vide (null) si la source la décrit seulement.'
    ]
  ),
  summary_en: longText(
    nullable(table.summary_en),
    ['Summary (English)', 'Résumé (anglais)'],
    [
      'What the initiative does, in English and in our words; null where only its name is known.',
      'Ce que fait l’initiative, en anglais et dans nos mots ; vide (null) si l’on n’en connaît que le nom.'
    ]
  ),
  summary_fr: longText(
    nullable(table.summary_fr),
    ['Summary (French)', 'Résumé (français)'],
    [
      'What the initiative does, in French and in our words; null where only its name is known or no French source tells.',
      'Ce que fait l’initiative, en français et dans nos mots ; vide (null) si l’on n’en connaît que le nom ou si aucune source française ne le dit.'
    ]
  ),
  in_brochure: boolean(
    table.in_brochure,
    ['In the brochure', 'Dans la brochure'],
    [
      'Whether the brochure of December 2016 names the award; it closed before the results of 2016.',
      'Si la brochure de décembre 2016 cite ce prix ; elle est antérieure aux résultats de 2016.'
    ]
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'awards',
  title: ['Open Government Awards', 'Prix du gouvernement ouvert'],
  typeName: 'Award',
  row: ['an award', 'un prix'],
  description: [
    'Initiatives that won an Open Government Award, were named regional champion or got an honourable mention, 2014 to 2016. Not every distinction is listed: of the ten initiatives ranked in 2014 only the three winners are here.',
    'Initiatives lauréates d’un Prix du gouvernement ouvert, championnes régionales ou citées avec mention honorable, de 2014 à 2016. Toutes les distinctions n’y sont pas : des dix initiatives classées en 2014 ne figurent que les trois lauréates.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    year: byYear(fields.year, ['Year of the awards.', 'Année des prix.']),
    category: equals(fields.category, ['Categories.', 'Catégories.'])
  },
  sort: ['year', 'rank'],
  related: {
    editions: { dataset: 'award-editions', parameter: 'year', field: 'year' },
    members: { dataset: 'members', parameter: 'country', field: 'country' }
  }
})
