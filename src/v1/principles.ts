import { PRINCIPLE_PARTS } from '../db/codes.ts'
import { principles as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, longText, nullable, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Principle', 'Principe'],
    ['Running number with a prefix.', 'Numéro d’ordre précédé d’un préfixe.']
  ),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    [
      'Running number: the pledges in the order of the declaration, then the mottos, the preamble and what else it says.',
      'Numéro d’ordre : les engagements dans l’ordre de la déclaration, puis les devises, le préambule et ce qu’elle dit d’autre.'
    ],
    [1, 99]
  ),
  heading_number: integer(
    table.heading_number,
    ['Heading number', 'Numéro du titre'],
    [
      'Heading that the row stands under, 1 to 4; 0 for mottos, preamble and closing, which have none.',
      'Titre sous lequel se trouve la ligne, de 1 à 4 ; 0 pour les devises, le préambule et la partie finale, qui n’en ont pas.'
    ],
    [0, 9]
  ),
  heading_fr: text(
    nullable(table.heading_fr),
    ['Heading (French)', 'Titre (français)'],
    [
      'That heading in French, after the brochure; null where the row stands under none.',
      'Ce titre en français, d’après la brochure ; vide (null) si la ligne n’en a pas.'
    ]
  ),
  part: code(
    table.part,
    PRINCIPLE_PARTS,
    ['Part', 'Partie'],
    ['Part of the declaration.', 'Partie de la déclaration.'],
    'principle_part'
  ),
  number_in_heading: integer(
    table.number_in_heading,
    ['Number under the heading', 'Numéro sous le titre'],
    [
      'Place among the rows of the same part and heading.',
      'Place parmi les lignes de la même partie et du même titre.'
    ],
    [1, 99]
  ),
  pledge_fr: longText(
    table.pledge_fr,
    ['Pledge (French)', 'Engagement (français)'],
    [
      'What the signatories pledge, recognise or recall, in French and in our words; a motto as it is printed.',
      'Ce à quoi les signataires s’engagent, ce qu’ils reconnaissent ou rappellent, en français et dans nos mots ; une devise telle qu’elle est écrite.'
    ]
  ),
  anchor_fr: text(
    nullable(table.anchor_fr),
    ['Words to find it by', 'Mots pour le retrouver'],
    [
      'A few words of the brochure’s text by which the passage is found; null where none are recorded.',
      'Quelques mots du texte de la brochure qui permettent de retrouver le passage ; vide (null) si aucun n’est relevé.'
    ]
  ),
  ...originColumns(table),
  heading_en: text(
    nullable(table.heading_en),
    ['Heading (English)', 'Titre (anglais)'],
    ['That heading in English, in our translation.', 'Ce titre en anglais, dans notre traduction.']
  ),
  pledge_en: longText(
    nullable(table.pledge_en),
    ['Pledge (English)', 'Engagement (anglais)'],
    [
      'The same in English and in our words; not the English text that governments signed.',
      'La même chose en anglais et dans nos mots ; ce n’est pas le texte anglais que les gouvernements ont signé.'
    ]
  )
}

export default dataset({
  name: 'principles',
  title: ['Principles of the declaration', 'Principes de la déclaration'],
  typeName: 'Principle',
  row: ['a principle', 'un principe'],
  description: [
    'The Open Government Declaration that every member subscribes to: mottos, preamble, what is recognised and pledged under four headings, and the closing part, one statement per row, after the French text in the brochure. It is summarised in our words and is not the text that governments signed.',
    'La Déclaration commune pour un gouvernement ouvert, à laquelle souscrit chaque membre : devises, préambule, ce qui est reconnu et promis sous quatre titres, et partie finale, un énoncé par ligne, d’après le texte français de la brochure. Elle est résumée dans nos mots et n’est pas le texte que les gouvernements ont signé.'
  ],
  table,
  fields,
  filters: { part: equals(fields.part, ['Parts of the declaration.', 'Parties de la déclaration.']) },
  sort: ['number']
})
