/** The front door: a page for people, the index for programs. */
import type { FastifyInstance } from 'fastify'
import Negotiator from 'negotiator'
import type { Service } from './engine/service.ts'
import { escapeHtml, page } from './html/page.ts'
import { sendPage } from './http/errors/problem-pages.ts'
import { originOf } from './http/origin.ts'
import { LIFETIMES } from './http/respond.ts'
import { addVary } from './http/vary.ts'
import { archiveName, sqliteName } from './releases/file.ts'
import { indexOf } from './v1/about.ts'

const home = (service: Service) => {
  const { id, date, title } = service.releases.current()
  const held = `${service.prefix}/releases/${id}`
  const rows = service.datasets.map(dataset => {
    const path = `${service.prefix}/${dataset.name}`
    return `<tr><th scope="row"><a href="/datasets/${dataset.name}?lang=en">${escapeHtml(dataset.title[0])}</a><br><a class="soft" href="/datasets/${dataset.name}?lang=fr" hreflang="fr" lang="fr">${escapeHtml(dataset.title[1])}</a></th>
<td>${escapeHtml(dataset.description[0])}</td>
<td class="links"><a href="${path}.csv">CSV</a><a href="${path}.xlsx">XLSX</a><a href="${path}.ndjson">NDJSON</a><a href="${path}">JSON</a><a href="${path}/schema">Columns</a></td></tr>`
  })
  return page({
    title: 'OGP Open Data',
    body: `<h1>OGP Open Data</h1>
<p class="lead">What governments promised in the Open Government Partnership, and what became of it. Free to read, cite and reuse, without a key.</p>
<p class="lead"><a href="/explorer"><strong>Open the Explorer</strong></a>: progress by country and theme, with maps, charts and tables, in English and <a href="/explorer/fr" hreflang="fr" lang="fr">en français</a>.</p>
<p>Release <strong>${escapeHtml(id)}</strong> (${escapeHtml(date)}): ${escapeHtml(title)}. Add <code>release=${escapeHtml(id)}</code> to any address and it returns the same bytes for ever.</p>
<p><a href="/docs?lang=en">Documentation of the API</a> (<a href="/docs?lang=fr" hreflang="fr" lang="fr">en français</a>) · <a href="${service.prefix}">Index for programs</a> · <a href="${service.prefix}/releases">Releases</a> (<a href="${service.prefix}/releases.atom">feed</a>) · <a href="${service.prefix}/openapi.json?lang=en">OpenAPI</a> (<a href="${service.prefix}/openapi.json?lang=fr" hreflang="fr" lang="fr">en français</a>)</p>
<p>Everything at once: <a href="${held}/${archiveName(id)}">zip of CSV files</a> · <a href="${held}/${sqliteName(id)}">SQLite</a> · <a href="${held}">all files with their digests</a>.</p>
<h2>Datasets</h2>
<div class="wide"><table><thead><tr><th>Dataset</th><th>What it holds</th><th>Get it</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>
<p class="soft">Licence of the compilation: <a href="${service.license.url}">${escapeHtml(service.license.name)}</a>. ${escapeHtml(service.attribution)}. Every row names its source; see <a href="${service.prefix}/sources">sources</a>.</p>`
  })
}

export function serveHome(app: FastifyInstance, service: Service): void {
  app.get('/', (request, reply) => {
    addVary(reply, 'Accept')
    const accept = request.headers.accept ?? '*/*'
    const wanted = new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/html'])
    if (wanted === 'text/html') return sendPage(reply, home(service))
    const origin = originOf(request, service.publicUrl)
    return reply
      .header('cache-control', LIFETIMES.short)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(indexOf(service, origin)))
  })
}
