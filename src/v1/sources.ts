import { sources as table } from '../db/schema/reference.ts'
import { dataset } from '../resource/dataset.ts'
import { date, id, nullable, prose, text, url } from '../resource/field.ts'
import { is } from '../resource/filter.ts'
import { precisionOf } from './vocabulary.ts'

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
    ['Who published the document; null where it does not say.', 'Qui a publié le document ; nul s’il ne le dit pas.']
  ),
  published: date(
    nullable(table.published),
    ['Published', 'Parution'],
    [
      'When the document appeared, at the precision known; null for undated pages.',
      'Date de parution, à la précision connue ; nul pour les pages sans date.'
    ]
  ),
  published_precision: precisionOf(table.published, ['Published', 'Parution']),
  language: text(
    nullable(table.language),
    ['Language', 'Langue'],
    [
      'ISO 639-1 code of the language of the document; null where it has none or several.',
      'Code ISO 639-1 de la langue du document ; nul s’il n’en a aucune ou plusieurs.'
    ],
    { pattern: '^[a-z]{2}$', maxLength: 2 }
  ),
  url: url(
    nullable(table.url),
    ['Address', 'Adresse'],
    [
      'Where the document was found; null for the brochure, which is cited by section heading.',
      'Où le document a été trouvé ; nul pour la brochure, citée par titre de section.'
    ]
  ),
  license: text(
    nullable(table.license),
    ['Licence', 'Licence'],
    [
      'Licence that the document itself states; null where it states none, which is no permission.',
      'Licence que le document énonce lui-même ; nul s’il n’en énonce aucune, ce qui ne vaut pas autorisation.'
    ]
  ),
  note: prose(
    nullable(table.note),
    ['Note', 'Remarque'],
    [
      'What has to be known of the document: gaps, slips, how it was read.',
      'Ce qu’il faut savoir du document : lacunes, coquilles, manière dont il a été lu.'
    ]
  )
}

export default dataset({
  name: 'sources',
  title: ['Sources', 'Sources'],
  row: ['source', 'une source'],
  description: [
    'The documents that every fact of this API was read from: the OGP brochure of December 2016, OGP and IRM pages and files, and others that fill gaps. A web page may have changed or gone since it was read.',
    'Les documents d’où vient chaque fait de cette API : la brochure du PGO de décembre 2016, des pages et fichiers du PGO et du MEI, et d’autres qui comblent des lacunes. Une page web peut avoir changé ou disparu depuis sa lecture.'
  ],
  table,
  fields,
  filters: {
    language: is(fields.language, [
      'Languages of the documents, by ISO 639-1 code.',
      'Langues des documents, par code ISO 639-1.'
    ])
  }
})
