/** `npm run lint:openapi`: the documents under four public rule sets. Errors fail, warnings are counted. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Document, excerptOf } from '../src/docs/excerpt.ts'

const DOCUMENT = 'openapi/v1.json'
/** Of the same shape: only the rules that read it whole can find anything else in it. */
const DOCUMENTS = [DOCUMENT, 'openapi/v1.fr.json']
const scratch = await mkdtemp(join(tmpdir(), 'ogp-lint-'))
const withoutExamples = join(scratch, 'v1.json')
const published = await readFile(new URL(`../${DOCUMENT}`, import.meta.url), 'utf8')

/** The document of each group, which must be valid by itself. */
async function excerpts(whole: Document): Promise<string[]> {
  const write = async ({ name }: { name: string }) => {
    const path = join(scratch, `${name}.excerpt.json`)
    await writeFile(path, JSON.stringify(excerptOf(whole, name)))
    return path
  }
  return Promise.all(whole.tags.map(write))
}
const ALL = [...DOCUMENTS, ...(await excerpts(JSON.parse(published)))]

type Rules = { name: string; rules: string; documents: string[] }
const RULES: Rules[] = [
  { name: 'spectral:oas', rules: 'openapi/rules-oas.yaml', documents: ALL },
  { name: 'OWASP API security 2023', rules: 'openapi/rules-owasp.yaml', documents: [withoutExamples] },
  { name: 'Zalando', rules: 'openapi/rules-zalando.yaml', documents: [withoutExamples] }
]

type Finding = { code: string; severity: number; message: string; path: (string | number)[] }

const cwd = fileURLToPath(new URL('..', import.meta.url))
const run = (args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  })

// Two rule sets look for schemas everywhere and take answers and rows that describe columns for some.
const bare = JSON.parse(published, (key, value) => (key === 'examples' ? undefined : value))
await writeFile(withoutExamples, JSON.stringify(bare))

let failed = false
for (const { name, rules, documents } of RULES) {
  const { stdout, stderr } = run([
    'node_modules/.bin/spectral',
    'lint',
    '-r',
    rules,
    ...documents,
    '-F',
    'error',
    '-f',
    'json'
  ])
  const end = stdout.lastIndexOf(']')
  if (end < 0) {
    failed = true
    console.log(`${name}: the linter failed\n${stdout}${stderr}`)
    continue
  }
  const findings = JSON.parse(stdout.slice(0, end + 1)) as Finding[]
  const errors = findings.filter(({ severity }) => severity === 0)
  console.log(`${name}: ${errors.length} errors, ${findings.length - errors.length} warnings`)
  for (const { code, message, path } of errors.slice(0, 20)) console.log(`  ${code}: ${message} (${path.join('.')})`)
  failed ||= errors.length > 0
}
const redocly = run(['node_modules/.bin/redocly', 'lint', '--extends=recommended-strict', ...ALL])
console.log(
  `Redocly recommended-strict: ${redocly.status === 0 ? '0 errors' : `failed\n${redocly.stdout}${redocly.stderr}`}`
)
await rm(scratch, { recursive: true })
process.exit(failed || redocly.status !== 0 ? 1 : 0)
