/** What the OpenAPI document says beside the words of definitions, in both languages. Kept by hand. */
import type { Words } from '../../src/i18n/words.ts'
import { ANSWER_WORDS } from './words/answers.ts'
import { CHECK_WORDS } from './words/check.ts'
import { DATASET_WORDS } from './words/datasets.ts'
import { DESCRIPTION_WORDS } from './words/description.ts'
import { HISTORY_WORDS } from './words/history.ts'
import { HTTP_WORDS } from './words/http.ts'
import { INDICATOR_WORDS } from './words/indicators.ts'
import { RECONCILE_WORDS } from './words/reconcile.ts'
import { SEARCH_WORDS } from './words/search.ts'

/** Fixed sentences, and templates in which `{1}`, `{2}` … stand for words that are translated themselves. */
export const CATALOGUE: readonly Words[] = [
  ...DESCRIPTION_WORDS,
  ...DATASET_WORDS,
  ...ANSWER_WORDS,
  ...HTTP_WORDS,
  ...HISTORY_WORDS,
  ...CHECK_WORDS,
  ...INDICATOR_WORDS,
  ...RECONCILE_WORDS,
  ...SEARCH_WORDS
]
