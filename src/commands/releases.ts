/** `npm run releases -- list | drop ID | rollback` */
import { dropRelease, listReleases, rollback } from '../import/publish/rollback.ts'
import { readArguments, UsageError } from './arguments.ts'

export const RELEASES_USAGE = `npm run releases -- list | drop ID | rollback

  list       all releases, the newest first
  drop ID    withdraw an older release: it answers 410 from now on and stays listed; what only it held is deleted
  rollback   withdraw the current release: the one before is current again`

export type ReleaseAction = { verb: 'list' } | { verb: 'drop'; id: string } | { verb: 'rollback' }

/** The command line as an action; throws a UsageError when it is none. */
export function readReleaseAction(args: readonly string[]): ReleaseAction {
  const [verb, id, ...rest] = readArguments(args, {}).positionals
  if (verb === 'list' && id === undefined) return { verb }
  if (verb === 'rollback' && id === undefined) return { verb }
  if (verb === 'drop' && id !== undefined && rest.length === 0) return { verb, id }
  throw new UsageError('say one of: list, drop ID, rollback')
}

export async function runReleases(url: string, action: ReleaseAction): Promise<number> {
  if (action.verb === 'drop') {
    await dropRelease(url, action.id)
    console.log(`Release ${action.id} is dropped.`)
  } else if (action.verb === 'rollback') {
    const { withdrawn, current } = await rollback(url)
    console.log(`Release ${withdrawn.id} is dropped; ${current.id} is current again.`)
  } else {
    for (const { id, date, status, current, title } of await listReleases(url))
      console.log([id, date, current ? 'current' : status, title].join('\t'))
  }
  return 0
}
