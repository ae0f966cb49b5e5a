import { CONFIDENCE, JOINED_BASIS, MEMBER_KINDS, MEMBER_STATUS } from '../db/codes.ts'
import { members as table } from '../db/schema/membership.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { boolean, code, date, id, integer, nullable, text } from '../engine/definition/field.ts'
import { between, equals } from '../engine/definition/filter.ts'
import { byCountry, byRegion, countryColumns, originColumns, precisionOf, sourceOf, withCountry } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Member', 'Membre'],
    [
      'ISO 3166-1 alpha-2 code of a country, or the slug of a local government.',
      'Code ISO 3166-1 alpha-2 d’un pays, ou identifiant d’une collectivité.'
    ]
  ),
  kind: code(
    table.kind,
    MEMBER_KINDS,
    ['Kind', 'Nature'],
    ['A country, or a local government of the pilot programme.', 'Un pays, ou une collectivité du programme pilote.'],
    'member_kind'
  ),
  name_en: text(
    table.name_en,
    ['Name (English)', 'Nom (anglais)'],
    ['Name in English, as OGP writes it.', 'Nom en anglais, tel que le PGO l’écrit.']
  ),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    [
      'Name in French, as the brochure spells it where it names the member.',
      'Nom en français, tel que la brochure l’écrit quand elle cite le membre.'
    ]
  ),
  ...countryColumns(table.country),
  subdivision: text(
    nullable(table.subdivision),
    ['Subdivision', 'Subdivision'],
    [
      'ISO 3166-2 code of a local member, where the sources leave no doubt.',
      'Code ISO 3166-2 d’un membre local, quand les sources ne laissent pas de doute.'
    ],
    { pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$', maxLength: 6 }
  ),
  status: code(
    table.status,
    MEMBER_STATUS,
    ['Status', 'Statut'],
    ['Status on the date of `as_of`.', 'Statut à la date de `as_of`.'],
    'status'
  ),
  status_since: date(
    nullable(table.status_since),
    ['Status since', 'Statut depuis'],
    ['Since when the status holds, where a source tells.', 'Depuis quand ce statut vaut, si une source le dit.']
  ),
  status_source_id: sourceOf(table.status_source_id, ['status', 'le statut']),
  status_source_locator: text(
    nullable(table.status_source_locator),
    ['Place of the status', 'Emplacement du statut'],
    ['Where in that document the status is told.', 'Où ce document indique le statut.'],
    { maxLength: 2000 }
  ),
  founding: boolean(
    table.founding,
    ['Founding member', 'Membre fondateur'],
    [
      'One of the eight governments that founded the partnership in September 2011.',
      'L’un des huit gouvernements qui ont fondé le partenariat en septembre 2011.'
    ]
  ),
  cohort: integer(
    nullable(table.cohort),
    ['Cohort', 'Cohorte'],
    [
      'Group of countries with a common calendar, 1 to 4; cohorts were dropped in 2015.',
      'Groupe de pays au calendrier commun, de 1 à 4 ; les cohortes ont été abandonnées en 2015.'
    ],
    [1, 4]
  ),
  joined: date(
    nullable(table.joined),
    ['Joined', 'Adhésion'],
    [
      'When the member joined, at the precision known; `joined_basis` says what is dated.',
      'Date d’adhésion, à la précision connue ; `joined_basis` dit ce qui est daté.'
    ]
  ),
  joined_precision: precisionOf(table.joined, ['Joined', 'Adhésion']),
  joined_basis: code(
    nullable(table.joined_basis),
    JOINED_BASIS,
    ['Basis of the date', 'Base de la date'],
    ['What the date is the date of.', 'Ce que la date désigne.'],
    'joined_basis'
  ),
  member_since: date(
    nullable(table.member_since),
    ['Member since', 'Membre depuis'],
    [
      'Beginning of membership according to the member itself or its OGP page, where it says so.',
      'Début de l’adhésion selon le membre lui-même ou sa page du PGO, s’ils le disent.'
    ]
  ),
  member_since_source_id: sourceOf(table.member_since_source_id, ['beginning of membership', 'le début de l’adhésion']),
  in_brochure: boolean(
    table.in_brochure,
    ['Named in the brochure', 'Cité dans la brochure'],
    [
      'Whether the text of the brochure of December 2016 names the member; its map of members is an image.',
      'Si le texte de la brochure de décembre 2016 cite le membre ; sa carte des membres est une image.'
    ]
  ),
  confidence: code(
    nullable(table.confidence),
    CONFIDENCE,
    ['Confidence', 'Fiabilité'],
    ['How well the sources agree on the date of joining.', 'Accord des sources sur la date d’adhésion.'],
    'confidence'
  ),
  as_of: date(
    table.as_of,
    ['As of', 'État au'],
    [
      'The date that the row speaks of: December 2016. Several members left or changed their status later; see /membership-events.',
      'La date dont parle la ligne : décembre 2016. Plusieurs membres sont partis ou ont changé de statut ensuite ; voir /membership-events.'
    ]
  ),
  ...originColumns(table),
  name_en_source_id: sourceOf(table.name_en_source_id, ['English name', 'le nom anglais']),
  subdivision_source_id: sourceOf(table.subdivision_source_id, ['subdivision code', 'le code de subdivision'])
}

export default dataset({
  name: 'members',
  title: ['Members', 'Membres'],
  typeName: 'Member',
  row: ['a member', 'un membre'],
  description: [
    'The governments of the Open Government Partnership as of December 2016: 75 countries, Hungary which had just withdrawn, and the 15 local governments of the pilot programme.',
    'Les gouvernements du Partenariat pour un gouvernement ouvert en décembre 2016 : 75 pays, la Hongrie qui venait de se retirer, et les 15 collectivités du programme pilote.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    kind: equals(fields.kind, ['Countries or local governments.', 'Pays ou collectivités.']),
    country: byCountry(table.country),
    region: byRegion,
    status: equals(fields.status, ['Status as of December 2016.', 'Statut en décembre 2016.']),
    founding: equals(fields.founding, ['Founding members.', 'Membres fondateurs.'], {
      phrase: {
        true: ['that founded the partnership', 'à l’origine du partenariat'],
        false: ['that joined the partnership later', 'qui ont rejoint le partenariat plus tard']
      }
    }),
    joined: between(fields.joined, ['When the member joined.', 'Date d’adhésion.'])
  },
  related: {
    action_plans: { dataset: 'action-plans', parameter: 'country', field: 'country' },
    commitments: { dataset: 'commitments', parameter: 'country', field: 'country' },
    eligibility_scores: { dataset: 'eligibility-scores', parameter: 'country', field: 'country' },
    events: { dataset: 'membership-events', parameter: 'country', field: 'country' }
  }
})
