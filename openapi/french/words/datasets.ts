/** Addresses, parameters and answers of datasets. */

/** Titles go in as they are listed, rows with their article. */
import type { Words } from '../../../src/i18n/words.ts'
export const DATASET_WORDS: readonly Words[] = [
  ['List {1}', 'Liste : {1}'],
  ['Download {1}', 'Téléchargement : {1}'],
  ['Count {1} in groups', 'Décompte par groupes : {1}'],
  ['Download counts of {1}', 'Téléchargement des décomptes : {1}'],
  ['Columns of {1}', 'Colonnes : {1}'],
  ['Get {1}', 'Fiche d’{1}'],
  ['History of {1}', 'Historique d’{1}'],
  ['Download the history of {1}', 'Téléchargement de l’historique d’{1}'],
  ['A page of {1}.', 'Une page de la liste : {1}.'],
  ['{1} in groups.', '{1}, par groupes.'],
  ['{1}, in groups.', '{1}, par groupes.'],
  ['{1}.', '{1}.'],
  ['One row is {1}.', 'Une ligne est {1}.'],
  ['One row: {1}.', 'Une ligne : {1}.'],

  ['JSON, in pages', 'JSON, par pages'],
  ['CSV (RFC 4180), all rows', 'CSV (RFC 4180), toutes les lignes'],
  ['newline-delimited JSON, all rows', 'JSON délimité par des retours à la ligne, toutes les lignes'],
  [
    'Excel workbook (XLSX), all rows with their dictionary and citation',
    'classeur Excel (XLSX), toutes les lignes avec leur dictionnaire et leur référence'
  ],
  ['OpenDocument spreadsheet (ODS), the same', 'classeur OpenDocument (ODS), la même chose'],
  [
    'bundle (zip): all rows as CSV, dictionary, README, citations, digests, and a chart if there is one',
    'paquet (zip) : lignes en CSV, dictionnaire, README, références, empreintes et graphique éventuel'
  ],
  [
    '`.json`: {1}; `.csv`: {2}; `.ndjson`: {3}; `.xlsx`: {4}; `.ods`: {5}; `.zip`: {6}.',
    '`.json` : {1} ; `.csv` : {2} ; `.ndjson` : {3} ; `.xlsx` : {4} ; `.ods` : {5} ; `.zip` : {6}.'
  ],
  [
    '`.csv-metadata.json` describes the export of the same parameters (application/csvm+json).',
    '`.csv-metadata.json` décrit l’export demandé avec les mêmes paramètres (application/csvm+json).'
  ],
  ['The same rows as {1}.', 'Les mêmes lignes, au format suivant : {1}.'],
  ['The rows as {1}.', 'Les lignes, au format suivant : {1}.'],
  [
    'The groups as JSON-stat 2.0, a cube of all groups; absent where there is none.',
    'Les groupes en JSON-stat 2.0, un cube de tous les groupes ; absent là où il n’existe pas.'
  ],
  [
    'The groups as GeoJSON, an outline for each country; absent where there is none.',
    'Les groupes en GeoJSON, un contour par pays ; absent là où il n’existe pas.'
  ],
  [
    'What the export holds, for programs: {1}. Only at `.csv-metadata.json`.',
    'Ce que contient l’export, pour les programmes : {1}. Seulement à `.csv-metadata.json`.'
  ],
  [
    'The rows that match, in pages; in another format all of them.',
    'Les lignes retenues, par pages ; toutes à la fois dans un autre format.'
  ],
  ['One row, by its id.', 'Une ligne, par son identifiant.'],
  ['Text of the whole export.', 'Le texte de l’export entier.'],
  ['The bytes of the file.', 'Les octets du fichier.'],

  [
    'Joined by commas: any of them; `!` in front: none; `null`: no source says.',
    'Séparées par des virgules : l’une d’elles ; `!` devant : aucune ; `null` : aucune source.'
  ],
  [
    'Joined by commas: any of them; by plus signs: all; `!` in front: none; `null`: no value at all.',
    'Séparées par des virgules : l’une d’elles ; par des signes plus : toutes ; `!` devant : aucune ; `null` : aucune valeur.'
  ],
  [
    'A range with both ends included, `2012..2014`, `2014..`, `..2014`, or one value; several joined by commas; `!` in front: outside; `null`: no source says.',
    'Un intervalle, bornes comprises, `2012..2014`, `2014..`, `..2014`, ou une seule valeur ; plusieurs se séparent par des virgules ; `!` devant : en dehors ; `null` : aucune source.'
  ],
  [
    'All words must occur, in any order, with or without accents; English, French and Spanish words in any of their forms. `"words in quotes"` stand side by side, `-word` must not occur, the last word may be the beginning of one. Rows come by relevance unless `sort` is given.',
    'Tous les mots doivent y être, dans n’importe quel ordre, avec ou sans accents ; les mots anglais, français et espagnols sous toutes leurs formes. Des `"mots entre guillemets"` se suivent, `-mot` doit être absent, le dernier mot peut n’être qu’un début de mot. Les lignes viennent par pertinence, sauf si `sort` est donné.'
  ],
  [
    'The language of labels and explanations; else what `Accept-Language` likes best, else English. Data stay in the language of their source.',
    'La langue des libellés et des explications ; à défaut, celle que préfère `Accept-Language`, sinon l’anglais. Les données restent dans la langue de leur source.'
  ],
  [
    'Whether every row shows, in `highlight`, where the words of `q` occur in the columns asked for. JSON only, and only with `q`.',
    'Si chaque ligne montre, dans `highlight`, où se trouvent les mots de `q` dans les colonnes demandées. En JSON seulement, et seulement avec `q`.'
  ],
  [
    'Only these columns, in this order; joined by commas.',
    'Ces colonnes seulement, dans cet ordre ; séparées par des virgules.'
  ],
  [
    'Rows in a page; 100 unless given. An export is whole unless it is given.',
    'Nombre de lignes par page ; 100 s’il n’est pas donné. Un export est complet, sauf si le nombre est donné.'
  ],
  [
    'A place in the list, from `links.next` or `links.prev` only. It carries the release and belongs to one query.',
    'Une place dans la liste, tirée de `links.next` ou de `links.prev` seulement. Elle porte la version et ne vaut que pour une requête.'
  ],
  [
    'Whether `<column>_label` stands behind every coded column: the label of the value, in the language of the answer.',
    'Si `<colonne>_label` suit chaque colonne codée : le libellé de la valeur, dans la langue de la réponse.'
  ],
  [
    'Answer from this release instead of the newest; an id of /releases.',
    'Répondre selon cette version et non selon la plus récente ; un identifiant de /releases.'
  ],
  ['All groups as JSON-stat 2.0.', 'Tous les groupes en JSON-stat 2.0.'],
  [
    'A feature for each country; null unless grouped by country.',
    'Une entité par pays ; null sauf si les groupes sont des pays.'
  ],
  [
    'The format; it wins over the Accept header, and a suffix wins over it.',
    'Le format ; il l’emporte sur l’en-tête Accept, et un suffixe l’emporte sur lui.'
  ],
  [
    'The format; it wins over `format` and the Accept header.',
    'Le format ; il l’emporte sur `format` et sur l’en-tête Accept.'
  ],
  [
    'How CSV is written; with other formats a 400. `rfc4180`, meant where none is named: commas, CRLF, UTF-8 without a byte-order mark. `excel`: the same with a byte-order mark, by which Excel knows UTF-8. `excel-eu`: with a byte-order mark and semicolons, for Excel where a comma is the decimal sign; numbers keep their decimal point.',
    'Comment le CSV est écrit ; une erreur 400 avec les autres formats. `rfc4180`, sans autre indication : virgules, CRLF, UTF-8 sans indicateur d’ordre des octets. `excel` : la même chose avec cet indicateur, auquel Excel reconnaît l’UTF-8. `excel-eu` : avec l’indicateur et des points-virgules, pour Excel là où la virgule est le signe décimal ; les nombres gardent leur point décimal.'
  ],
  ['The `id` of the row.', 'L’`id` de la ligne.'],
  ['The `id` of the row; with a suffix, in that format.', 'L’`id` de la ligne ; avec un suffixe, dans ce format.'],

  ['The data dictionary.', 'Le dictionnaire des données.'],
  [
    'A Table Schema (https://datapackage.org/standard/table-schema/).',
    'Un Table Schema (https://datapackage.org/standard/table-schema/).'
  ],
  ['The profile that the document follows.', 'Le profil que suit le document.'],
  ['Name of the dataset.', 'Le nom du jeu de données.'],
  ['Title of the dataset.', 'Le titre du jeu de données.'],
  ['What the dataset holds.', 'Ce que contient le jeu de données.'],
  ['The columns that name a row.', 'Les colonnes qui nomment une ligne.'],
  ['What stands for null in CSV: an empty cell.', 'Ce qui tient lieu de null en CSV : une cellule vide.'],
  ['The columns in their order.', 'Les colonnes, dans leur ordre.'],
  ['One column.', 'Une colonne.'],
  ['Name of the column.', 'Le nom de la colonne.'],
  ['Short title.', 'Titre court.'],
  ['Meaning.', 'Signification.'],
  [
    'Type of the cells in CSV; one with a `delimiter` is a list.',
    'Le type des cellules en CSV ; avec un `delimiter`, c’est une liste.'
  ],
  ['Form of the values.', 'La forme des valeurs.'],
  ['What joins the values of a list in CSV.', 'Ce qui sépare les valeurs d’une liste en CSV.'],
  ['Type of the values of a list.', 'Le type des valeurs d’une liste.'],
  ['Where the coded values are explained.', 'Où les valeurs codées sont expliquées.'],
  ['What the values keep to.', 'Ce à quoi les valeurs se tiennent.'],
  ['Whether every row has a value.', 'Si chaque ligne a une valeur.'],
  ['Whether no two rows share a value.', 'Si aucune valeur ne se répète d’une ligne à l’autre.'],
  ['All allowed values.', 'Toutes les valeurs admises.'],
  ['A regular expression.', 'Une expression rationnelle.'],
  ['The smallest value.', 'La plus petite valeur.'],
  ['The largest value.', 'La plus grande valeur.'],
  ['The shortest text.', 'Le texte le plus court.'],
  ['The longest text.', 'Le texte le plus long.'],
  [
    'Filters whose values are counted beside the rows, in `facets`; joined by commas. JSON only.',
    'Les filtres dont les valeurs sont comptées à côté des lignes, dans `facets` ; séparés par des virgules. En JSON seulement.'
  ],
  [
    'Columns to sort by, joined by commas; `-` in front: descending.',
    'Les colonnes de tri, séparées par des virgules ; `-` devant : ordre décroissant.'
  ],
  [
    'Whole unless `limit` is given; `Row-Count` tells the rows before the first byte.',
    'Complet, sauf si `limit` est donné ; `Row-Count` annonce le nombre de lignes avant le premier octet.'
  ],
  [
    'Every column with its type, meaning and allowed values, as a Table Schema (Data Package 2.0).',
    'Chaque colonne avec son type, sa signification et ses valeurs admises, en Table Schema (Data Package 2.0).'
  ]
]
