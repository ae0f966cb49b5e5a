/** The layouts of OGP's files, as they are told apart by their headers. */

import { commitments2015 } from './commitments-2015.ts'
import { commitments2016 } from './commitments-2016.ts'
import { commitments2024 } from './commitments-2024.ts'
import { commitmentsDownload } from './commitments-download.ts'
import type { Layout } from './layout.ts'
import { process2015 } from './process-2015.ts'
import { process2016 } from './process-2016.ts'

export const LAYOUTS: readonly Layout[] = [
  commitments2015,
  commitmentsDownload,
  commitments2016,
  commitments2024,
  process2015,
  process2016
]
