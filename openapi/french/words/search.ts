/** The search of everything. */

import type { Words } from '../../../src/i18n/words.ts'
export const SEARCH_WORDS: readonly Words[] = [
  ['Search', 'Recherche'],
  [
    'One search for everything: names, codes, texts and definitions, with suggestions.',
    'Une seule recherche pour tout : noms, codes, textes et définitions, avec suggestions.'
  ],
  ['Search everything', 'Recherche dans tout'],
  ['Download what a search finds', 'Téléchargement de ce qu’une recherche trouve'],
  ['Suggest while somebody types', 'Suggestions pendant la saisie'],
  [
    'Countries, local members, themes, action plans, commitments, codes with their definitions, bodies, resources, indicators and datasets at once: by names in any language and spelling known, by codes, and by the words of their texts. Every hit says why it is here.',
    'Pays, membres locaux, thèmes, plans d’action, engagements, codes avec leurs définitions, organes, ressources, indicateurs et jeux de données à la fois : par leurs noms dans toute langue et graphie connue, par leurs codes et par les mots de leurs textes. Chaque résultat dit pourquoi il figure ici.'
  ],
  [
    'What to look for: names, codes, words in English, French or Spanish, with or without accents. All words must occur; `"words in quotes"` stand side by side, `-word` must not occur, the last word may be the beginning of one.',
    'Ce qu’il faut chercher : noms, codes, mots anglais, français ou espagnols, avec ou sans accents. Tous les mots doivent figurer ; `"les mots entre guillemets"` se suivent, `-mot` ne doit pas figurer, le dernier mot peut être le début d’un mot.'
  ],
  [
    'Only hits of these types, joined by commas; all unless given.',
    'Seulement les résultats de ces types, séparés par des virgules ; tous par défaut.'
  ],
  ['Hits in the answer; 20 unless given.', 'Résultats dans la réponse ; 20 par défaut.'],
  ['Suggestions in the answer; 8 unless given.', 'Suggestions dans la réponse ; 8 par défaut.'],
  ['What was typed so far.', 'Ce qui a été saisi jusqu’ici.'],
  [
    'Names of everything that begin so, or have a word that does; at most three of a type unless `type` names one. Small and quick, for a box that answers each letter.',
    'Les noms de toute chose qui commencent ainsi, ou dont un mot commence ainsi ; trois au plus par type, sauf si `type` n’en nomme qu’un. Réponse courte et rapide, pour un champ qui réagit à chaque lettre.'
  ],
  ['Something that was found.', 'Ce qui a été trouvé.'],
  ['Something with such a name.', 'Ce qui porte un tel nom.'],
  ['What was found.', 'Ce qui a été trouvé.'],
  ['What was found, the best first.', 'Ce qui a été trouvé, le meilleur d’abord.'],
  [
    'Where the words occur in its texts, as with `highlight=true` of lists; empty for `known_as` and codes.',
    'Où les mots figurent dans ses textes, comme avec `highlight=true` des listes ; vide pour `known_as` et les codes.'
  ],
  ['How many there are of a type.', 'Combien il y en a d’un type.'],
  ['What it is called, in the language of the answer.', 'Comment il s’appelle, dans la langue de la réponse.'],
  [
    'What its type is called, in the language of the answer.',
    'Comment son type s’appelle, dans la langue de la réponse.'
  ],
  ['Exact number of hits.', 'Nombre exact de résultats.'],
  ['Exact number of hits of all types.', 'Nombre exact de résultats de tous types.'],
  ['All of them.', 'Tous ces résultats.'],
  ['The hits.', 'Les résultats.'],
  ['Hits in this answer.', 'Résultats dans cette réponse.'],
  ['The types that were looked through.', 'Les types qui ont été parcourus.'],
  ['This search.', 'Cette recherche.'],
  ['Names that begin so.', 'Des noms qui commencent ainsi.'],
  ['The suggestions, the best first.', 'Les suggestions, la meilleure d’abord.'],
  ['Suggestions in this answer.', 'Suggestions dans cette réponse.'],
  ['Suggestions.', 'Suggestions.'],
  ['These suggestions.', 'Ces suggestions.']
]
