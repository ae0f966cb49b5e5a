import { STATEMENT_KINDS, STATEMENT_SUBJECTS } from '../db/codes.ts'
import { statements as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, longText, nullable } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Statement', 'Énoncé'], ['Subject and number of the statement.', 'Sujet et numéro de l’énoncé.']),
  subject: code(
    table.subject,
    STATEMENT_SUBJECTS,
    ['Subject', 'Sujet'],
    ['What the statement is about.', 'Ce dont parle l’énoncé.'],
    'statement_subject'
  ),
  kind: code(
    table.kind,
    STATEMENT_KINDS,
    ['Kind', 'Nature'],
    [
      'Whether it states an aim, a definition, a rule, a step or a task.',
      'S’il énonce un but, une définition, une règle, une étape ou une tâche.'
    ],
    'statement_kind'
  ),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['Place in our account of the subject.', 'Place dans notre présentation du sujet.'],
    [1, 99]
  ),
  body: id(
    nullable(table.body),
    ['Body', 'Organe'],
    [
      'Body of OGP that the statement binds or that acts in it: an id of /bodies; null where it is none.',
      'Organe du PGO que l’énoncé lie ou qui y agit : un identifiant de /bodies ; vide (null) s’il n’y en a pas.'
    ]
  ),
  text_en: longText(
    table.text_en,
    ['Text (English)', 'Texte (anglais)'],
    ['The statement in English and in our words.', 'L’énoncé en anglais et dans nos mots.']
  ),
  text_fr: longText(
    table.text_fr,
    ['Text (French)', 'Texte (français)'],
    ['The statement in French and in our words.', 'L’énoncé en français et dans nos mots.']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'statements',
  title: ['Statements on how OGP works', 'Énoncés sur le fonctionnement du PGO'],
  typeName: 'Statement',
  row: ['a statement', 'un énoncé'],
  description: [
    'What the brochure of December 2016 says about the way OGP works and no other dataset holds: the aims of the partnership, what makes a commitment starred, how the IRM works, how the Steering Committee is composed, what the Support Unit does, and the rules of the local programme, the working groups and the awards. One statement per row, in our words; the rules are those of that date and may have changed since.',
    'Ce que la brochure de décembre 2016 dit du fonctionnement du PGO et qu’aucun autre jeu de données ne contient : les buts du partenariat, ce qui fait un engagement phare, la méthode du MEI, la composition du Comité directeur, les tâches du Secrétariat permanent, les règles du programme local, des groupes de travail et des prix. Un énoncé par ligne, dans nos mots ; les règles sont celles de cette date et ont pu changer depuis.'
  ],
  table,
  fields,
  filters: {
    subject: equals(fields.subject, ['Subjects.', 'Sujets.']),
    kind: equals(fields.kind, ['Kinds of statement.', 'Natures d’énoncé.']),
    body: equals(fields.body, ['Bodies of OGP, by id.', 'Organes du PGO, par identifiant.'])
  },
  sort: ['subject', 'number']
})
