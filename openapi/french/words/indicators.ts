/** Indicators. */

import type { Words } from '../../../src/i18n/words.ts'
export const INDICATOR_WORDS: readonly Words[] = [
  ['Indicators', 'Indicateurs'],
  [
    'Figures by name: what each counts, of what, and when its values may be compared.',
    'Des chiffres qui ont un nom : ce que chacun compte, parmi quoi, et quand ses valeurs peuvent être comparées.'
  ],
  ['List indicators', 'Liste des indicateurs'],
  ['Download the list of indicators', 'Téléchargement de la liste des indicateurs'],
  ['Values of an indicator', 'Valeurs d’un indicateur'],
  [
    'Every indicator with what it counts, of what, in which unit, and when its values may be compared.',
    'Chaque indicateur avec ce qu’il compte, parmi quoi, dans quelle unité, et quand ses valeurs peuvent être comparées.'
  ],
  [
    'One figure under one name, so that it has one truth: as tidy rows with value, n, denominator and coverage. It equals the counts of `/aggregate` with the filters that its definition names.',
    'Un chiffre sous un nom, pour qu’il n’ait qu’une vérité : des lignes avec valeur, n, dénominateur et couverture. Il est égal aux comptes de `/aggregate` avec les filtres que sa définition nomme.'
  ],
  ['An indicator, and where its values are.', 'Un indicateur, et où sont ses valeurs.'],
  ['An indicator: one figure under one name.', 'Un indicateur : un chiffre sous un nom.'],
  ['Its values.', 'Ses valeurs.'],
  ['This list.', 'Cette liste.'],
  ['All indicators.', 'Tous les indicateurs.'],
  ['The indicators.', 'Les indicateurs.'],
  ['The values of an indicator.', 'Les valeurs d’un indicateur.'],
  ['The values.', 'Les valeurs.'],
  ['These values.', 'Ces valeurs.'],
  ['The value for one group, with what it is of.', 'La valeur d’un groupe, avec ce à quoi elle se rapporte.'],
  ['The country.', 'Le pays.'],
  ['The region.', 'La région.'],
  ['The theme.', 'Le thème.'],
  ['The plan.', 'Le plan.'],
  ['Its label, in the language of the answer.', 'Son libellé, dans la langue de la réponse.'],
  ['What the values are told apart by.', 'Ce par quoi les valeurs sont distinguées.'],
  ['The rows that count.', 'Les lignes qui comptent.'],
  ['The rows that it is of.', 'Les lignes auxquelles il se rapporte.'],
  [
    'What to tell the values apart by, joined by commas, up to 3 of those that the indicator has; one value for all unless given.',
    'Ce par quoi distinguer les valeurs, séparé par des virgules, jusqu’à 3 de ceux que l’indicateur permet ; une seule valeur pour tout, à défaut.'
  ],
  [
    'With `by=…,year`: only so many of the newest years of each group in which there is a value.',
    'Avec `by=…,year` : seulement autant des années les plus récentes de chaque groupe où il y a une valeur.'
  ],
  [
    'Any filters of the indicator’s dataset but those that it sets itself, each as a parameter of its own, such as `country=CL`.',
    'Tout filtre du jeu de données de l’indicateur, sauf ceux qu’il pose lui-même, chacun comme un paramètre à part, tel que `country=CL`.'
  ],
  [
    'Columns to sort by, joined by commas; `-` in front: descending. Missing values come last.',
    'Colonnes de tri, séparées par des virgules ; précédées de `-` : décroissant. Les valeurs manquantes viennent en dernier.'
  ],
  ['Only so many values.', 'Seulement autant de valeurs.'],
  [
    'The name of the indicator; with a suffix, in that format.',
    'Le nom de l’indicateur ; avec un suffixe, dans ce format.'
  ]
]
