/** What every answer is made of: meta, links, facets, highlights, aggregates. */

import type { Words } from '../../../src/i18n/words.ts'
export const ANSWER_WORDS: readonly Words[] = [
  ['The whole export as one document.', 'L’export entier en un seul document.'],
  [
    'One value of the list before it; the row stands here once for each.',
    'Une valeur de la liste qui précède ; la ligne figure ici une fois pour chacune.'
  ],
  [
    'How many rows this one has become; 1 where it has no value.',
    'En combien de lignes celle-ci a été divisée ; 1 si elle n’a aucune valeur.'
  ],
  [
    'One divided by that number: the sum of the weights is the number of rows before they were split.',
    'Un divisé par ce nombre : la somme des poids est le nombre de lignes avant la division.'
  ],
  [
    'A list of which each value is to have a row of its own: in `<list>_value`, with `<list>_count`, how many rows the row has become, and `<list>_weight`, one divided by that, so that the sum of the weights is the number of rows. Filters still ask for what the whole row has.',
    'Une liste dont chaque valeur doit avoir sa propre ligne : dans `<liste>_value`, avec `<liste>_count`, le nombre de lignes issues de la ligne, et `<liste>_weight`, un divisé par ce nombre, de sorte que la somme des poids est le nombre de lignes. Les filtres portent toujours sur la ligne entière.'
  ],
  [
    'Where fewer than five rows match: how many there would be otherwise, and why.',
    'Quand moins de cinq lignes sont retenues : combien il y en aurait autrement, et pourquoi.'
  ],
  [
    'One way to more rows, or one reason for few.',
    'Un moyen d’en obtenir plus, ou une raison pour qu’il y en ait peu.'
  ],
  [
    '`filter`: without that filter; `release`: in the newest release; `coverage`: what is not here may exist.',
    '`filter` : sans ce filtre ; `release` : dans la version la plus récente ; `coverage` : ce qui ne figure pas ici peut exister.'
  ],
  ['The filter left out.', 'Le filtre laissé de côté.'],
  ['Rows there would be.', 'Lignes qu’il y aurait.'],
  [
    'Those of them of which no source says what the filter asks.',
    'Celles d’entre elles dont aucune source ne dit ce que demande le filtre.'
  ],
  ['Their address.', 'Leur adresse.'],
  ['The same in words.', 'La même chose en mots.'],
  ['A feed (Atom) of what changes in these rows.', 'Un flux (Atom) de ce qui change dans ces lignes.'],
  [
    'What each release changed in the rows. Only at `.atom`.',
    'Ce que chaque version a changé dans les lignes. Seulement à `.atom`.'
  ],
  [
    'What each release changed in the rows (JSON Feed 1.1). Only at `.feed.json`.',
    'Ce que chaque version a changé dans les lignes (JSON Feed 1.1). Seulement à `.feed.json`.'
  ],
  [
    '`.atom` and `.feed.json`: what each release changed in these rows, as a feed to follow, with filters, `fields`, `lang`, `limit`, `cursor` and `release`.',
    '`.atom` et `.feed.json` : ce que chaque version a changé dans ces lignes, comme flux à suivre, avec les filtres, `fields`, `lang`, `limit`, `cursor` et `release`.'
  ],
  ['The rows, in the order asked for.', 'Les lignes, dans l’ordre demandé.'],
  ['What is known of the answer as a whole.', 'Ce que l’on sait de la réponse dans son ensemble.'],
  ['The release that answers; an id of /releases.', 'La version qui répond ; un identifiant de /releases.'],
  [
    'Licence of this compilation; what a source says of itself stands in /sources.',
    'La licence de cette compilation ; ce qu’une source dit d’elle-même se trouve dans /sources.'
  ],
  ['How to credit the data.', 'Comment citer l’origine des données.'],
  ['The day the release speaks of.', 'Le jour dont parle la version.'],
  ['Exact number of rows that match.', 'Le nombre exact de lignes retenues.'],
  ['Number of rows in this page.', 'Le nombre de lignes de cette page.'],
  ['Where to go from here; absolute addresses.', 'Où aller à partir d’ici ; des adresses absolues.'],
  [
    'Whether the commitments that the question is about are all there are, by the action plans they belong to.',
    'Si les engagements que vise la question sont tous ceux qui existent, d’après les plans d’action dont ils font partie.'
  ],
  [
    '`whole`: all commitments of all these plans are here, so that totals are OGP’s; `selection`: of each only some; `partly_whole`: of some all, of others some; `none`: there is none of these plans, or no commitment of any.',
    '`whole` : tous les engagements de tous ces plans figurent ici, et les totaux sont ceux du PGO ; `selection` : de chacun, quelques-uns seulement ; `partly_whole` : de certains tous, d’autres quelques-uns ; `none` : il n’y a aucun de ces plans, ou aucun engagement d’aucun.'
  ],
  [
    'Action plans that the question is about: those that its filters on country, region, year and plan leave.',
    'Plans d’action que vise la question : ceux que laissent ses filtres sur le pays, la région, l’année et le plan.'
  ],
  ['Plans all of whose commitments are here.', 'Plans dont tous les engagements figurent ici.'],
  ['Plans without any commitment here.', 'Plans dont aucun engagement ne figure ici.'],
  ['Years all of whose plans are whole.', 'Années dont tous les plans sont complets.'],
  ['Years with a plan that is not.', 'Années dont un plan ne l’est pas.'],
  ['Countries all of whose plans are whole.', 'Pays dont tous les plans sont complets.'],
  ['Countries with a plan that is not.', 'Pays dont un plan ne l’est pas.'],
  ['This page.', 'Cette page.'],
  ['The first page.', 'La première page.'],
  ['The page before; null on the first.', 'La page d’avant ; null sur la première.'],
  ['The page behind; null on the last.', 'La page d’après ; null sur la dernière.'],
  [
    'The same query pinned to this release: the same bytes for ever.',
    'La même requête figée à cette version : les mêmes octets pour toujours.'
  ],
  [
    'A page for people: the query in words, as code for their tools, and its citation.',
    'Une page à lire : la requête en mots, en code pour vos outils, et sa référence à citer.'
  ],
  ['Columns, types and meanings (Table Schema).', 'Colonnes, types et significations (Table Schema).'],
  ['Documentation for people.', 'La documentation à lire.'],
  ['This row.', 'Cette ligne.'],
  ['The row.', 'La ligne.'],
  [
    'This row pinned to this release: the same bytes for ever.',
    'Cette ligne figée à cette version : les mêmes octets pour toujours.'
  ],
  ['All rows.', 'Toutes les lignes.'],
  ['What each release knew of this row.', 'L’état de cette ligne dans chaque version.'],
  ['What hangs on the row, in {1}.', 'Ce qui se rattache à la ligne, dans {1}.'],

  [
    'With `facet`: the counts of each filter that it names.',
    'Avec `facet` : le décompte de chaque filtre qu’il nomme.'
  ],
  [
    'The values of a filter with their counts. Coded values stand in their order from weakest to strongest, whole numbers from low to high, all others from the most to the fewest rows; null is last. At most 1000 values, the most frequent; `meta.facets` tells how many there are.',
    'Les valeurs d’un filtre avec leur décompte. Les valeurs codées viennent dans leur ordre, de la plus faible à la plus forte, les nombres entiers par ordre croissant, toutes les autres par nombre décroissant de lignes ; le nul est dernier. Au plus 1\u00a0000 valeurs, les plus fréquentes ; `meta.facets` dit combien il y en a.'
  ],
  [
    'With `facet`: the size of each facet by the name of its filter.',
    'Avec `facet` : la taille de chaque facette, par nom de filtre.'
  ],
  [
    'How many values the facet has, and how many of them are here.',
    'Combien de valeurs a la facette, et combien figurent ici.'
  ],
  ['Values there are.', 'Les valeurs qui existent.'],
  ['Values in this answer.', 'Les valeurs de cette réponse.'],
  [
    'The value, as the filter takes it; null where no source says (`null` in the filter).',
    'La valeur, telle que le filtre la prend ; null quand aucune source ne le dit (`null` dans le filtre).'
  ],
  [
    'One value of a filter, and how many rows it would give.',
    'Une valeur d’un filtre, et combien de lignes elle donnerait.'
  ],
  [
    'Label of the value, in the language of the answer; the value itself where it has none.',
    'Libellé de la valeur, dans la langue de la réponse ; la valeur elle-même si elle n’en a pas.'
  ],
  [
    'Rows that have the value and match every filter but this one, zero included. A row counts once for each value of a list.',
    'Les lignes qui ont cette valeur et répondent à tous les filtres sauf celui-ci, même s’il n’y en a aucune. Une ligne compte une fois pour chaque valeur d’une liste.'
  ],
  ['Highlights', 'Passages trouvés'],
  [
    'With `highlight=true`: where the words of `q` occur in the texts of this row. Empty where they occur only in columns that are not shown.',
    'Avec `highlight=true` : où se trouvent les mots de `q` dans les textes de cette ligne. Vide s’ils ne sont que dans des colonnes non montrées.'
  ],
  ['A passage of one column.', 'Un passage d’une colonne.'],
  [
    'HTML: the words within `<mark>`, everything else escaped; `…` where the text goes on.',
    'Du HTML : les mots dans `<mark>`, tout le reste échappé ; `…` là où le texte continue.'
  ],

  ['The rows that match, counted and measured in groups.', 'Les lignes retenues, comptées et mesurées par groupes.'],
  ['All groups, with the format in the address.', 'Tous les groupes, avec le format dans l’adresse.'],
  [
    'Label of the value in the column before it, in the language of the answer.',
    'Libellé de la valeur de la colonne qui précède, dans la langue de la réponse.'
  ],
  [
    'The value of the group; null where no source says.',
    'La valeur du groupe ; vide (null) si aucune source ne le dit.'
  ],
  ['Other columns are measures.', 'Les autres colonnes sont des mesures.'],
  [
    'Up to 3 filters to group by, joined by commas; without any, all rows are one group.',
    'Jusqu’à 3 filtres qui forment les groupes, séparés par des virgules ; sans aucun, toutes les lignes sont un seul groupe.'
  ],
  [
    '`long` unless given; `wide` makes columns of the last group, one per measure and value: `count_complete`, `share_complete` …, and `count_null` for missing values.',
    '`long` à défaut ; `wide` fait du dernier groupe des colonnes, une par mesure et par valeur : `count_complete`, `share_complete` …, et `count_null` pour les valeurs absentes.'
  ],
  [
    'Columns of the answer to sort by, joined by commas; `-` in front: descending. Missing values come last; the groups are the last keys.',
    'Les colonnes de la réponse qui servent au tri, séparées par des virgules ; `-` devant : ordre décroissant. Les valeurs absentes viennent en dernier ; les groupes sont les dernières clés.'
  ],
  [
    'Groups in the answer; 10000 in JSON unless given, all in exports.',
    'Nombre de groupes de la réponse ; 10\u00a0000 en JSON s’il n’est pas donné, tous dans les exports.'
  ],
  ['One group: its values, then what was measured.', 'Un groupe : ses valeurs, puis ce qui a été mesuré.'],
  ['Rows of the group.', 'Les lignes du groupe.'],
  ['Rows of the group over the denominator.', 'Les lignes du groupe sur le dénominateur.'],
  ['Rows the share is of.', 'Les lignes qui servent de base à la part.'],
  [
    'A measure of a column, the number of rows it is of, or a measure of one value of the last group.',
    'La mesure d’une colonne, le nombre de lignes sur lequel elle porte, ou la mesure d’une valeur du dernier groupe.'
  ],
  ['Exact number of groups.', 'Le nombre exact de groupes.'],
  ['Number of groups in this answer.', 'Le nombre de groupes de cette réponse.'],
  ['Rows that match, each counted once.', 'Les lignes retenues, chacune comptée une fois.'],
  ['The groups asked for.', 'Les groupes demandés.'],
  [
    'What has to be known to read the numbers, in the language of the answer.',
    'Ce qu’il faut savoir pour lire les nombres, dans la langue de la réponse.'
  ],
  [
    'The groups whose rows the shares are of; all rows that match where it is empty.',
    'Les groupes dont les lignes servent de base aux parts ; toutes les lignes retenues si la liste est vide.'
  ],
  ['In a wide answer: the group that became columns.', 'Dans une réponse large : le groupe devenu colonnes.'],
  ['The group.', 'Le groupe.'],
  [
    'Its values in the order of their columns, `<measure>_<value>`.',
    'Ses valeurs dans l’ordre de leurs colonnes, `<mesure>_<valeur>`.'
  ],
  ['One value, and what it is called.', 'Une valeur, et comment elle se nomme.'],
  ['The value as text; null for the missing one.', 'La valeur en texte ; null pour celle qui est absente.'],
  ['Its label; null for the missing one.', 'Son libellé ; null pour celle qui est absente.'],
  [
    'The groups, in the order asked for or in that of their values.',
    'Les groupes, dans l’ordre demandé ou dans celui de leurs valeurs.'
  ],
  ['This answer.', 'Cette réponse.'],
  [
    'The same question pinned to this release: the same bytes for ever.',
    'La même question figée à cette version : les mêmes octets pour toujours.'
  ],
  ['The rows that were counted.', 'Les lignes comptées.'],
  [
    'The rows of one group, as a template (RFC 6570) to fill with its values; `null` for a missing one. Null where no address gives just them, which is so when a filter on a list that is grouped by rules values out.',
    'Les lignes d’un groupe, sous forme de modèle (RFC 6570) à remplir avec ses valeurs ; `null` pour une valeur absente. Nul quand aucune adresse ne donne exactement ces lignes, ce qui arrive lorsqu’un filtre écarte des valeurs d’une liste dont on fait les groupes.'
  ],
  [
    'What to tell of each group, joined by commas; `count` unless given.',
    'Ce qu’il faut dire de chaque groupe, séparé par des virgules ; `count` à défaut.'
  ],
  [
    'The groups whose rows a share is of, joined by commas; all rows unless given.',
    'Les groupes dont les lignes servent de base à une part, séparés par des virgules ; à défaut, toutes les lignes.'
  ]
]
