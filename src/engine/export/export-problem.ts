/** What a failed export is to its reader. */
import { isTimeout, isUnavailable, lacksResources } from '../../db/client.ts'
import { Problem, unavailable } from '../../http/errors/problems.ts'

/** The folder of exports is full, or cannot be written. */
const STORAGE_FAULTS = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EIO', 'ENOTDIR']

/** The Problem that an error is; itself where it is a fault of ours. */
export function exportProblem(error: Error): Error {
  if (error instanceof Problem) return error
  const { code } = error as NodeJS.ErrnoException
  if (code && STORAGE_FAULTS.includes(code)) return unavailable('Exports cannot be written just now.', error)
  if (lacksResources(error)) return unavailable('The database has no room left to make this export.', error)
  if (isUnavailable(error)) return unavailable('The database cannot be reached.', error)
  if (isTimeout(error)) return new Problem('query-timeout', 'The export took longer than it may.', { cause: error })
  return error
}
