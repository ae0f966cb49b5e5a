import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { CATALOGUE } from '../openapi/french/catalogue.ts'
import { PAIRS } from '../openapi/french/pairs.ts'
import { readSeeds, seedTables } from '../seeds/read.ts'
import { start } from './helper.ts'

/** Titles as they were published, and names of files, are not ours to typeset. */
const VERBATIM =
  /^(id|tag|title|short_title|plan_heading|.*_url|.*_urls|.*_locator|.*institutions?|source_.*|initiative)$/
/** Columns of ours whose name does not tell the language. */
const OURS = new Set(['note', 'headline'])
/** Sentences with their spaces: a narrow or a common space, but none that ends a line. */
const LOOSE = / [:;?!»]|« /
const words = (text: string) => text.replaceAll(/https?:\/\/\S+|`[^`]*`/g, '')

/** French words that we write otherwise: one term for one notion. */
const TERMS: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/participation civique/i, 'participation citoyenne'],
  [/contrôle des valeurs/i, 'examen des valeurs'],
  [/\bréalisation (à mi-parcours|en fin de plan|substantielle)|\bétat de réalisation/i, 'achèvement'],
  [/'Réalisation|'Précision'|précision moyenne/, 'achèvement, spécificité'],
  [/\blectures? (du MEI|de chaque|plus|la plus|absente)|(sans|dernière|une) lecture\b/i, 'relevé'],
  [/[ée]toilée?s?\b|\bréformes étoilées/i, 'phare'],
  [/\bmésinformation|consultation en présence|redevabilité sociale|audits sociaux|application des lois/i, '(see list)'],
  [/collectivités plus sûres|À emporter|OpenRefine la parle|\bimprime(nt)?\b/i, '(see list)'],
  [/; nul\b/i, 'vide (null)'],
  [/Évènement/i, 'événement']
]

const faultsOf = (text: string, french: boolean): string[] => {
  const plain = words(text)
  return [
    ...(plain.includes("'") ? ['a straight apostrophe'] : []),
    ...(plain.includes('"') ? ['a straight quotation mark'] : []),
    ...(french && LOOSE.test(plain) ? ['a space where a line may end'] : []),
    ...(french ? TERMS.flatMap(([wrong, right]) => (wrong.test(plain) ? [`not the term “${right}”`] : [])) : [])
  ]
}

t.test('the check of words finds what it looks for', async t => {
  t.same(faultsOf("L'accès : « oui »", true), ['a straight apostrophe', 'a space where a line may end'])
  t.same(faultsOf('Relevance to "values"', false), ['a straight quotation mark'])
  t.match(faultsOf('La participation civique', true), [/participation citoyenne/])
  t.same(faultsOf('L’accès\u00a0: «\u00a0oui\u00a0»', true), [])
})

t.test('all words of ours in the seeds are typeset, and each notion has one term', async t => {
  const faults: string[] = []
  for (const table of seedTables) {
    const seeds = await readSeeds(table)
    for (const row of [...seeds.at('2016-12'), ...seeds.at('2026-11')]) {
      for (const [column, value] of Object.entries(row)) {
        const french = column.endsWith('_fr')
        if (typeof value !== 'string' || VERBATIM.test(column)) continue
        if (french || column.endsWith('_en') || OURS.has(column)) {
          faults.push(...faultsOf(value, french).map(fault => `${table} ${row.id} ${column}: ${fault}: ${value}`))
        }
      }
    }
  }
  t.same(faults, [])
})

t.test('a note of the seeds is in both languages or in none', async t => {
  const alone: string[] = []
  for (const table of seedTables) {
    const seeds = await readSeeds(table)
    for (const row of [...seeds.at('2016-12'), ...seeds.at('2026-11')])
      if (!row.note !== !row.note_fr) alone.push(`${table} ${row.id}`)
  }
  t.same(alone, [])
})

t.test('the French words of definitions have curly apostrophes and one term for one notion', async t => {
  const faults = [...PAIRS, ...CATALOGUE].flatMap(([, french]) =>
    faultsOf(french, true).flatMap(fault => (/space|quotation/.test(fault) ? [] : [`${fault}: ${french}`]))
  )
  t.same(faults, [])
})

t.test('the French of the pages has one term for one notion', async t => {
  const below = (folder: URL): URL[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? below(new URL(`${entry.name}/`, folder)) : [new URL(entry.name, folder)]
    )
  const files = below(new URL('../src/', import.meta.url)).filter(({ pathname }) => pathname.endsWith('.ts'))
  t.ok(files.length > 100)
  const faults = files.flatMap(file => {
    const text = readFileSync(file, 'utf8')
    return TERMS.flatMap(([wrong, right]) => (wrong.test(text) ? [`${file.pathname}: ${right}`] : []))
  })
  t.same(faults, [])
})

t.test('a straight and a curly apostrophe are the same to search, filters and reconciliation', async t => {
  const { json, get } = await start(t)
  const ids = async (path: string) => (await json(path)).data.map(({ id }) => id)
  for (const [path, text] of [
    ['/v1/themes', 'lanceurs d’alerte'],
    ['/v1/members', 'Côte d’Ivoire'],
    ['/v1/countries', 'Côte d’Ivoire'],
    ['/v1/statements', 'l’évaluation indépendante'],
    ['/v1/code-lists', '"plan d’action"']
  ] as const) {
    const curly = await ids(`${path}?q=${encodeURIComponent(text)}`)
    t.ok(curly.length > 0, text)
    t.same(await ids(`${path}?q=${encodeURIComponent(text.replaceAll('’', "'"))}`), curly, `${path} ${text}`)
  }
  for (const query of ["Côte d'Ivoire", 'Côte d’Ivoire', "Droit à l'information", 'Droit à l’information']) {
    const queries = JSON.stringify({ q0: { query } })
    const answer = JSON.parse((await get(`/v1/reconcile?queries=${encodeURIComponent(queries)}`)).body)
    t.match(answer.q0.result[0], { score: 100 }, query)
  }
})

t.test('the sources say where a licence is stated, and each is used', async t => {
  const { json } = await start(t)
  type Source = {
    id: string
    url: string | null
    license: string | null
    license_status: string
    accessed: string
    license_source_id: string | null
  }
  const sources = (await json('/v1/sources?limit=1000')).data as Source[]
  for (const { id, license, license_status, license_source_id, accessed } of sources) {
    t.equal(license === null, license_status === 'none_stated', `${id}: a licence is stated, or said not to be`)
    t.equal(license_source_id !== null, license_status === 'publisher', `${id}: what states it`)
    t.ok(accessed, `${id}: when it had been read`)
  }
  t.match((await json('/v1/sources/ogp-explorer-2016-commitments')).data, {
    license: 'CC BY 4.0',
    license_status: 'publisher',
    license_source_id: 'ogp-open-data-licence'
  })
  const named = new Set<string>()
  let notes = ''
  for (const table of seedTables) {
    const seeds = await readSeeds(table)
    for (const row of [...seeds.at('2016-12'), ...seeds.at('2026-11')]) {
      for (const [column, value] of Object.entries(row)) if (column.endsWith('source_id')) named.add(String(value))
      notes += ` ${row.note} ${row.other_source_urls} `
    }
  }
  for (const { id, url } of sources) t.ok(named.has(id) || notes.includes(id) || (url && notes.includes(url)), id)
})
