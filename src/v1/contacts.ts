import { contacts as table } from '../db/schema/brochure.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { id, text } from '../engine/definition/field.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Contact detail', 'Coordonnée'],
    ['What the value is, such as email or city.', 'Ce qu’est la valeur, par exemple email ou city.']
  ),
  value: text(
    table.value,
    ['Value', 'Valeur'],
    [
      'The detail, in a form that programs read; where the brochure prints it otherwise, the note says how.',
      'La coordonnée, sous une forme que lisent les programmes ; si la brochure l’écrit autrement, la remarque le dit.'
    ]
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'contacts',
  title: ['Contact details', 'Coordonnées'],
  typeName: 'ContactDetail',
  row: ['a contact detail', 'une coordonnée'],
  description: [
    'How OGP could be reached in December 2016: address, telephone, e-mail, website and Twitter account, from the brochure. They are OGP’s and not those of this API, and may no longer be in use.',
    'Comment joindre le PGO en décembre 2016 : adresse, téléphone, courriel, site et compte Twitter, d’après la brochure. Ce sont les coordonnées du PGO et non de cette API, et elles peuvent ne plus servir.'
  ],
  table,
  fields,
  filters: {}
})
