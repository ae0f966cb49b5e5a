import { and, eq } from 'drizzle-orm'
import { COMMITMENT_WORKING_GROUPS, FEATURES, GRAND_CHALLENGES, THEME_SCHEMES } from '../db/codes.ts'
import { irm_readings, commitments as table } from '../db/schema/commitments.ts'
import { dataset } from '../engine/definition/dataset.ts'
import {
  code,
  codes,
  date,
  id,
  integer,
  list,
  longText,
  nullable,
  text,
  url,
  year
} from '../engine/definition/field.ts'
import { between, contains, equals } from '../engine/definition/filter.ts'
import { acrossEditions } from './across-editions.ts'
import { PLANS_OF_COMMITMENTS } from './plan-extent.ts'
import { codedColumns, codedFilters } from './reading.ts'
import {
  byCountry,
  byRegion,
  byYear,
  countryColumns,
  originColumns,
  otherSourceUrls,
  precisionOf,
  sourceOf,
  withCountry
} from './vocabulary.ts'

const coding = acrossEditions(codedColumns)

const fields = {
  id: id(
    table.id,
    ['Commitment', 'Engagement'],
    [
      'Permanent identifier, which begins with the plan; it stays when the official one becomes known or the title changes.',
      'Identifiant permanent, qui commence par le plan ; il demeure quand l’identifiant officiel est connu ou que l’intitulé change.'
    ]
  ),
  ogp_id: text(
    nullable(table.ogp_id),
    ['OGP identifier', 'Identifiant du PGO'],
    [
      'Official identifier, such as CL0033; an item is found by it as well.',
      'Identifiant officiel, tel que CL0033 ; il permet aussi de trouver la ligne.'
    ],
    { pattern: '^[A-Z]{2,3}[0-9]{4}$', maxLength: 7 }
  ),
  ogp_id_basis: text(
    nullable(table.ogp_id_basis),
    ['Basis of the OGP identifier', 'Base de l’identifiant du PGO'],
    ['How the official identifier is known.', 'Comment l’identifiant officiel est connu.']
  ),
  title: longText(
    table.title,
    ['Title', 'Intitulé'],
    [
      'As published, in the language of the plan; given or shortened by the IRM where the plan has none.',
      'Tel que publié, dans la langue du plan ; donné ou abrégé par le MEI si le plan n’en a pas.'
    ]
  ),
  short_title: longText(
    nullable(table.short_title),
    ['Short title', 'Intitulé court'],
    ['The IRM’s short title.', 'Intitulé court du MEI.']
  ),
  headline_en: text(
    nullable(table.headline_en),
    ['Headline (English)', 'Titre (anglais)'],
    ['Title under which OGP presents it as an example.', 'Titre sous lequel le PGO le présente en exemple.']
  ),
  headline_fr: text(
    nullable(table.headline_fr),
    ['Headline (French)', 'Titre (français)'],
    [
      'Title under which the brochure presents it as a starred commitment.',
      'Titre sous lequel la brochure le présente comme engagement phare.'
    ]
  ),
  summary_en: longText(
    nullable(table.summary_en),
    ['Summary (English)', 'Résumé (anglais)'],
    ['What it is about, in our words after the brochure.', 'De quoi il s’agit, en nos mots d’après la brochure.']
  ),
  summary_fr: longText(
    nullable(table.summary_fr),
    ['Summary (French)', 'Résumé (français)'],
    ['What it is about, in our words after the brochure.', 'De quoi il s’agit, en nos mots d’après la brochure.']
  ),
  headline_source_id: sourceOf(table.headline_source_id, ['headline', 'le titre']),
  headline_source_locator: text(
    nullable(table.headline_source_locator),
    ['Place of the headline', 'Emplacement du titre'],
    ['Where in that document.', 'Où dans ce document.'],
    { maxLength: 2000 }
  ),
  ...countryColumns(table.country),
  member: id(
    nullable(table.member),
    ['Member', 'Membre'],
    ['The member that made it: an id of /members.', 'Le membre qui l’a pris : un identifiant de /members.']
  ),
  locality: text(
    nullable(table.locality),
    ['Locality', 'Collectivité'],
    ['The local government, where the plan is not national.', 'La collectivité, si le plan n’est pas national.']
  ),
  plan: id(
    table.plan,
    ['Action plan', 'Plan d’action'],
    [
      'The plan it belongs to: an id of /action-plans.',
      'Le plan dont il fait partie : un identifiant de /action-plans.'
    ]
  ),
  plan_number: integer(
    table.plan_number,
    ['Number of the plan', 'Numéro du plan'],
    ['1 for the first plan of the member.', '1 pour le premier plan du membre.'],
    [1, 99]
  ),
  year: year(nullable(table.year), ['Year', 'Année'], ['Year the plan was submitted.', 'Année de remise du plan.']),
  number: text(
    nullable(table.number),
    ['Number', 'Numéro'],
    [
      'Number within the plan, as text (3.3.1.6, 2.3.2.A); it does not identify a commitment.',
      'Numéro dans le plan, en texte (3.3.1.6, 2.3.2.A) ; il n’identifie pas un engagement.'
    ],
    { maxLength: 60 }
  ),
  plan_heading: longText(
    nullable(table.plan_heading),
    ['Heading in the plan', 'Rubrique du plan'],
    ['The heading of the plan it stands under.', 'La rubrique du plan sous laquelle il figure.']
  ),
  themes: list(
    nullable(table.themes),
    ['Themes', 'Thèmes'],
    [
      'Themes it touches: ids of /themes, from its tags by the crosswalk /theme-tags.',
      'Thèmes abordés : identifiants de /themes, tirés de ses étiquettes par la table /theme-tags.'
    ],
    { pattern: '^[a-z0-9-]+$', maxLength: 60, references: 'themes' }
  ),
  tags: list(
    nullable(table.tags),
    ['Tags', 'Étiquettes'],
    ['The source’s own tags, as it spells them.', 'Les étiquettes de la source, telles qu’elle les écrit.'],
    { maxLength: 100 }
  ),
  tag_scheme: code(
    nullable(table.tag_scheme),
    THEME_SCHEMES,
    ['Taxonomy of the tags', 'Taxonomie des étiquettes'],
    [
      'The taxonomy the tags belong to; null where no source gives any.',
      'La taxonomie dont relèvent les étiquettes ; vide (null) si aucune source n’en donne.'
    ],
    'tag_scheme'
  ),
  grand_challenges: codes(
    nullable(table.grand_challenges),
    GRAND_CHALLENGES,
    ['Grand challenges', 'Grands défis'],
    ['The OGP grand challenges it addresses.', 'Les grands défis du PGO auxquels il répond.'],
    'grand_challenges'
  ),
  working_groups: codes(
    nullable(table.working_groups),
    COMMITMENT_WORKING_GROUPS,
    ['Working groups', 'Groupes de travail'],
    ['OGP’s working groups it concerns.', 'Groupes de travail du PGO qu’il concerne.'],
    'working_groups'
  ),
  featured_in: codes(
    nullable(table.featured_in),
    FEATURES,
    ['Featured in', 'Mis en avant dans'],
    ['OGP publications that present it as an example.', 'Publications du PGO qui le présentent en exemple.'],
    'featured_in'
  ),
  lead_institution: longText(
    nullable(table.lead_institution),
    ['Lead institution', 'Institution responsable'],
    ['Who is responsible, as the source says.', 'Qui en est responsable, selon la source.']
  ),
  supporting_institutions: longText(
    nullable(table.supporting_institutions),
    ['Supporting institutions', 'Institutions associées'],
    ['Who takes part, as the source says.', 'Qui y prend part, selon la source.']
  ),
  start_date: date(
    nullable(table.start_date),
    ['Start', 'Début'],
    [
      'Start, only as precise as the source is unambiguous.',
      'Début, avec la seule précision que la source donne sans ambiguïté.'
    ]
  ),
  start_date_precision: precisionOf(table.start_date, ['Start', 'Début']),
  start_date_text: text(
    nullable(table.start_date_text),
    ['Start as written', 'Début tel qu’écrit'],
    ['What the source writes for the start.', 'Ce que la source écrit pour le début.']
  ),
  end_date: date(
    nullable(table.end_date),
    ['End', 'Fin'],
    [
      'End, only as precise as the source is unambiguous.',
      'Fin, avec la seule précision que la source donne sans ambiguïté.'
    ]
  ),
  end_date_precision: precisionOf(table.end_date, ['End', 'Fin']),
  end_date_text: text(
    nullable(table.end_date_text),
    ['End as written', 'Fin telle qu’écrite'],
    ['What the source writes for the end.', 'Ce que la source écrit pour la fin.']
  ),
  ogp_url: url(
    nullable(table.ogp_url),
    ['OGP page', 'Page du PGO'],
    ['Its page on OGP’s site.', 'Sa page sur le site du PGO.']
  ),
  full_text: longText(
    nullable(table.full_text),
    ['Full text', 'Texte intégral'],
    [
      'Text of the commitment in the language of the plan, as the source gives it.',
      'Texte de l’engagement dans la langue du plan, tel que la source le donne.'
    ]
  ),
  described_in: id(
    nullable(table.described_in),
    ['Described in', 'Décrit dans'],
    [
      'The edition that title, text, tags and dates come from: an id of /editions.',
      'L’édition d’où viennent intitulé, texte, étiquettes et dates : un identifiant de /editions.'
    ]
  ),
  ...coding,
  other_source_urls: otherSourceUrls(table.other_source_urls),
  ...originColumns(table)
}

