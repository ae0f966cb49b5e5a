import { people as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, nullable, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { byCountry, byRegion, countryColumns, originColumns, withCountry } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Person', 'Personne'], ['Slug of the name.', 'Identifiant tiré du nom.']),
  name: text(table.name, ['Name', 'Nom'], ['First name and surname.', 'Prénom et nom.']),
  body: id(
    nullable(table.body),
    ['Body', 'Organe'],
    [
      'Body of OGP that the person belongs to: an id of /bodies.',
      'Organe du PGO dont la personne fait partie : un identifiant de /bodies.'
    ]
  ),
  role_en: text(
    nullable(table.role_en),
    ['Role (English)', 'Fonction (anglais)'],
    [
      'Role in that body, in English; null where no source tells.',
      'Fonction dans cet organe, en anglais ; vide (null) si aucune source ne la donne.'
    ]
  ),
  role_fr: text(
    nullable(table.role_fr),
    ['Role (French)', 'Fonction (français)'],
    [
      'Role in that body, in French; null where no source tells.',
      'Fonction dans cet organe, en français ; vide (null) si aucune source ne la donne.'
    ]
  ),
  affiliation: text(
    nullable(table.affiliation),
    ['Affiliation', 'Institution'],
    [
      'Organisation or government that the person comes from, in the language of the source.',
      'Organisation ou gouvernement dont vient la personne, dans la langue de la source.'
    ]
  ),
  position: text(
    nullable(table.position),
    ['Position', 'Poste'],
    ['Position held there, in the language of the source.', 'Poste qu’elle y occupe, dans la langue de la source.']
  ),
  ...countryColumns(table.country),
  ...originColumns(table),
  position_en: text(
    nullable(table.position_en),
    ['Position (English)', 'Poste (anglais)'],
    [
      'That position in English; our translation where the source is in French.',
      'Ce poste en anglais ; dans notre traduction si la source est en français.'
    ]
  ),
  position_fr: text(
    nullable(table.position_fr),
    ['Position (French)', 'Poste (français)'],
    [
      'That position in French; our translation where the source is in English.',
      'Ce poste en français ; dans notre traduction si la source est en anglais.'
    ]
  )
}

export default dataset({
  name: 'people',
  title: ['People', 'Personnes'],
  typeName: 'Person',
  row: ['a person', 'une personne'],
  description: [
    'The ambassadors that the brochure of December 2016 names, and the co-chairs and the head of the Support Unit whom other documents name for the same months. These are not all members of any body, and the country is that of the government a person speaks for, not a nationality.',
    'Les ambassadeurs que cite la brochure de décembre 2016, ainsi que les coprésidents et le responsable du Secrétariat permanent que d’autres documents citent pour les mêmes mois. Aucun organe n’y figure au complet, et le pays est celui du gouvernement que la personne représente, non une nationalité.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    body: equals(fields.body, ['Bodies of OGP, by id.', 'Organes du PGO, par identifiant.']),
    country: byCountry(table.country),
    region: byRegion
  },
  sort: ['name']
})
