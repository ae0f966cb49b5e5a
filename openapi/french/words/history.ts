/** Releases, their files, and what changed between them. */

import type { Words } from '../../../src/i18n/words.ts'
export const HISTORY_WORDS: readonly Words[] = [
  ['Releases of the data', 'Versions des données'],
  [
    'All releases, the newest first; each can be asked for with `release=` for ever, unless it was dropped.',
    'Toutes les versions, la plus récente d’abord ; chacune peut être demandée pour toujours avec `release=`, sauf si elle a été retirée.'
  ],
  ['All releases.', 'Toutes les versions.'],
  ['The releases, the newest first.', 'Les versions, la plus récente d’abord.'],
  ['A state of all data that never changes.', 'Un état de toutes les données, qui ne change jamais.'],
  ['A release with what it holds.', 'Une version avec ce qu’elle contient.'],
  ['Name of the release, for `release=`.', 'Le nom de la version, pour `release=`.'],
  ['Name of the release.', 'Le nom de la version.'],
  ['What it holds.', 'Ce qui s’y trouve.'],
  ['What else has to be known; absent when nothing has.', 'Ce qu’il faut savoir d’autre ; absent s’il n’y a rien.'],
  ['A dropped release answers 410 and stays listed.', 'Une version retirée répond 410 et reste dans la liste.'],
  ['When it was dropped; absent while it is published.', 'Quand elle a été retirée ; absent tant qu’elle est publiée.'],
  ['What it was made from.', 'À partir de quoi elle a été faite.'],
  ['An id of /sources, or a file name.', 'Un identifiant de /sources, ou un nom de fichier.'],
  ['Whether it answers where no release is named.', 'Si c’est elle qui répond quand aucune version n’est nommée.'],
  ['This release.', 'Cette version.'],
  [
    'What changed since the release before; absent for the first.',
    'Ce qui a changé depuis la version d’avant ; absent pour la première.'
  ],
  ['Feed of releases', 'Flux des versions'],
  [
    'The published releases as an Atom feed (RFC 4287), the newest first.',
    'Les versions publiées en flux Atom (RFC 4287), la plus récente d’abord.'
  ],
  ['The feed.', 'Le flux.'],
  ['Get a release', 'Fiche d’une version'],
  [
    'One release, with its rows by dataset and the files that hold all of it. Files are made on the first request for them; 503 with `Retry-After` while that takes long.',
    'Une version, avec ses lignes par jeu de données et les fichiers qui la contiennent tout entière. Les fichiers sont faits à la première demande ; 503 avec `Retry-After` tant que cela dure.'
  ],
  ['One release.', 'Une version.'],
  [
    'Rows by dataset, and by list of a dataset, whose values have a file of their own; absent in a dropped release.',
    'Les lignes par jeu de données, et par liste d’un jeu de données, dont les valeurs ont leur propre fichier ; absent d’une version retirée.'
  ],
  ['Rows.', 'Lignes.'],
  [
    'Files with all of it; absent in a dropped release.',
    'Les fichiers qui la contiennent tout entière ; absent d’une version retirée.'
  ],
  ['A file that holds a release or a part of it.', 'Un fichier qui contient une version, ou une partie.'],
  ['File name.', 'Le nom du fichier.'],
  ['What it is.', 'Ce que c’est.'],
  ['Media type.', 'Le type de média.'],
  ['Size.', 'La taille.'],
  ['SHA-256 of the bytes, in hexadecimal.', 'SHA-256 des octets, en hexadécimal.'],
  ['Where it is.', 'Où il se trouve.'],
  ['Download a file of a release', 'Téléchargement d’un fichier d’une version'],
  [
    'All datasets as one zip of CSV files or as one SQLite database; each dataset as CSV and as Parquet, and each list of a dataset as one more table with a row for each value; the description of all columns (Data Package 2.0). The bytes never change; ranges of them can be asked for, and `Repr-Digest` is that of the whole file.',
    'Tous les jeux de données en une archive zip de fichiers CSV ou en une base SQLite ; chaque jeu de données en CSV et en Parquet, et chaque liste d’un jeu de données en une table de plus, avec une ligne par valeur ; la description de toutes les colonnes (Data Package 2.0). Les octets ne changent jamais ; on peut en demander des intervalles, et `Repr-Digest` est celui du fichier entier.'
  ],
  ['Name of the file, as the release lists it.', 'Le nom du fichier, tel que la version l’indique.'],
  ['The file.', 'Le fichier.'],
  ['A part of the file.', 'Une partie du fichier.'],

  ['Changes between releases', 'Changements entre versions'],
  [
    'What differs between two releases: applied to a dump of `since`, the rows give the dump of the newest release (or of `release`) exactly.',
    'Ce qui diffère entre deux versions : appliquées à un export de `since`, les lignes donnent exactement l’export de la version la plus récente (ou de `release`).'
  ],
  ['Changes.', 'Changements.'],
  ['Changes, in order.', 'Les changements, dans l’ordre.'],
  ['The changes.', 'Les changements.'],
  [
    'One change: a record that came or went, or a column of one that stayed.',
    'Un changement : une fiche apparue ou disparue, ou une colonne d’une fiche qui est restée.'
  ],
  ['The record.', 'La fiche.'],
  [
    'The column of an update; null where the whole record came or went.',
    'La colonne modifiée ; null quand toute la fiche est apparue ou a disparu.'
  ],
  ['What was.', 'Ce qui était.'],
  ['What is.', 'Ce qui est.'],
  [
    'In JSON with its type; in CSV as in an export, whole records as JSON.',
    'En JSON avec son type ; en CSV comme dans un export, les fiches entières en JSON.'
  ],
  ['The release the changes lead from.', 'La version d’où partent les changements.'],
  ['Exact number of rows.', 'Le nombre exact de lignes.'],
  [
    'The same changes up to this release: the same bytes for ever.',
    'Les mêmes changements jusqu’à cette version : les mêmes octets pour toujours.'
  ],
  [
    'The release you have; the changes lead from it to the newest, or to `release`.',
    'La version que vous avez ; les changements mènent d’elle à la plus récente, ou à `release`.'
  ],
  [
    'Only changes of these datasets, joined by commas.',
    'Les changements de ces jeux de données seulement, séparés par des virgules.'
  ],
  ['Only these operations, joined by commas.', 'Ces opérations seulement, séparées par des virgules.'],
  ['One change, and the release that brought it.', 'Un changement, et la version qui l’a apporté.'],
  ['The same number: a history is whole.', 'Le même nombre : un historique est entier.'],
  ['This history.', 'Cet historique.'],
  ['The record as it is.', 'La fiche telle qu’elle est.'],
  [
    'Every release in which the record came, changed or went, the oldest first.',
    'Chaque version où l’enregistrement est apparu, a changé ou a disparu, la plus ancienne d’abord.'
  ],
  [
    'The history, with old and new value of each column.',
    'L’historique, avec l’ancienne et la nouvelle valeur de chaque colonne.'
  ],
  [
    'Only changes of these columns of the one dataset that `dataset` names, joined by commas.',
    'Les changements de ces colonnes seulement, séparées par des virgules, du seul jeu de données que nomme `dataset`.'
  ],
  [
    'Any filters of the one dataset that `dataset` names, each as a parameter of its own, such as `country=CL`: the changes of the rows that match. A row that comes to match is an `insert`, one that no longer does a `delete`.',
    'Tout filtre du seul jeu de données que nomme `dataset`, chacun comme un paramètre à part, tel que `country=CL` : les changements des lignes retenues. Une ligne qui vient à l’être est un `insert`, une ligne qui ne l’est plus un `delete`.'
  ]
]
