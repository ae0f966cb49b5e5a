import { PRINCIPLE_PARTS } from '../db/codes.ts'
import { principles as table } from '../db/schema/brochure.ts'
import { dataset } from '../resource/dataset.ts'
import { code, id, integer, nullable, prose, text } from '../resource/field.ts'
import { is } from '../resource/filter.ts'
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
    ['Place in the whole declaration.', 'Place dans l’ensemble de la déclaration.'],
    [1, 99]
  ),
  heading_number: integer(
    table.heading_number,
    ['Heading number', 'Numéro du titre'],
    [
      'Heading that the pledge stands under, 1 to 4; 0 for the closing part, which has none.',
      'Titre sous lequel se trouve l’engagement, de 1 à 4 ; 0 pour la partie finale, qui n’en a pas.'
    ],
    [0, 9]
  ),
  heading_fr: text(
    nullable(table.heading_fr),
    ['Heading (French)', 'Titre (français)'],
    [
      'That heading in French, after the brochure; null in the closing part.',
      'Ce titre en français, d’après la brochure ; nul dans la partie finale.'
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
    ['Place under the heading, or in the closing part.', 'Place sous le titre, ou dans la partie finale.'],
    [1, 99]
  ),
  pledge_fr: prose(
    table.pledge_fr,
    ['Pledge (French)', 'Engagement (français)'],
    [
      'What the signatories pledge, in French and in our words.',
      'Ce à quoi les signataires s’engagent, en français et dans nos mots.'
    ]
  ),
  anchor_fr: text(
    nullable(table.anchor_fr),
    ['Words to find it by', 'Mots pour le retrouver'],
    [
      'A few words of the brochure’s text by which the passage is found.',
      'Quelques mots du texte de la brochure qui permettent de retrouver le passage.'
    ]
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'principles',
  title: ['Principles of the declaration', 'Principes de la déclaration'],
  row: ['principle', 'un principe'],
  description: [
    'The pledges of the Open Government Declaration that every member subscribes to, one per row, after the French text in the brochure. They are summarised in our words and are not the text that governments signed.',
    'Les engagements de la Déclaration commune pour un gouvernement ouvert, à laquelle souscrit chaque membre, un par ligne, d’après le texte français de la brochure. Ils sont résumés dans nos mots et ne sont pas le texte que les gouvernements ont signé.'
  ],
  table,
  fields,
  filters: { part: is(fields.part, ['Parts of the declaration.', 'Parties de la déclaration.']) },
  sort: ['number']
})
