import { type Entry, parse as parseBibtex } from '@retorquere/bibtex-parser'
import { parse as parseRis } from 'astrocite-ris'
import fc from 'fast-check'
import t from 'tap'
import type { Work } from '../src/cite/bibliographic-record.ts'
import { toApa } from '../src/cite/styles/apa.ts'
import { toBibtex } from '../src/cite/styles/bibtex.ts'
import { toCsl } from '../src/cite/styles/csl.ts'
import { toRis } from '../src/cite/styles/ris.ts'
import { STYLES } from '../src/cite/styles/styles.ts'
import { cases } from './cases.ts'
import { ORIGIN, start } from './helper.ts'

const citing = (url: string, more = '') => `/v1/cite?url=${encodeURIComponent(url)}${more}`

const QUERY = '/v1/commitments?country=CL&starred=true'
const PERMALINK = `${ORIGIN}${QUERY}&release=2026-11`

const WORK: Work = {
  key: 'ogp-open-data-members-2026-11',
  author: 'Open Government Partnership and its Independent Reporting Mechanism',
  title: 'Members',
  publisher: 'OGP Open Data',
  version: '2026-11',
  date: '2026-11-24',
  url: PERMALINK,
  license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  lang: 'en'
}

const readBibtex = (text: string): Entry => {
  const { errors, entries } = parseBibtex(text, { sentenceCase: false, english: false })
  const [entry] = entries
  if (errors.length > 0 || entries.length !== 1 || !entry) throw new Error(`no BibTeX: ${text}`)
  return entry
}

t.test('a query is cited by what it asks, its release and its permalink, in four styles', async t => {
  const { get } = await start(t)
  const apa = await get(citing(QUERY))
  t.equal(
    apa.body,
    `Open Government Partnership and its Independent Reporting Mechanism. (2026). Commitments of Chile with a star (Release 2026-11) [Data set, in part a selection]. OGP Open Data. ${PERMALINK}\n`
  )
  t.match(apa.headers.link, `<${PERMALINK}>; rel="cite-as"`)
  t.match((await get(QUERY)).headers.link, `<${PERMALINK}>; rel="cite-as"`, 'the answer itself says the same')

  const { fields } = readBibtex((await get(citing(QUERY, '&style=bibtex'))).body)
  t.equal(fields.title, 'Commitments of Chile with a star')
  t.equal(fields.url, PERMALINK)
  t.equal(fields.version, '2026-11')
  t.equal(fields.year, '2026')

  const csl = JSON.parse((await get(citing(QUERY, '&style=csl'))).body)
  t.match(csl, { type: 'dataset', title: 'Commitments of Chile with a star', URL: PERMALINK, version: '2026-11' })
  t.same(csl.issued, { 'date-parts': [[2026, 11, 24]] })

  const [ris] = parseRis((await get(citing(QUERY, '&style=ris'))).body)
  t.match(ris, { type: 'dataset', title: 'Commitments of Chile with a star', URL: PERMALINK, edition: '2026-11' })
})

t.test('what a citation leads to is what was cited', async t => {
  const { get, json } = await start(t)
  const { URL: url } = JSON.parse((await get(citing(QUERY, '&style=csl'))).body)
  const cited = await json(url)
  t.same(cited.data, (await json(QUERY)).data)
  t.match((await get(url)).headers['cache-control'], /immutable/)
})

t.test('a dataset, a row and a release are cited too, in French as well', async t => {
  const { get } = await start(t)
  t.match((await get(citing('/v1/members'))).body, ' Members (Release 2026-11) [Data set]. OGP Open Data. http')
  t.match((await get(citing('/v1/members/cl'))).body, ` Members: Chile (CL) (Release 2026-11)`)
  t.match((await get(citing('/v1/members/cl'))).body, `${ORIGIN}/v1/members/CL?release=2026-11`)
  t.match(
    (await get(citing('/v1/releases/2016-12'))).body,
    / \(2016\)\. OGP Open Data \(Release 2016-12\) \[Data set\]\. http/
  )
  t.match((await get(citing(`${QUERY}&release=2016-12`))).body, / \(2016\)\. .*release=2016-12\n$/)
  const french = await get(citing(QUERY), { headers: { 'accept-language': 'fr' } })
  t.equal(french.headers['content-language'], 'fr')
  t.match(
    french.body,
    /^Partenariat pour un gouvernement ouvert et son Mécanisme d’évaluation indépendant\. \(2026\)\. Engagements du Chili avec une étoile \(version 2026-11\) \[Jeu de données, en partie une sélection\]\. /
  )
})

