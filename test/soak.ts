/**
 * `npm run soak -- [part…] [--number N] [--seconds N] [--seed N]`: what only a long run brings to light. Every part
 * prints its figures and ends in time; exit code 1 when something happened that must never happen.
 */
import { parseArgs } from 'node:util'
import { chance } from './hardship.ts'
import { damage } from './soak/damage.ts'
import { hostile } from './soak/hostile.ts'
import { kills } from './soak/kills.ts'
import { leavers } from './soak/leavers.ts'
import { outages } from './soak/outages.ts'
import { requests } from './soak/requests.ts'
import { type Part, runPart } from './soak/run.ts'
import { steady } from './soak/steady.ts'

const PARTS: Record<string, Part> = { kills, outages, leavers, damage, requests, hostile, steady }
const SECONDS = 1800

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { number: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string' } }
})
const whole = (text: string | undefined, otherwise: number) => {
  if (text === undefined) return otherwise
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" must be a whole number`)
  return Number(text)
}
const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS)
const unknown = chosen.filter(name => !Object.hasOwn(PARTS, name))
if (unknown.length > 0)
  throw new Error(`there is no part ${unknown.join()}; there are ${Object.keys(PARTS).join(', ')}`)

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
const seed = whole(values.seed, Math.floor(Math.random() * 1e9))
let violations = 0
for (const name of chosen) {
  const part = PARTS[name] as Part
  const number = whole(values.number, part.number)
  const seconds = whole(values.seconds, SECONDS)
  console.log(`${name}: ${number} × ${part.title}, at most ${seconds} s, --seed ${seed}`)
  const found = await runPart(part, { number, seconds, seed, random: chance(seed), signal: stop.signal })
  console.log(`${name}: ${found.length === 0 ? 'nothing amiss' : `${found.length} violations`}\n`)
  violations += found.length
}
process.exit(violations > 0 ? 1 : 0)