export default dataset({
  name: 'commitments',
  title: ['Commitments', 'Engagements'],
  typeName: 'Commitment',
  row: ['a commitment', 'un engagement'],
  description: [
    'What governments promised in their action plans, with the coded fields of the newest assessment, so that one query answers what was promised and what was delivered. Of some plans all commitments are here, of others a selection: `meta.extent` and `meta.notes` of every answer tell whether the totals are OGP’s.',
    'Ce que les gouvernements ont promis dans leurs plans d’action, avec les champs codés de l’évaluation la plus récente : une seule requête dit ce qui a été promis et ce qui a été fait. De certains plans, tous les engagements figurent ici, d’autres une sélection : `meta.extent` et `meta.notes` de chaque réponse disent si les totaux sont ceux du PGO.'
  ],
  table,
  joins: [
    withCountry(table.country),
    { table: irm_readings, on: and(eq(irm_readings.commitment, table.id), eq(irm_readings.newest, true)) as never }
  ],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    plan: equals(fields.plan, ['Action plans, by id.', 'Plans d’action, par identifiant.']),
    plannumber: between(fields.plan_number, ['Number of the plan.', 'Numéro du plan.']),
    year: byYear(fields.year, ['Year the plan was submitted.', 'Année de remise du plan.']),
    theme: contains(fields.themes, ['Themes, by slug.', 'Thèmes, par identifiant.']),
    challenge: contains(fields.grand_challenges, ['Grand challenges.', 'Grands défis.']),
    workinggroup: contains(fields.working_groups, ['Working groups.', 'Groupes de travail.']),
    featured: contains(fields.featured_in, ['Publications that feature it.', 'Publications qui le mettent en avant.']),
    ...codedFilters(coding)
  },
  aliases: ['ogp_id'],
  wholes: PLANS_OF_COMMITMENTS,
  related: {
    plan: { dataset: 'action-plans', parameter: 'country', field: 'country' },
    readings: { dataset: 'irm-readings', parameter: 'commitment', field: 'id' },
    member: { dataset: 'members', parameter: 'country', field: 'country' }
  }
})
