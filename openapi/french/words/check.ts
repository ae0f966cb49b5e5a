/** The check of a figure. */

import type { Words } from '../../../src/i18n/words.ts'
export const CHECK_WORDS: readonly Words[] = [
  ['Whether a figure still holds', 'Si un chiffre vaut toujours'],
  [
    'A printed figure in the release of then (`release`, else that of the address, else the one before the newest) and in the newest: a verdict, the records that came, changed or went, and a citation. Without `url` it is a page with a form for people, and a 400 for programs.',
    'Un chiffre imprimé dans la version d’alors (`release`, sinon celle de l’adresse, sinon l’avant-dernière) et dans la plus récente : un verdict, les fiches apparues, modifiées ou disparues, et une référence à citer. Sans `url`, c’est une page avec un formulaire pour les personnes, et une erreur 400 pour les programmes.'
  ],
  ['A badge that says whether a figure still holds', 'Un badge qui dit si un chiffre vaut toujours'],
  [
    'The verdict as a small picture, to stand beside a figure on your page.',
    'Le verdict en une petite image, à placer à côté d’un chiffre sur votre page.'
  ],
  ['The picture.', 'L’image.'],
  ['The figure in one release.', 'Le chiffre dans une version.'],
  ['The figure; null where the release has none.', 'Le chiffre ; vide (null) quand la version n’en a pas.'],
  ['The address pinned to the release.', 'L’adresse figée à la version.'],
  ['A figure then and now.', 'Un chiffre, alors et maintenant.'],
  ['What became of the figure.', 'Ce que le chiffre est devenu.'],
  ['What the address asks, in words.', 'Ce que demande l’adresse, en mots.'],
  [
    'The column that is the figure; null where it is the number of rows.',
    'La colonne qui est le chiffre ; vide (null) quand c’est le nombre de lignes.'
  ],
  [
    'The figure that was printed, a percentage as a share; null where none was given.',
    'Le chiffre imprimé, un pourcentage en tant que part ; vide (null) quand aucun n’est donné.'
  ],
  [
    '`holds`: right then and now; `changed`: right then, not now; `came_true`: right now, not then; `differs`: right in neither. Without `value`: `same` or `moved`.',
    '`holds` : juste alors et maintenant ; `changed` : juste alors, plus maintenant ; `came_true` : juste maintenant, pas alors ; `differs` : juste dans aucune. Sans `value` : `same` ou `moved`.'
  ],
  ['The verdict in a sentence.', 'Le verdict en une phrase.'],
  ['The verdict in a few words.', 'Le verdict en quelques mots.'],
  [
    'Records behind the figure that came, changed or went; null where it is of one row.',
    'Fiches derrière le chiffre qui sont apparues, ont changé ou ont disparu ; vide (null) quand il est d’une seule ligne.'
  ],
  ['Records with {1}.', 'Fiches avec {1}.'],
  ['The newest figure, cited (APA).', 'Le chiffre le plus récent, cité (APA).'],
  ['This check.', 'Cette vérification.'],
  ['The verdict as a badge.', 'Le verdict en badge.'],
  ['What changed in its rows.', 'Ce qui a changé dans ses lignes.'],
  [
    'The address that the figure came from: a list, whose figure is how many rows match, an aggregate or an indicator of one row, or a row, absolute or from its path on, percent-encoded (`&` is `%26`).',
    'L’adresse d’où vient le chiffre : une liste, dont le chiffre est le nombre de lignes retenues, un agrégat ou un indicateur d’une ligne, ou une ligne, absolue ou à partir de son chemin, encodée (`&` s’écrit `%26`).'
  ],
  [
    'The figure as it was printed: `42`, `0.31`, `31%`. It is compared as precisely as it is written.',
    'Le chiffre tel qu’il a été imprimé : `42`, `0.31`, `31%`. Il est comparé avec la précision de son écriture.'
  ],
  [
    'Which number of the one row is meant; of an aggregate the first measure unless given.',
    'Quel nombre de la ligne est visé ; d’un agrégat, la première mesure à défaut.'
  ]
]
