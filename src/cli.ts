#!/usr/bin/env node
/** Commands for operators. */
import { ConfigError, readConfig } from './config.ts'
import { openDatabase } from './database.ts'

const USAGE = `Usage: npm run COMMAND

  migrate   bring the database to the tables of this version, and seed it when it is empty
  seed      the same
`

const [command] = process.argv.slice(2)
const say = (line: string) => console.log(line)

try {
  if (command !== 'migrate' && command !== 'seed') {
    console.error(USAGE)
    process.exit(2)
  }
  const database = await openDatabase(readConfig(process.env), { env: process.env, name: command, guest: true, say })
  await database.close()
  say('the database is up to date')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error instanceof ConfigError ? 2 : 1)
}
