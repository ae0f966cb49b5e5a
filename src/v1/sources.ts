import { LICENSE_STATUS } from '../db/codes.ts'
import { sources as table } from '../db/schema/reference.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, date, id, longText, nullable, text, url } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { noteInFrench, precisionOf } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Source', 'Source'],
    [
      'What the columns `source_id` of all datasets refer to.',
      'Ce à quoi renvoient les colonnes `source_id` de tous les jeux de données.'
    ]
  ),
  title: text(
    table.title,
    ['Title', 'Titre'],
    ['Title of the document, in its own language.', 'Titre du document, dans sa langue.']
  ),
  publisher: text(
    nullable(table.publisher),
    ['Publisher', 'Éditeur'],
    [
      'Who published the document; null where it does not say.',
      'Qui a publié le document ; vide (null) s’il ne le dit pas.'
    ]
  ),
  published: date(
    nullable(table.published),
    ['Published', 'Parution'],
    [
      'When the document appeared, at the precision known; null for undated pages.',
      'Date de parution, à la précision connue ; vide (null) pour les pages sans date.'
    ]
  ),
  published_precision: precisionOf(table.published, ['Published', 'Parution']),
  language: text(
    nullable(table.language),
    ['Language', 'Langue'],
    [
      'ISO 639-1 code of the language of the document; null where it has none or several.',
      'Code ISO 639-1 de la langue du document ; vide (null) s’il n’en a aucune ou plusieurs.'
    ],
    { pattern: '^[a-z]{2}$', maxLength: 2 }
  ),
  url: url(
    nullable(table.url),
    ['Address', 'Adresse'],
    [
      'Where the document was found; null for the brochure, which is cited by section heading.',
      'Où le document a été trouvé ; vide (null) pour la brochure, citée par titre de section.'
    ]
  ),
  license: text(
    nullable(table.license),
    ['Licence', 'Licence'],
    [
      'Licence of the document; null where none is known. `license_status` tells whether one is stated, and where.',
      'Licence du document ; vide (null) si aucune n’est connue. `license_status` dit si une licence est énoncée, et où.'
    ]
  ),
  note: longText(
    nullable(table.note),
    ['Note (English)', 'Remarque (anglais)'],
    [
      'What has to be known of the document: gaps, slips, how it was read.',
      'Ce qu’il faut savoir du document : lacunes, coquilles, manière dont il a été lu.'
    ]
  ),
  license_status: code(
    nullable(table.license_status),
    LICENSE_STATUS,
    ['Statement of the licence', 'Énoncé de la licence'],
    [
      'Whether the document states the licence, its publisher does for what it publishes, or none was found, which is no permission; null where nobody looked.',
      'Si le document énonce la licence, si son éditeur l’énonce pour ce qu’il publie, ou si aucune n’a été trouvée, ce qui ne vaut pas autorisation ; vide (null) si personne n’a cherché.'
    ],
    'license_status'
  ),
  license_source_id: id(
    nullable(table.license_source_id),
    ['Source of the licence', 'Source : la licence'],
    [
      'The document that states the licence where it is another one: an id of /sources.',
      'Le document qui énonce la licence, si c’en est un autre : un identifiant de /sources.'
    ]
  ),
  accessed: date(
    nullable(table.accessed),
    ['Read by', 'Lu au plus tard'],
    [
      'Day by which this compilation had read the document or a stored copy of it; null where that is not recorded.',
      'Jour auquel cette compilation avait lu le document ou une copie conservée ; vide (null) si ce n’est pas noté.'
    ]
  ),
  accessed_precision: precisionOf(table.accessed, ['Read by', 'Lu au plus tard']),
  note_fr: noteInFrench(table.note_fr)
}

export default dataset({
  name: 'sources',
  title: ['Sources', 'Sources'],
  typeName: 'Source',
  row: ['a source', 'une source'],
  description: [
    'The documents that every fact of this API was read from: the OGP brochure of December 2016, OGP and IRM pages and files, and others that fill gaps. A web page may have changed or gone since it was read.',
    'Les documents d’où vient chaque fait de cette API : la brochure du PGO de décembre 2016, des pages et fichiers du PGO et du MEI, et d’autres qui comblent des lacunes. Une page web peut avoir changé ou disparu depuis sa consultation.'
  ],
  table,
  fields,
  filters: {
    language: equals(fields.language, [
      'Languages of the documents, by ISO 639-1 code.',
      'Langues des documents, par code ISO 639-1.'
    ]),
    licensing: equals(fields.license_status, [
      'Where a licence is stated, if one is.',
      'Où une licence est énoncée, s’il y en a une.'
    ])
  }
})
