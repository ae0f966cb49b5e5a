/** The commands for operators, as they are called. */
import { BackupError } from './backup/manifest.ts'
import { UsageError } from './commands/arguments.ts'
import { BACKUP_USAGE, RESTORE_USAGE, readFolder, runBackup, runRestore } from './commands/backup.ts'
import { IMPORT_USAGE, readImport, runImport } from './commands/import.ts'
import { RELEASES_USAGE, readReleaseAction, runReleases } from './commands/releases.ts'
import { ConfigError, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { isDiskFull, isUnavailable } from './db/client.ts'
import { ClusterError } from './db/embedded/cluster.ts'
import { InUseError } from './db/embedded/embedded.ts'
import { DatabaseError } from './db/migrate.ts'
import { FileError } from './import/files/file.ts'
import { LayoutError } from './import/layouts/layout.ts'
import { PublishError } from './import/publish/publish.ts'
import { UndoError } from './import/publish/rollback.ts'

const EXPECTED = [
  ...[UsageError, ConfigError, InUseError, DatabaseError, ClusterError],
  ...[FileError, LayoutError, PublishError, UndoError, BackupError]
]

type Command = {
  usage: string
  /** Works on the database as it is: neither brought to this version nor seeded. */
  asItIs?: boolean
  read: (args: readonly string[]) => (url: string) => Promise<number>
}

const prepared: Command = {
  usage: `npm run migrate

  Brings the database to the tables of this version, and seeds it when it is empty.`,
  read: args => {
    if (args.length > 0) throw new UsageError('there is nothing to add to this command')
    return async () => {
      console.log('the database is up to date')
      return 0
    }
  }
}

const COMMANDS: Record<string, Command> = {
  migrate: prepared,
  seed: prepared,
  import: {
    usage: IMPORT_USAGE,
    read: args => {
      const settings = readImport(args)
      return url => runImport(url, settings)
    }
  },
  backup: {
    usage: BACKUP_USAGE,
    asItIs: true,
    read: args => {
      const folder = readFolder(args)
      return url => runBackup(url, folder)
    }
  },
  restore: {
    usage: RESTORE_USAGE,
    asItIs: true,
    read: args => {
      const folder = readFolder(args)
      return url => runRestore(url, folder)
    }
  },
  releases: {
    usage: RELEASES_USAGE,
    read: args => {
      const action = readReleaseAction(args)
      return url => runReleases(url, action)
    }
  }
}

type Environment = Record<string, string | undefined>

async function run([name = '', ...args]: readonly string[], env: Environment): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (args.includes('--help') || !command) {
    const usages = command ? [command.usage] : [...new Set(Object.values(COMMANDS).map(({ usage }) => usage))]
    console[command || name === '--help' ? 'log' : 'error'](usages.join('\n\n'))
    return command || name === '--help' ? 0 : 2
  }
  const work = command.read(args)
  // What is said on the way must not mix with a report.
  const say = (line: string) => console.error(line)
  const database = await openDatabase(readConfig(env), {
    ...{ env, name, guest: true, say },
    asItIs: command.asItIs ?? false
  })
  try {
    return await work(database.url)
  } finally {
    await database.close()
  }
}

/** Says what went wrong, in one line where the operator can mend it. Returns the exit code. */
export function report(error: unknown): number {
  if (isDiskFull(error)) {
    console.error('the disk of the database is full: nothing was changed; make room and run the command again')
  } else if (isUnavailable(error)) {
    console.error('the connection to the database was lost; `npm run releases -- list` shows which releases there are')
  } else {
    console.error(EXPECTED.some(kind => error instanceof kind) ? (error as Error).message : error)
  }
  if (error instanceof UsageError) console.error('For help: --help')
  return error instanceof UsageError || error instanceof ConfigError ? 2 : 1
}

/**
 * Runs a command, and prints what came of it. Returns the exit code: 0 when it is done; 1 when it failed and nothing
 * changed; 2 when it was called wrongly; another where the command's usage says so.
 */
export const runCommand = (args: readonly string[], env: Environment): Promise<number> => run(args, env).catch(report)
