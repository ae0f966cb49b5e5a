/** The process of a command. */
import { report, runCommand } from './command.ts'

// The driver throws where nobody can catch it when the database goes away in the middle of a transaction.
process.once('uncaughtException', error => process.exit(report(error)))

process.exitCode = await runCommand(process.argv.slice(2), process.env)
