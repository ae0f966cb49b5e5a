import { BODY_KINDS } from '../db/codes.ts'
import { bodies as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, longText, nullable, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import type { Words } from '../i18n/words.ts'
import { originColumns } from './vocabulary.ts'

const size = (column: Parameters<typeof nullable<number>>[0], label: Words, of: Words) =>
  integer(nullable(column), label, [
    `Number of ${of[0]}; null where the brochure gives none.`,
    `Nombre de ${of[1]} ; vide (null) si la brochure n’en donne pas.`
  ])

const fields = {
  id: id(
    table.id,
    ['Body', 'Organe'],
    ['Slug of the body, after its French name.', 'Identifiant de l’organe, d’après son nom français.']
  ),
  name_en: text(
    table.name_en,
    ['Name (English)', 'Nom (anglais)'],
    ['Name in English, as OGP uses it.', 'Nom en anglais, tel que le PGO l’emploie.']
  ),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    ['Name in French, as the brochure prints it.', 'Nom en français, tel que la brochure l’écrit.']
  ),
  abbreviation_fr: text(
    nullable(table.abbreviation_fr),
    ['Abbreviation (French)', 'Sigle (français)'],
    [
      'French abbreviation that the brochure uses; null where it uses none.',
      'Sigle français que la brochure emploie ; vide (null) si elle n’en emploie pas.'
    ]
  ),
  kind: code(
    table.kind,
    BODY_KINDS,
    ['Kind', 'Nature'],
    ['What kind of body it is.', 'Quelle sorte d’organe c’est.'],
    'body_kind'
  ),
  role_en: longText(
    table.role_en,
    ['Role (English)', 'Rôle (anglais)'],
    ['What the body does, in English and in our words.', 'Ce que fait l’organe, en anglais et dans nos mots.']
  ),
  role_fr: longText(
    table.role_fr,
    ['Role (French)', 'Rôle (français)'],
    ['What the body does, in French and in our words.', 'Ce que fait l’organe, en français et dans nos mots.']
  ),
  supervised_by: id(
    nullable(table.supervised_by),
    ['Supervised by', 'Supervisé par'],
    [
      'Body that oversees this one: an id of /bodies; null where the brochure names none.',
      'Organe qui supervise celui-ci : un identifiant de /bodies ; vide (null) si la brochure n’en cite pas.'
    ]
  ),
  members_total: size(table.members_total, ['Members', 'Membres'], ['members', 'membres']),
  government_members: size(
    table.government_members,
    ['Government members', 'Membres gouvernementaux'],
    ['members from governments', 'membres issus de gouvernements']
  ),
  civil_society_members: size(
    table.civil_society_members,
    ['Civil society members', 'Membres de la société civile'],
    ['members from civil society', 'membres issus de la société civile']
  ),
  co_chairs: size(table.co_chairs, ['Co-chairs', 'Coprésidents'], ['co-chairs', 'coprésidents']),
  min_meetings_per_year: integer(
    nullable(table.min_meetings_per_year),
    ['Meetings a year, at least', 'Réunions par an, au moins'],
    [
      'Lowest number of meetings in person a year; null where the brochure gives none.',
      'Nombre minimal de réunions en personne par an ; vide (null) si la brochure n’en donne pas.'
    ]
  ),
  ministerial_meetings_per_year: size(
    table.ministerial_meetings_per_year,
    ['Ministerial meetings a year', 'Réunions ministérielles par an'],
    ['meetings a year at the level of ministers', 'réunions ministérielles par an']
  ),
  renewal: code(
    nullable(table.renewal),
    ['annual'],
    ['Renewal', 'Renouvellement'],
    [
      'How often the membership is renewed; null where the brochure does not say.',
      'Rythme auquel la composition est renouvelée ; vide (null) si la brochure ne le dit pas.'
    ],
    'renewal'
  ),
  staff_approx: integer(
    nullable(table.staff_approx),
    ['Staff, about', 'Effectif, environ'],
    [
      'Rounded number of staff; null where the brochure gives none.',
      'Effectif arrondi ; vide (null) si la brochure n’en donne pas.'
    ]
  ),
  nationalities: size(
    table.nationalities,
    ['Nationalities', 'Nationalités'],
    ['nationalities among the staff', 'nationalités dans l’effectif']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'bodies',
  title: ['Bodies', 'Organes'],
  typeName: 'OgpBody',
  row: ['a body', 'un organe'],
  description: [
    'Who governs, runs and reviews OGP: the Steering Committee, the Support Unit, the Independent Reporting Mechanism, its panel of experts and the ambassadors, as the brochure of December 2016 presents them. Sizes and rules are those of that date; an empty number means that the brochure does not print it, not that there is nobody.',
    'Qui gouverne, anime et évalue le PGO : le Comité directeur, le Secrétariat permanent, le Mécanisme d’évaluation indépendant, son comité d’experts et les ambassadeurs, tels que la brochure de décembre 2016 les présente. Effectifs et règles sont ceux de cette date ; un nombre vide signifie que la brochure ne le donne pas, non qu’il n’y a personne.'
  ],
  table,
  fields,
  filters: { kind: equals(fields.kind, ['Kinds of body.', 'Natures d’organe.']) },
  related: {
    people: { dataset: 'people', parameter: 'body', field: 'id' },
    statements: { dataset: 'statements', parameter: 'body', field: 'id' }
  }
})
