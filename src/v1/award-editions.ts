import { award_editions as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, integer, nullable, text, year } from '../engine/definition/field.ts'
import { byYear, originColumns, sourceOf } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Edition', 'Édition'], ['The year.', 'L’année.']),
  year: year(table.year, ['Year', 'Année'], ['Year of the awards.', 'Année des prix.']),
  theme_en: text(
    table.theme_en,
    ['Theme (English)', 'Thème (anglais)'],
    ['Theme of the year, in English.', 'Thème de l’année, en anglais.']
  ),
  theme_fr: text(
    table.theme_fr,
    ['Theme (French)', 'Thème (français)'],
    ['Theme of the year, as the brochure prints it.', 'Thème de l’année, tel que la brochure l’écrit.']
  ),
  theme_en_source_id: sourceOf(table.theme_en_source_id, ['English theme', 'le thème en anglais']),
  winners: integer(
    nullable(table.winners),
    ['Winners', 'Lauréats'],
    [
      'Number of winners according to the brochure; null for 2016, when they were still to be named.',
      'Nombre de lauréats selon la brochure ; vide (null) pour 2016, où ils restaient à désigner.'
    ]
  ),
  regional_champions: integer(
    nullable(table.regional_champions),
    ['Regional champions', 'Champions régionaux'],
    [
      'Number of regional champions according to the brochure; null where it tells of none.',
      'Nombre de champions régionaux selon la brochure ; vide (null) si elle n’en mentionne pas.'
    ]
  ),
  ceremony: text(
    nullable(table.ceremony),
    ['Ceremony (English)', 'Cérémonie (anglais)'],
    ['Where the awards were given, in English.', 'Où les prix ont été remis, en anglais.']
  ),
  ceremony_source_id: sourceOf(table.ceremony_source_id, ['ceremony', 'la cérémonie']),
  ...originColumns(table),
  ceremony_fr: text(
    nullable(table.ceremony_fr),
    ['Ceremony (French)', 'Cérémonie (français)'],
    ['Where the awards were given, in French.', 'Où les prix ont été remis, en français.']
  )
}

export default dataset({
  name: 'award-editions',
  title: ['Editions of the Open Government Awards', 'Éditions des Prix du gouvernement ouvert'],
  typeName: 'AwardEdition',
  row: ['an award edition', 'une édition des prix'],
  description: [
    'The yearly editions of the Open Government Awards from 2014 to 2016: theme, ceremony, number of winners. The numbers are those the brochure prints and may be lower than the distinctions listed in /awards.',
    'Les éditions annuelles des Prix du gouvernement ouvert de 2014 à 2016 : thème, cérémonie, nombre de lauréats. Les nombres sont ceux que donne la brochure et peuvent être inférieurs aux distinctions de /awards.'
  ],
  table,
  fields,
  filters: { year: byYear(fields.year, ['Year of the awards.', 'Année des prix.']) },
  sort: ['year'],
  related: { awards: { dataset: 'awards', parameter: 'year', field: 'year' } }
})
