/** All tools, in the order in which they are listed. */
import { describeDataset, search } from './discovery.ts'
import { checkFigure, cite, indicator } from './figures.ts'
import { countGroups, getRecord, queryRows } from './rows.ts'
import type { Tool } from './tool.ts'

export const TOOLS: readonly Tool[] = [
  search,
  indicator,
  countGroups,
  queryRows,
  getRecord,
  checkFigure,
  cite,
  describeDataset
]
