/** The process: configuration, database, service, signals. */
import { pino } from 'pino'
import { ConfigError, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { isUnavailable } from './db/client.ts'
import { ClusterError } from './db/embedded/cluster.ts'
import { InUseError } from './db/embedded/embedded.ts'
import { DatabaseError } from './db/migrate.ts'

const EXIT_MISUSE = 2
const EXIT_FAILURE = 1
/** A fault of ours (EX_SOFTWARE of sysexits.h): the supervisor starts the service again. */
const EXIT_FAULT = 70
/** What a stop may take beyond the time that answers under way have: the database ends too. */
const CLEAN_UP_SECONDS = 15

/** Ends with one line on standard error, without a stack, where the operator can mend it. */
function fail(error: Error): never {
  const expected = [ConfigError, InUseError, DatabaseError, ClusterError].some(kind => error instanceof kind)
  console.error(expected ? error.message : error)
  process.exit(error instanceof ConfigError ? EXIT_MISUSE : EXIT_FAILURE)
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = pino({
    level: config.logLevel,
    ...(process.stdout.isTTY
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname', singleLine: true, translateTime: 'SYS:HH:MM:ss' }
          }
        }
      : {})
  })
  const say = (line: string) => logger.info(line)
  const stop = new AbortController()
  let exitCode = 0
  const stopFor = (reason: string, code: number) => {
    if (stop.signal.aborted) return
    exitCode = code
    const seconds = config.stopSeconds + CLEAN_UP_SECONDS
    setTimeout(() => {
      logger.fatal(`not stopped after ${seconds} seconds`)
      process.exit(EXIT_FAILURE)
    }, seconds * 1000).unref()
    stop.abort(reason)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopFor(signal, 0))
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, error => {
      // The driver rejects promises that nobody holds when a connection is lost while it opens.
      if (isUnavailable(error)) return logger.error({ err: error }, 'a connection to the database was lost')
      logger.fatal({ err: error }, 'an error that nobody caught')
      stopFor('an error that nobody caught', EXIT_FAULT)
    })
  }

  // The service is loaded while the database starts.
  const opening = openDatabase(config, { env: process.env, name: 'service', say })
  const [database, { buildApp }] = await Promise.all([opening, import('./app.ts')])
  const app = await buildApp({ config, databaseUrls: database.readUrls, logger }).catch(async error => {
    await database.close()
    throw error
  })
  const end = async () => {
    say(`stopping (${stop.signal.reason}); requests under way are finished`)
    await app.drain.start()
    await app.server.close()
    await database.close()
    say('stopped')
    process.exit(exitCode)
  }
  if (stop.signal.aborted) return end()
  try {
    await app.server.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.server.close()
    await database.close()
    const { code } = error as NodeJS.ErrnoException
    throw new DatabaseError(
      `cannot listen on ${config.host}:${config.port}${code ? ` (${code})` : ''}; set HOST or PORT`
    )
  }
  app.store.keepTidy()
  app.service.copies.keepReady(app.service.datasets)
  say(`release ${app.service.releases.current().id} is served; documentation at /docs`)
  stop.signal.addEventListener('abort', () => end().catch(fail))
}

main().catch(fail)
