/** The document itself, citations, and metadata. */

import type { Words } from '../../../src/i18n/words.ts'
export const DESCRIPTION_WORDS: readonly Words[] = [
  [
    'What governments promised in the Open Government Partnership, and what became of it.',
    'Ce que les gouvernements ont promis dans le Partenariat pour un gouvernement ouvert, et ce qu’il en est advenu.'
  ],
  [
    'Keyless, read-only, versioned data of the Open Government Partnership.',
    'Les données du Partenariat pour un gouvernement ouvert, sans clé, en lecture seule et par versions.'
  ],
  [
    'Open Government Partnership, where the data come from',
    'Partenariat pour un gouvernement ouvert, d’où viennent les données'
  ],
  ['Production: version 1 on this host.', 'Production : la version 1 sur cet hôte.'],
  ['The service itself: index, releases, state.', 'Le service lui-même : index, versions, état.'],
  [
    'Open Government Partnership (OGP) data, free to read, cite and reuse: members, eligibility scores, commitments and how the Independent Reporting Mechanism (IRM) assessed them, and what else OGP’s French brochure of December 2016 says.',
    'Les données du Partenariat pour un gouvernement ouvert (PGO), libres de lecture, de citation et de réutilisation : les membres, les scores d’admissibilité, les engagements et l’évaluation qu’en fait le Mécanisme d’évaluation indépendant (MEI), et tout ce que dit par ailleurs la brochure française du PGO de décembre 2016.'
  ],
  [
    '**Promises.** Keyless and read-only for every origin. Every answer says how many rows match and how to get the rest. Codes are stable and values unaltered; a published column keeps its name, meaning and place. Every row names its source. Null (no source says), zero, `not_reviewed`, `no_data` and `not_applicable` are different things and stay different in every format. Data move by releases: any address can be pinned with `release=` and then returns the same bytes for ever.',
    '**Promesses.** Sans clé et en lecture seule, pour toute origine. Chaque réponse dit combien de lignes sont retenues et comment obtenir le reste. Les codes sont stables et les valeurs intactes ; une colonne publiée garde son nom, son sens et sa place. Chaque ligne nomme sa source. Nul (aucune source ne le dit), zéro, `not_reviewed`, `no_data` et `not_applicable` sont des choses différentes et le restent dans tous les formats. Les données n’évoluent que par versions : toute adresse peut être figée avec `release=` et renvoie alors les mêmes octets pour toujours.'
  ],
  [
    '**Formats.** Suffix (`/members.csv`), parameter (`format=csv`) and `Accept` header are three equal ways; where they disagree, the suffix wins, then the parameter. JSON comes in pages, all other formats whole. CSV follows RFC 4180: comma, CRLF, UTF-8 without a byte-order mark; an empty cell alone is null (pandas: `keep_default_na=False, na_values=[\'\']`, R: `na.strings = ""`, csvkit: `--blanks`; `NA` is Namibia, `none` a code); lists are joined by `|`. No text is made a formula. A workbook (`.xlsx`, `.ods`) has the sheets data, dictionary and citation; a bundle (`.zip`) the rows as CSV, a dictionary, a README, citations, digests and, where the Explorer has one, its chart (SVG).',
    '**Formats.** Le suffixe (`/members.csv`), le paramètre (`format=csv`) et l’en-tête `Accept` se valent ; s’ils se contredisent, le suffixe l’emporte, puis le paramètre. Le JSON vient par pages, tous les autres formats sont entiers. Le CSV suit la RFC 4180 : virgule, CRLF, UTF-8 sans indicateur d’ordre des octets ; seule une cellule vide vaut null (pandas : `keep_default_na=False, na_values=[\'\']`, R : `na.strings = ""`, csvkit : `--blanks` ; `NA` est la Namibie, `none` un code) ; les valeurs d’une liste sont séparées par `|`. Aucun texte ne devient formule. Un classeur (`.xlsx`, `.ods`) a les feuilles data, dictionary et citation ; un paquet (`.zip`) réunit lignes en CSV, dictionnaire, README, références, empreintes et graphique éventuel (SVG).'
  ],
  [
    '**Queries.** Any of: `country=CL,IT`. None of: `country=!CL`. No source says: `impact=null`. Ranges: `year=2012..2014`. Lists: `theme=open-data,education` any, `theme=open-data+education` all. Anything unknown is a 400 that lists every fault and the nearest names; nothing is ignored. In the order of `sort` missing values come last and coded ones go from weakest to strongest; rows that are equal by it follow their id.',
    '**Requêtes.** L’une des valeurs : `country=CL,IT`. Aucune : `country=!CL`. Aucune source ne le dit : `impact=null`. Intervalles : `year=2012..2014`. Listes : `theme=open-data,education` pour l’une, `theme=open-data+education` pour toutes. Ce qui est inconnu donne une erreur 400, avec tous les défauts et les noms les plus proches ; rien n’est ignoré. Dans l’ordre de `sort`, les valeurs absentes viennent en dernier et les valeurs codées vont de la plus faible à la plus forte ; les lignes égales suivent leur identifiant.'
  ],
  [
    '**Counting.** `/aggregate` behind a dataset counts its rows in groups. Missing values are a group of their own and never drop out; a row counts in every group of a list it belongs to. `of` names the groups whose rows a share is of: `group=country,star&measure=share&of=country` tells which share of each country’s rows has a star of each formula. `sum.`, `avg.`, `min.`, `max.` and `median.` take a numeric column and come with `n_<column>`, the rows that have a value; a share comes with its denominator. JSON holds the first 10000 groups, exports all.',
    '**Décomptes.** `/aggregate` derrière un jeu de données en compte les lignes par groupes. Les valeurs absentes forment un groupe à part et ne disparaissent jamais ; une ligne compte dans chacun des groupes d’une liste auxquels elle appartient. `of` nomme les groupes dont les lignes servent de base à une part : `group=country,star&measure=share&of=country` dit quelle part des lignes de chaque pays a une étoile selon chaque formule. `sum.`, `avg.`, `min.`, `max.` et `median.` prennent une colonne de nombres et viennent avec `n_<colonne>`, les lignes qui ont une valeur ; une part vient avec son dénominateur. Le JSON contient les 10\u00a0000 premiers groupes, les exports les contiennent tous.'
  ],
  [
    '**Assistants** ask by the Model Context Protocol at `/mcp` on this host (Streamable HTTP, without key, session or stream): search, named figures, counts in groups, rows, records with their history, the check of a figure, citations. The tools ask the addresses below.',
    '**Les assistants** interrogent le service par le Model Context Protocol à l’adresse `/mcp` de cet hôte (Streamable HTTP, sans clé, session ni flux) : recherche, chiffres nommés, décomptes par groupe, lignes, fiches avec leur historique, vérification d’un chiffre, références à citer. Les outils interrogent les adresses ci-dessous.'
  ],
  [
    '**Errors** follow RFC 9457; their `type` leads to an explanation, their `code` never changes.',
    '**Les erreurs** suivent la RFC 9457 ; leur `type` mène à une explication, leur `code` ne change jamais. Elles sont écrites en anglais.'
  ],

  [
    'Citation of a dataset, a row, a query or a release',
    'Référence d’un jeu de données, d’une ligne, d’une requête ou d’une version'
  ],
  [
    'How to cite what an address holds: author, title, release and its day, and the permalink. In French or English where words occur. It names no day of access, since what it leads to never changes and the bytes of an answer depend on no clock.',
    'Comment citer ce que contient une adresse : auteur, titre, version et son jour, et lien permanent. En français ou en anglais quand il y a des mots. Aucune date de consultation n’y figure, car ce à quoi elle mène ne change jamais et les octets d’une réponse ne dépendent d’aucune horloge.'
  ],
  [
    'The address to cite: a list, an aggregate, a row or a release of this service, absolute or from its path on, percent-encoded (`&` is `%26`).',
    'L’adresse à citer : une liste, un décompte, une ligne ou une version de ce service, absolue ou à partir de son chemin, avec l’encodage-pourcent (`&` s’écrit `%26`).'
  ],
  [
    'The address to explain: a list, an aggregate or a row of this service, absolute or from its path on, percent-encoded (`&` is `%26`).',
    'L’adresse à expliquer : une liste, un décompte ou une ligne de ce service, absolue ou à partir de son chemin, avec l’encodage-pourcent (`&` s’écrit `%26`).'
  ],
  [
    'It is read, never fetched; an address of another host is refused.',
    'Elle est lue, jamais visitée ; l’adresse d’un autre hôte est refusée.'
  ],
  [
    'The style; else what the `Accept` header likes best, else APA.',
    'Le style ; à défaut, celui que préfère l’en-tête `Accept`, sinon APA.'
  ],
  ['The citation.', 'La référence.'],
  ['A data set as an item of CSL-JSON 1.0.2.', 'Un jeu de données en notice CSL-JSON 1.0.2.'],
  ['Names it in a bibliography.', 'Le nomme dans une bibliographie.'],
  ['What it is called.', 'Son intitulé.'],
  ['Whose data these are.', 'À qui sont ces données.'],
  ['An organisation.', 'Une organisation.'],
  [
    'The day the release speaks of, as `date-parts`: year, month and day.',
    'Le jour dont parle la version, en `date-parts` : année, mois et jour.'
  ],
  ['The id of the release.', 'L’identifiant de la version.'],
  ['Who brought it out; not said of the whole.', 'Qui l’a publié ; non dit de l’ensemble.'],
  ['The same bytes for ever.', 'Les mêmes octets pour toujours.'],
  [
    'Its licence, and whether it is whole or a selection.',
    'Sa licence, et si l’ensemble est complet ou une sélection.'
  ],
  ['A query in words, in code, and as a citation', 'Une requête en mots, en code et en référence à citer'],
  [
    'For any list, aggregate or row of this service: a sentence that says what it asks, how many rows match and the first 10, code for common tools, and citations. `links.query` is the same as a page for people.',
    'Pour toute liste, tout décompte ou toute ligne de ce service : une phrase qui dit ce que l’on demande, le nombre de lignes retenues et les 10 premières, du code pour les outils courants, et des références. `links.query` est la même chose en page à lire.'
  ],
  ['The description.', 'La description.'],
  ['What there is to know of a query.', 'Ce qu’il y a à savoir d’une requête.'],
  ['A query, explained.', 'Une requête, expliquée.'],
  ['The query in words, in the language of the answer.', 'La requête en mots, dans la langue de la réponse.'],
  ['The first rows, at most 10.', 'Les premières lignes, 10 au plus.'],
  ['One row.', 'Une ligne.'],
  ['The value of the column of that name.', 'La valeur de la colonne de ce nom.'],
  ['Code that gets the rows; each runs as it stands.', 'Du code qui obtient les lignes ; chacun fonctionne tel quel.'],
  ['The query pinned to its release, cited.', 'La requête figée à sa version, en référence.'],
  ['This description.', 'Cette description.'],
  ['The address that is explained, in canonical form.', 'L’adresse expliquée, sous sa forme canonique.'],
  [
    'The same pinned to this release: the same bytes for ever.',
    'La même, figée à cette version : les mêmes octets pour toujours.'
  ],
  ['Its citation; `style` chooses one.', 'Sa référence ; `style` en choisit une.'],

  ['Data Package of a release', 'Data Package d’une version'],
  [
    'All datasets of a release with the addresses and digests of their CSV files and all columns (Data Package 2.0); the zip of the release holds the same with file names. 503 with `Retry-After` while the files are being made.',
    'Tous les jeux de données d’une version, avec les adresses et les empreintes de leurs fichiers CSV et toutes les colonnes (Data Package 2.0) ; l’archive zip de la version contient la même chose avec des noms de fichiers. 503 avec `Retry-After` pendant que les fichiers se font.'
  ],
  ['A Data Package (https://datapackage.org).', 'Un Data Package (https://datapackage.org).'],
  ['Name of the package.', 'Le nom du paquet.'],
  ['Title.', 'Le titre.'],
  ['What the release holds.', 'Ce que contient la version.'],
  ['The release.', 'La version.'],
  ['Licence of the compilation.', 'La licence de la compilation.'],
  ['A licence.', 'Une licence.'],
  ['Its identifier (SPDX).', 'Son identifiant (SPDX).'],
  ['Its text.', 'Son texte.'],
  ['Who made the data.', 'Qui a fait les données.'],
  ['A contributor.', 'Un contributeur.'],
  ['The name.', 'Le nom.'],
  ['What they did.', 'Ce qu’il a fait.'],
  ['A role.', 'Un rôle.'],
  ['The files.', 'Les fichiers.'],
  ['A CSV file of the release.', 'Un fichier CSV de la version.'],
  ['Where the file is.', 'Où se trouve le fichier.'],
  ['The format.', 'Le format.'],
  ['The media type.', 'Le type de média.'],
  ['The character encoding.', 'Le codage des caractères.'],
  ['SHA-256 of the bytes.', 'SHA-256 des octets.'],
  ['Catalogue for data portals', 'Catalogue pour les portails de données'],
  [
    'All datasets with their distributions, and all releases as a series, as DCAT-AP 3 in JSON-LD; in English and French.',
    'Tous les jeux de données avec leurs distributions, et toutes les versions en série, en DCAT-AP 3 sous forme de JSON-LD ; en anglais et en français.'
  ],
  ['A catalogue as a JSON-LD graph.', 'Un catalogue en graphe JSON-LD.'],
  ['The prefixes of the vocabularies.', 'Les préfixes des vocabulaires.'],
  [
    'Catalogue, datasets, distributions, series and releases, data service, publisher.',
    'Catalogue, jeux de données, distributions, série et versions, service de données, éditeur.'
  ],
  ['How complete the data are', 'Complétude des données'],
  [
    'For every column of every dataset: how many rows there are, how many have a value, how many of these only say that the IRM published no rating, and how many different values occur. Measured once per release.',
    'Pour chaque colonne de chaque jeu de données : combien il y a de lignes, combien ont une valeur, combien de celles-ci disent seulement que le MEI n’a pas de relevé, et combien de valeurs différentes se trouvent. Mesuré une fois par version.'
  ],
  ['How complete a column is.', 'La complétude d’une colonne.'],
  ['How complete each column is.', 'La complétude de chaque colonne.'],
  [
    'The columns, in the order of datasets and columns.',
    'Les colonnes, dans l’ordre des jeux de données et des colonnes.'
  ],
  ['Exact number of rows, all of which are here.', 'Le nombre exact de lignes, toutes présentes ici.'],
  ['This report.', 'Ce rapport.'],
  [
    'The same of this release: the same bytes for ever.',
    'Le même pour cette version : les mêmes octets pour toujours.'
  ],
  ['Only these datasets, joined by commas.', 'Ces jeux de données seulement, séparés par des virgules.'],
  ['This document', 'Ce document'],
  [
    'Every address, parameter and property of the API.',
    'Chaque adresse, chaque paramètre et chaque propriété de l’API.'
  ],
  ['The document.', 'Le document.'],
  [
    'An OpenAPI 3.1 document; its server is the address it was asked at.',
    'Un document OpenAPI 3.1 ; son serveur est l’adresse à laquelle il a été demandé.'
  ],
  ['The same as YAML.', 'La même chose en YAML.'],
  ['This document for one dataset', 'Ce document pour un seul jeu de données'],
  [
    'The addresses of one dataset with all that they refer to: a document by itself, small enough to be read whole.',
    'Les adresses d’un jeu de données avec tout ce à quoi elles renvoient : un document à lui seul, assez petit pour être lu en entier.'
  ],
  ['The dataset, or another group of addresses.', 'Le jeu de données, ou un autre groupe d’adresses.'],
  ['The language of its title.', 'La langue de son titre.']
]
