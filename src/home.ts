/** The front door: a page for people, the index for programs. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Dataset } from './engine/definition/dataset.ts'
import { FORMATS } from './engine/format/formats.ts'
import { readGiven, readLang, refuse } from './engine/request/parameters.ts'
import type { Service } from './engine/service.ts'
import { type Html, html, joined, withCode } from './html/html.ts'
import { PAGE_POLICY, page } from './html/page.ts'
import type { Fault } from './http/errors/problems.ts'
import { prefersHtml } from './http/negotiate.ts'
import { originOf } from './http/origin.ts'
import { readParameters } from './http/query-string.ts'
import { respond } from './http/respond.ts'
import { languageVary } from './http/vary.ts'
import { languageOf } from './i18n/negotiation.ts'
import { type Lang, typeset, type Words, wordsIn } from './i18n/words.ts'
import { archiveName, sqliteName } from './releases/file.ts'
import { indexOf } from './v1/about.ts'
import { TITLE } from './v1/index.ts'

/** What people come for first, by the names of datasets; all others follow. */
const FIRST = ['members', 'eligibility-scores', 'commitments', 'irm-assessments', 'action-plans', 'process-assessments']

const WORDS = {
  lead: [
    'What governments promised in the Open Government Partnership, and what became of it. Free to read, cite and reuse, without a key.',
    'Ce que les gouvernements ont promis dans le Partenariat pour un gouvernement ouvert, et ce qu’il en est advenu. Libre de lecture, de citation et de réutilisation, sans clé.'
  ],
  explorer: ['Open the Explorer', 'Ouvrir l’Explorateur'],
  shows: [
    'progress by country and theme, with maps, charts and tables',
    'les progrès par pays et par thème, avec cartes, graphiques et tableaux'
  ],
  release: ['Release', 'Version'],
  pinned: [
    'Named in an address (release={id}), it always gives the same rows.',
    'Nommée dans une adresse (release={id}), elle donne toujours les mêmes lignes.'
  ],
  programs: ['For programs:', 'Pour les programmes :'],
  index: ['index', 'index'],
  releases: ['releases', 'versions'],
  feed: ['feed', 'flux'],
  everything: ['Everything at once:', 'Tout à la fois :'],
  zip: ['zip of CSV files', 'archive zip de fichiers CSV'],
  files: ['all files with their digests', 'tous les fichiers avec leurs empreintes'],
  begin: ['Begin here', 'Pour commencer'],
  all: ['All other datasets', 'Tous les autres jeux de données'],
  dataset: ['Dataset', 'Jeu de données'],
  holds: ['What it holds', 'Ce qu’il contient'],
  get: ['Download', 'Télécharger'],
  columns: ['Columns', 'Colonnes']
} as const satisfies Record<string, Words>

function datasetTable(datasets: readonly Dataset[], prefix: string, lang: Lang): Html {
  const say = (name: keyof typeof WORDS) => wordsIn(WORDS[name], lang)
  const rows = datasets.map(({ name, title, description }) => {
    const links = FORMATS.map(
      format => html`<a href="${prefix}/${name}.${format.name}">${format.name.toUpperCase()}</a>`
    )
    return html`<tr><th scope="row"><a href="/datasets/${name}?lang=${lang}">${wordsIn(title, lang)}</a></th>
<td>${withCode(wordsIn(description, lang))}</td>
<td class="links">${joined(links, ' ')} <a href="/datasets/${name}?lang=${lang}#columns">${say('columns')}</a></td></tr>
`
  })
  return html`<div class="wide"><table><thead><tr><th scope="col">${say('dataset')}</th><th scope="col">${say('holds')}</th><th scope="col">${say('get')}</th></tr></thead><tbody>
${rows}</tbody></table></div>`
}

function home({ prefix, datasets, releases }: Service, lang: Lang): string {
  const { id, date, title } = releases.current()
  const held = `${prefix}/releases/${id}`
  const say = (name: keyof typeof WORDS) => typeset(wordsIn(WORDS[name], lang), lang)
  const link = (href: string, text: string) => html`<a href="${href}">${text}</a>`
  const first = FIRST.flatMap(name => datasets.filter(dataset => dataset.name === name))
  return page({
    title: TITLE,
    lang,
    path: '/',
    inLanguage: other => `/?lang=${other}`,
    body: html`<h1>${TITLE}</h1>
<p class="lead">${say('lead')}</p>
<p class="lead"><a href="/explorer/${lang}"><strong>${say('explorer')}</strong></a>${lang === 'fr' && '\u00a0'}: ${say('shows')}.</p>
<p>${say('release')} <strong>${id}</strong> (${date})${lang === 'fr' && '\u00a0'}: <span lang="en">${title}</span>. ${say('pinned').replace('{id}', id)}</p>
<p>${say('everything')} ${joined([link(`${held}/${archiveName(id)}`, say('zip')), link(`${held}/${sqliteName(id)}`, 'SQLite'), link(held, say('files'))], ' · ')}</p>
<p>${say('programs')} ${joined([link(prefix, say('index')), link(`${prefix}/openapi.json?lang=${lang}`, 'OpenAPI'), link(`${prefix}/releases`, say('releases')), link(`${prefix}/releases.atom`, say('feed'))], ' · ')}</p>
<h2>${say('begin')}</h2>
${datasetTable(first, prefix, lang)}
<h2>${say('all')}</h2>
${datasetTable(
  datasets.filter(dataset => !first.includes(dataset)),
  prefix,
  lang
)}`
  })
}

/** Reads what may be asked: the language of the page. Throws a Problem with every fault. */
function readAsked(request: FastifyRequest): Lang | undefined {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), ['lang'], faults)
  const named = readLang(given.get('lang'), faults)
  refuse(faults)
  return named
}

/** Registers the home page and, for programs, the index; both stand at `/` and in front of the API. */
export function serveHome(app: FastifyInstance, service: Service): void {
  for (const path of ['/', service.prefix, `${service.prefix}/`]) {
    app.get(path, (request, reply) => {
      const named = readAsked(request)
      const isPage = prefersHtml(request.headers.accept)
      const lang = languageOf(named, request.headers['accept-language'])
      const origin = originOf(request, service.publicUrl)
      const release = service.releases.current()
      const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8'
      if (isPage) reply.header('content-security-policy', PAGE_POLICY)
      const representation = {
        type,
        key: [service.build, origin, release.id, 'home', type],
        lifetime: 'short' as const,
        modified: release.published_at,
        release: release.id,
        lang: isPage ? lang : undefined,
        vary: ['Accept' as const, ...(isPage ? languageVary(named) : [])]
      }
      return respond(request, reply, representation, () =>
        isPage ? home(service, lang) : JSON.stringify(indexOf(service, origin))
      )
    })
  }
}
