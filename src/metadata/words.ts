/** What our own pages and catalogues say, in English and French. */

import type { Words } from '../i18n/words.ts'
export const NAME = 'OGP Open Data'

export const SUMMARY: Words = [
  'What governments promised in the Open Government Partnership, and what became of it. Free to read, cite and reuse, without a key.',
  'Ce que les gouvernements ont promis dans le Partenariat pour un gouvernement ouvert, et ce qu’il en est advenu. Libre de lecture, de citation et de réutilisation, sans clé.'
]

export const RELEASES: Words = ['Releases of OGP Open Data', 'Versions d’OGP Open Data']
export const RELEASES_MEANING: Words = [
  'All data of OGP Open Data at one time, as files that never change; each release is complete.',
  'Toutes les données d’OGP Open Data à un moment donné, en fichiers qui ne changent jamais ; chaque version est complète.'
]

export const SERVICE_MEANING: Words = [
  'Keyless, read-only HTTP interface to all datasets: JSON, CSV and other formats, filters, releases.',
  'Interface HTTP sans clé et en lecture seule à tous les jeux de données : JSON, CSV et autres formats, filtres, versions.'
]

/** What readers of CSV that guess missing values have to be told. */
export const READING_CSV: Words = [
  'An empty cell is null, and nothing else is: `NA` is Namibia, `none` a code. Tell pandas `keep_default_na=False, na_values=[\'\']`, R `na.strings = ""` (of a single column `blank.lines.skip = FALSE` as well) and csvkit `--blanks`, or they take such words for missing values.',
  'Une cellule vide vaut null, et elle seule\u00a0: `NA` est la Namibie, `none` un code. Il faut indiquer à pandas `keep_default_na=False, na_values=[\'\']`, à R `na.strings = ""` (pour une seule colonne, `blank.lines.skip = FALSE` en plus) et à csvkit `--blanks`\u00a0; sinon ils prennent ces mots pour des valeurs manquantes.'
]

/** The parts of a landing page. */
export const PAGE = {
  row: ['One row is', 'Une ligne est'],
  rows: ['Rows', 'Lignes'],
  years: ['Years', 'Années'],
  release: ['Release', 'Version'],
  licence: ['Licence', 'Licence'],
  source: ['Source', 'Source'],
  everyRow: [
    'Every row names its own source; see the sources.',
    'Chaque ligne nomme sa propre source ; voir les sources.'
  ],
  sources: ['Sources', 'Sources'],
  download: ['Download', 'Télécharger'],
  newest: ['Newest data', 'Données les plus récentes'],
  pinned: ['This release, the same bytes for ever', 'Cette version, les mêmes octets pour toujours'],
  cite: ['Cite', 'Citer'],
  citeHow: [
    'Cite the release and this address, which always returns the same rows:',
    'Citez la version et cette adresse, qui renvoie toujours les mêmes lignes :'
  ],
  styles: ['As APA, BibTeX, CSL-JSON or RIS, and as code', 'En APA, BibTeX, CSL-JSON ou RIS, et en code'],
  columns: ['Columns', 'Colonnes'],
  column: ['Column', 'Colonne'],
  type: ['Type', 'Type'],
  meaning: ['Meaning', 'Signification'],
  codes: ['codes', 'codes'],
  filters: ['Filters', 'Filtres'],
  filter: ['Parameter', 'Paramètre'],
  programs: ['For programs', 'Pour les programmes'],
  schema: ['Columns as Table Schema', 'Colonnes en Table Schema'],
  csvw: ['CSV on the Web', 'CSV on the Web'],
  coverage: ['How complete each column is', 'Complétude de chaque colonne'],
  documentation: ['Documentation with a form to try it', 'Documentation avec un formulaire d’essai'],
  optional: ['may be missing', 'peut manquer']
} as const satisfies Record<string, Words>
