import { readFileSync } from 'node:fs'
import t from 'tap'
import { inFrench } from '../openapi/french/document.ts'
import { translator } from '../openapi/french/translate.ts'
import { written } from '../openapi/written.ts'
import type { Words } from '../src/i18n/words.ts'

const committed = (name: string) => readFileSync(new URL(`../openapi/${name}`, import.meta.url), 'utf8')
const { document, faults } = inFrench(JSON.parse(committed('v1.json')))

/** Every text that differs, by its place, with the key it stands under. */
function differences(english: unknown, french: unknown, place: string[] = []): { place: string[]; words: Words }[] {
  if (typeof english === 'string' && typeof french === 'string')
    return english === french ? [] : [{ place, words: [english, french] }]
  if (typeof english !== 'object' || english === null || typeof french !== 'object' || french === null) {
    return english === french ? [] : [{ place, words: [String(english), String(french)] }]
  }
  const keys = new Set([...Object.keys(english), ...Object.keys(french)])
  return [...keys].flatMap(key =>
    differences((english as Record<string, unknown>)[key], (french as Record<string, unknown>)[key], [...place, key])
  )
}
const translated = differences(JSON.parse(committed('v1.json')), document)

t.test('the committed French document is the English one put into French; run `npm run openapi`', async t => {
  t.ok(written(document) === committed('v1.fr.json'), 'openapi/v1.fr.json is up to date')
})

t.test('every text of the document has one French text, and the catalogue holds nothing else', async t => {
  t.same(faults.missing, [], 'no English text is without French; the missing ones belong into openapi/french/words')
  t.same(faults.ambiguous, [], 'no English text has two French ones')
  t.same(faults.unused, [], 'no entry of the catalogue is without use, or there twice')
})

t.test('only what people read is translated: names, types, values and examples stay', async t => {
  t.ok(translated.length > 2000)
  const texts = new Set(['description', 'summary', 'title', 'x-displayName', 'x-summary'])
  for (const { place, words } of translated) {
    if (place.join('.') === 'info.contact.name') continue
    if (!texts.has(place.at(-1) ?? '')) t.fail(`${place.join('.')}: ${words[0]}`)
    if (place.some((key, at) => /^examples?$/.test(key) && place[at - 1] !== 'properties')) t.fail(place.join('.'))
    if (place.length === 4 && place[1] === 'schemas' && place[3] === 'title' && /^\w+$/.test(place[2] ?? ''))
      t.fail(`a type is renamed: ${words}`)
  }
})

t.test('French is written as French is typeset', async t => {
  for (const { words } of translated) {
    const text = words[1].replace(/`[^`]*`/g, 'x').replace(/https?:\S+/g, 'x')
    const fault = (pattern: RegExp, what: string) => pattern.test(text) && t.fail(`${what}: ${words[1]}`)
    fault(/\p{L}'\p{L}/u, 'a straight apostrophe')
    fault(/(?<!\u00a0)[:;?!»](?=\s|$)/, 'no no-break space before a mark')
    fault(/«(?!\u00a0)/, 'no no-break space behind «')
    fault(/[“”]|"/, 'English quotation marks')
    fault(/ {2}| [.,]/, 'a blank too many')
    fault(/\b[dljnsmtc]’(?![\p{L}\dx«])/iu, 'an elision before nothing')
    fault(/(?<![\p{L}’-])(de|le|la|que|ne|se|je) (?=[aeiouéèêàâîôû])/u, 'no elision before a vowel')
    fault(/\bd’(?=[bcdfgjklmnpqrstvwz])/i, 'an elision before a consonant')
    fault(/\b(de le|de les|à le|à les|si il)\b/, 'no contraction')
  }
})

t.test('words are looked up whole, then in templates, then sentence by sentence', async t => {
  const explained = [
    { label: ['Role', 'Rôle'], meaning: ['In a play.', 'Dans une pièce.'] },
    { label: ['Role', 'Fonction'], meaning: ['At work.', 'Au travail.'] }
  ] as const
  const french = translator({
    pairs: [['Green apples', 'Pommes vertes'], ...explained.flatMap(({ label, meaning }) => [label, meaning])],
    explained,
    catalogue: [
      ['List {1}', 'Liste : {1}'],
      ['Eat them.', 'Mangez-les.'],
      ['Never said.', 'Jamais dit.']
    ]
  })
  t.equal(french.translate('List green apples'), 'Liste\u00a0: pommes vertes')
  t.equal(french.translate('At work. Eat them. In a play.'), 'Au travail. Mangez-les. Dans une pièce.')
  t.equal(french.translate('Role', 'At work.'), 'Fonction')
  t.same(french.faults(), { missing: [], ambiguous: [], unused: ['Never said.'] })
  t.equal(french.translate('Eat them. Or not.'), 'Eat them. Or not.')
  french.translate('Role')
  t.match(french.faults(), { missing: ['Eat them. Or not.'], ambiguous: ['Role'] })
})
