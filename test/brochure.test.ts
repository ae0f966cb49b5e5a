import { readFileSync } from 'node:fs'
import t from 'tap'
import { readSeeds, seedTables } from '../seeds/read.ts'
import { few } from './cases.ts'
import { start } from './helper.ts'

const BROCHURE = 'brochure-2016-fr'
const TABLE = readFileSync(new URL('../openapi/brochure.md', import.meta.url), 'utf8')
const SECTIONS = [...TABLE.matchAll(/^\| (?!Section|-)(.+?) +\| (`.+`) +\|$/gm)].map(([, section, addresses]) => ({
  section: section ?? '',
  addresses: [...(addresses ?? '').matchAll(/`([^`]+)`/g)].map(([, address]) => encodeURI(address ?? ''))
}))

t.test('the table of the brochure names every section that a row is from', async t => {
  const told = new Set(SECTIONS.map(({ section }) => section))
  for (const table of seedTables) {
    for (const row of (await readSeeds(table)).at('2026-11')) {
      if (row.source_id === BROCHURE) t.ok(told.has(String(row.source_locator)), `${table} ${row.id}`)
    }
  }
})

t.test('each address of the table shows rows of its section, and each section is found by search', async t => {
  const { json } = await start(t)
  for (const { section, addresses } of SECTIONS) {
    t.ok(
      addresses.some(address => address.includes('q=')),
      `${section} is searched for`
    )
    for (const address of addresses) {
      const { data } = await json(address)
      t.ok(
        [data].flat().some(row => row.source_locator === section),
        `${address} shows a row of ${section}`
      )
    }
  }
})

t.test('every statement of the brochure is found by its own words, in both languages', async t => {
  const { json } = await start(t)
  const texts: Record<string, readonly string[]> = {
    principles: ['pledge_fr', 'pledge_en'],
    statements: ['text_fr', 'text_en'],
    'response-policy': ['text_fr', 'text_en'],
    'joining-steps': ['step_fr', 'step_en'],
    'civil-society-roles': ['role_fr', 'role_en'],
    'action-plan-rules': ['rule_fr', 'rule_en'],
    'action-plan-stages': ['stage_fr', 'stage_en'],
    'eligibility-criteria': ['name_fr', 'name_en'],
    'working-groups': ['name_fr', 'name_en'],
    'peer-exchanges': ['topic_fr', 'topic_en'],
    'funding-sources': ['name_fr', 'name_en'],
    bodies: ['role_fr', 'role_en'],
    resources: ['summary_fr', 'summary_en'],
    figures: ['label_fr', 'label_en'],
    contacts: ['value']
  }
  for (const [dataset, columns] of Object.entries(texts)) {
    for (const row of few((await json(`/v1/${dataset}?limit=1000`)).data)) {
      for (const column of columns) {
        const words = String(row[column])
          .match(/[\p{L}\p{N}’]{4,}/gu)
          ?.slice(0, 4) ?? [String(row[column])]
        const found = (await json(`/v1/${dataset}?limit=1000&fields=id&q=${encodeURIComponent(words.join(' '))}`)).data
        t.ok(
          found.some(({ id }) => id === row.id),
          `${dataset} ${row.id} by ${words.join(' ')}`
        )
      }
    }
  }
})
