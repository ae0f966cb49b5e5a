/** Commands for operators. Exit code 0: done; 1: failed, and nothing changed; 2: called wrongly. */
import { UsageError } from './commands/arguments.ts'
import { IMPORT_USAGE, readImport, runImport } from './commands/import.ts'
import { RELEASES_USAGE, readReleaseAction, runReleases } from './commands/releases.ts'
import { ConfigError, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { isUnavailable } from './db/client.ts'
import { InUseError } from './db/embedded/embedded.ts'
import { DatabaseError } from './db/migrate.ts'
import { FileError } from './import/files/file.ts'
import { LayoutError } from './import/layouts/layout.ts'
import { PublishError } from './import/publish/publish.ts'
import { UndoError } from './import/publish/rollback.ts'

const EXPECTED = [UsageError, ConfigError, InUseError, DatabaseError, FileError, LayoutError, PublishError, UndoError]

type Command = { usage: string; read: (args: readonly string[]) => (url: string) => Promise<number> }

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
  releases: {
    usage: RELEASES_USAGE,
    read: args => {
      const action = readReleaseAction(args)
      return url => runReleases(url, action)
    }
  }
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (args.includes('--help') || !command) {
    const usages = command ? [command.usage] : [...new Set(Object.values(COMMANDS).map(({ usage }) => usage))]
    console[command || name === '--help' ? 'log' : 'error'](usages.join('\n\n'))
    return command || name === '--help' ? 0 : 2
  }
  const run = command.read(args)
  // What is said on the way must not mix with a report.
  const say = (line: string) => console.error(line)
  const database = await openDatabase(readConfig(process.env), { env: process.env, name, guest: true, say })
  try {
    return await run(database.urls[0] ?? '')
  } finally {
    await database.close()
  }
}

/** One line where the operator can mend it. */
function report(error: unknown): void {
  if (isUnavailable(error)) {
    console.error('the connection to the database was lost; `npm run releases -- list` shows which releases there are')
  } else {
    console.error(EXPECTED.some(kind => error instanceof kind) ? (error as Error).message : error)
  }
  if (error instanceof UsageError) console.error('For help: --help')
  process.exitCode = error instanceof UsageError || error instanceof ConfigError ? 2 : 1
}

// The driver throws where nobody can catch it when the database goes away in the middle of a transaction.
process.once('uncaughtException', error => {
  report(error)
  process.exit()
})

main(process.argv.slice(2)).then(code => {
  process.exitCode = code
}, report)