t.test('the parameter chooses the style, else the Accept header, else it is APA', async t => {
  const { get } = await start(t)
  for (const { name, mediaType, contentType } of STYLES) {
    const asked = await get(citing(QUERY, `&style=${name}`), { headers: { accept: 'text/html' } })
    const accepted = await get(citing(QUERY), { headers: { accept: mediaType } })
    t.equal(asked.headers['content-type'], contentType)
    t.equal(accepted.body, asked.body, name)
    t.match(accepted.headers.vary, /Accept,/)
  }
  t.match((await get(citing(QUERY), { headers: { accept: '*/*' } })).headers['content-type'], 'text/plain')
  t.equal((await get(citing(QUERY), { headers: { accept: 'image/png' } })).statusCode, 406)
  t.match(
    (await get(citing(QUERY, '&style=ris'))).headers['content-disposition'],
    /filename="ogp-open-data-[a-z0-9-]+\.ris"/
  )
})

t.test('citations have strong tags and no clock', async t => {
  const { get } = await start(t)
  const first = await get(citing(QUERY, '&style=ris'))
  t.match(first.headers.etag, /^"/)
  const again = await get(citing(QUERY, '&style=ris'), { headers: { 'if-none-match': String(first.headers.etag) } })
  t.equal(again.statusCode, 304)
  t.not((await get(citing(QUERY, '&style=bibtex'))).headers.etag, first.headers.etag)
})

t.test('wrong styles, foreign addresses and rows that do not exist are refused', async t => {
  const { get } = await start(t)
  const faults = async (path: string) => JSON.parse((await get(path)).body)
  t.match(await faults(citing(QUERY, '&style=mla')), { status: 400, errors: [{ parameter: 'style' }] })
  t.match(await faults(citing('https://example.org/v1/members')), { status: 400, errors: [{ parameter: 'url' }] })
  t.match(await faults('/v1/cite'), { status: 400, errors: [{ parameter: 'url' }] })
  t.match(await faults(citing('/v1/members/ZZ')), { status: 404, code: 'not-found' })
  t.match(await faults(citing('/v1/releases/2016-13')), { status: 400, errors: [{ nearest: ['2016-12'] }] })
})

/** Text as people write it, with everything that BibTeX and RIS take for syntax. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'{}\\%$#_&~^"<>|@,=-:\'éÉœ’«»☆ \n\r\t',
        ' - ',
        'ER  - ',
        '\\input{x}',
        '}}',
        '--',
        "''",
        '``',
        '?`',
        '<<'
      ),
      fc.stringMatching(/^[a-zA-Z ]{1,8}$/)
    ),
    {
      minLength: 1,
      maxLength: 12
    }
  )
  .map(parts => `x${parts.join('')}x`)

/** Parsers fold white space, and so does TeX. */
const folded = (text: unknown) => String(text).replace(/\s+/g, ' ').trim()

t.test('any text survives BibTeX, RIS and CSL-JSON', async () => {
  fc.assert(
    fc.property(hostile, title => {
      const work = { ...WORK, title }
      const entry = readBibtex(toBibtex(work))
      if (folded(entry.fields.title) !== folded(title)) throw new Error(`BibTeX made ${entry.fields.title} of it`)
      if (entry.fields.url !== work.url) throw new Error('BibTeX lost the address')
      const [first, ...others] = parseRis(toRis(work))
      if (others.length > 0 || folded(first?.title) !== folded(title)) throw new Error(`RIS made ${first?.title} of it`)
      if (JSON.parse(toCsl(work)).title !== title) throw new Error('CSL-JSON')
    }),
    { numRuns: cases(300) }
  )
})

t.test('authors stay one organisation', async t => {
  t.same(readBibtex(toBibtex(WORK)).fields.author, [{ name: WORK.author }])
  t.same(JSON.parse(toCsl(WORK)).author, [{ literal: WORK.author }])
  t.match(toRis(WORK), /^TY {2}- DATA\r\n[\s\S]*\r\nER {2}- \r\n$/)
  t.notMatch(toRis(WORK), /[^\r]\n/)
  t.match(toRis(WORK), `\r\nAU  - ${WORK.author}\r\n`)
})

t.test('in the files of a release, which have no address, the citation ends before it', async t => {
  const { url: _, publisher: __, ...release } = WORK
  t.equal(
    toApa({ ...release, title: 'OGP Open Data' }),
    `${WORK.author}. (2026). OGP Open Data (Release 2026-11) [Data set].`
  )
})
