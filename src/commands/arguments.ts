/** A command line, read against what a command understands. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The command was called wrongly; the message names every fault. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

/** Options and operands. Throws a UsageError for an option that the command does not know. */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. To specify')[0]}. Known options: ${Object.keys(options)
        .map(name => `--${name}`)
        .join(', ')}.`
    )
  }
}
