/** Joining spreadsheets to the data. Entities, types and properties are the words of the Reconciliation Service API. */

import type { Words } from '../../../src/i18n/words.ts'
export const RECONCILE_WORDS: readonly Words[] = [
  [
    'Joining a spreadsheet to the data: the Reconciliation Service API 0.2, as OpenRefine speaks it.',
    'Relier un tableau aux données : la Reconciliation Service API 0.2, telle que l’utilise OpenRefine.'
  ],
  ['Match names, or describe the service', 'Rapprochement de noms, ou description du service'],
  [
    'Without parameters the manifest, which is the address to give to OpenRefine; with `queries` candidates for each query; with `extend` values of columns. Long batches are sent by POST.',
    'Sans paramètre, le manifeste, dont l’adresse est celle à donner à OpenRefine ; avec `queries`, des candidats pour chaque requête ; avec `extend`, des valeurs de colonnes. Les longs lots s’envoient par POST.'
  ],
  ['Match many names', 'Rapprochement de nombreux noms'],
  [
    'As by GET, with `queries` or `extend` in a form. It asks and writes nothing.',
    'Comme par GET, avec `queries` ou `extend` dans un formulaire. On demande, on n’écrit rien.'
  ],
  ['Either `queries` or `extend`.', 'Ou bien `queries`, ou bien `extend`.'],
  [
    'JSON: up to 50 queries by names of your choice, each with `query` (the text to match), and where wanted `type` (countries, members, themes, commitments; one or an array), `type_strict` (any, should, all), `limit` (10 unless given, at most 100) and `properties` (an array of `pid`, a column, and `v`, what it must hold).',
    'Du JSON : jusqu’à 50 requêtes sous des noms de votre choix, chacune avec `query` (le texte à rapprocher) et, au besoin, `type` (countries, members, themes, commitments ; un seul ou un tableau), `type_strict` (any, should, all), `limit` (10 à défaut, au plus 100) et `properties` (un tableau de `pid`, une colonne, et de `v`, ce qu’elle doit contenir).'
  ],
  [
    'JSON: `ids` of up to 500 entities and `properties`, an array of objects whose `id` is a column.',
    'Du JSON : les `ids` de 500 entités au plus et `properties`, un tableau d’objets dont l’`id` est une colonne.'
  ],
  ['Manifest, candidates or values.', 'Manifeste, candidats ou valeurs.'],
  ['Candidates or values.', 'Candidats ou valeurs.'],
  ['By what was asked.', 'Selon ce qui a été demandé.'],
  [
    'What the service offers to a client of the Reconciliation API.',
    'Ce que le service offre à un client de la Reconciliation API.'
  ],
  ['Versions of the Reconciliation API.', 'Les versions de la Reconciliation API.'],
  ['A version.', 'Une version.'],
  ['Name of the service.', 'Le nom du service.'],
  ['What ids of entities are a continuation of.', 'Ce que prolongent les identifiants des entités.'],
  ['What ids of types are a continuation of.', 'Ce que prolongent les identifiants des types.'],
  ['Version of this API.', 'La version de cette API.'],
  ['All types.', 'Tous les types.'],
  ['A type of entities: a dataset.', 'Un type d’entités : un jeu de données.'],
  ['Its title.', 'Son titre.'],
  ['The page of an entity.', 'La page d’une entité.'],
  ['Address; `{{id}}` stands for the id.', 'Une adresse ; `{{id}}` tient lieu d’identifiant.'],
  ['A page for a frame.', 'Une page pour un cadre.'],
  ['Width of the frame in pixels.', 'La largeur du cadre en pixels.'],
  ['Height of the frame in pixels.', 'La hauteur du cadre en pixels.'],
  ['Where suggestions come from.', 'D’où viennent les suggestions.'],
  ['Where a part of the service is.', 'Où se trouve une partie du service.'],
  ['Scheme and host.', 'Le protocole et l’hôte.'],
  ['Path of the address.', 'Le chemin de l’adresse.'],
  ['Where the properties of a type are told.', 'Où sont dites les propriétés d’un type.'],
  ['Properties have no settings.', 'Les propriétés n’ont pas de réglages.'],
  ['Queries that may come at once.', 'Les requêtes admises en une fois.'],
  ['The id of the row in its dataset.', 'L’identifiant de la ligne dans son jeu de données.'],
  ['Its name.', 'Son nom.'],
  ['What tells it from its namesakes.', 'Ce qui la distingue de ses homonymes.'],
  ['A possible match.', 'Un rapprochement possible.'],
  ['Its types.', 'Ses types.'],
  [
    '100 for the same name, letter case, accents, punctuation and articles aside; less for one that is near.',
    '100 pour le même nom, casse, accents, ponctuation et articles mis à part ; moins pour un nom proche.'
  ],
  [
    'Whether it alone has this very name, and its properties agree.',
    'Si elle est seule à porter exactement ce nom et si ses propriétés concordent.'
  ],
  ['How name and properties compare.', 'Comment le nom et les propriétés se comparent.'],
  ['One comparison.', 'Une comparaison.'],
  ['`name`, or a property.', '`name`, ou une propriété.'],
  ['The score of the name; whether a property agrees.', 'La note du nom ; si une propriété concorde.'],
  ['The answer to each query, under its own name.', 'La réponse à chaque requête, sous son nom.'],
  ['Candidates of one query.', 'Les candidats d’une requête.'],
  ['The best first.', 'Les meilleurs d’abord.'],
  ['Values of columns.', 'Des valeurs de colonnes.'],
  ['The properties asked for.', 'Les propriétés demandées.'],
  ['A property.', 'Une propriété.'],
  ['A property: a column.', 'Une propriété : une colonne.'],
  ['Its label.', 'Son libellé.'],
  ['Its meaning.', 'Sa signification.'],
  ['Rows by id of the entity.', 'Les lignes par identifiant d’entité.'],
  ['Values by property.', 'Les valeurs par propriété.'],
  ['The values; none where no source says.', 'Les valeurs ; aucune quand aucune source ne le dit.'],
  ['A value: a text, a number, or an entity.', 'Une valeur : un texte, un nombre ou une entité.'],
  ['A text, code, date or truth value.', 'Un texte, un code, une date ou une valeur de vérité.'],
  ['The text.', 'Le texte.'],
  ['A whole number.', 'Un nombre entier.'],
  ['A number.', 'Un nombre.'],
  ['The number.', 'Le nombre.'],
  ['An entity, matched already.', 'Une entité, déjà rapprochée.'],
  ['An entity.', 'Une entité.'],
  ['Suggest entities', 'Suggestion d’entités'],
  ['Suggest types', 'Suggestion de types'],
  ['Suggest properties', 'Suggestion de propriétés'],
  [
    'The entities that have a word which begins as `prefix`; whole names first.',
    'Les entités dont un mot commence comme `prefix` ; les noms entiers d’abord.'
  ],
  [
    'The types that have a word which begins as `prefix`; whole names first.',
    'Les types dont un mot commence comme `prefix` ; les noms entiers d’abord.'
  ],
  [
    'The properties that have a word which begins as `prefix`; whole names first.',
    'Les propriétés dont un mot commence comme `prefix` ; les noms entiers d’abord.'
  ],
  ['Suggested entities.', 'Les entités suggérées.'],
  ['Suggested types.', 'Les types suggérés.'],
  ['Suggested properties.', 'Les propriétés suggérées.'],
  ['Up to 20 suggestions.', 'Jusqu’à 20 suggestions.'],
  ['The suggestions.', 'Les suggestions.'],
  ['What was typed.', 'Ce qui a été saisi.'],
  ['Suggestions to leave out at the beginning.', 'Les suggestions à omettre au début.'],
  ['Only of this type.', 'De ce type seulement.'],
  [
    'Sent by the widget of OpenRefine; true of every suggestion.',
    'Envoyé par le composant d’OpenRefine ; vrai de toute suggestion.'
  ],
  ['Properties of a type', 'Propriétés d’un type'],
  ['The columns that data extension can give.', 'Les colonnes que l’extension de données peut donner.'],
  ['The type; all where it is empty or left out.', 'Le type ; tous s’il est vide ou omis.'],
  ['The type.', 'Le type.'],
  ['How many.', 'Combien.'],
  ['How many were asked for.', 'Combien ont été demandées.'],
  ['Properties.', 'Des propriétés.'],
  ['The columns of a type.', 'Les colonnes d’un type.'],
  ['The columns.', 'Les colonnes.'],
  ['Preview of an entity', 'Aperçu d’une entité'],
  [
    'A small page for a frame: what the newest release knows of the entity.',
    'Une petite page pour un cadre : ce que la version la plus récente sait de l’entité.'
  ],
  ['The id of the entity.', 'L’identifiant de l’entité.'],
  ['The page.', 'La page.'],
  ['HTML.', 'Du HTML.']
]
