import fc from 'fast-check'
import t from 'tap'
import { cases, few } from '../cases.ts'
import { type Client, start } from '../helper.ts'
import { numberIn } from './number.ts'
import { PATHS } from './paths.ts'

const HTML = { headers: { accept: 'text/html' } }
const page = async ({ app }: Client, path: string) => {
  const response = await app.server.inject({ ...HTML, url: `/explorer/${path}` })
  return { response, text: response.body, status: response.statusCode }
}
const INLINE = /<script(?![^>]+(?:src="|ld\+json"))|\sstyle="|\son[a-z]+="|javascript:/
const ELSEWHERE =
  /(src|href)="https?:\/\/(?!data\.test|creativecommons|www\.opengov|github)[^"]*\.(js|css|png|svg|woff2?)/
const visible = (html: string) =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

t.test('the Explorer', async t => {
  const client = await start(t)
  const { get, json } = client

  await t.test('every page is in its language, and holds nothing that the policy forbids', async t => {
    for (const lang of ['en', 'fr']) {
      for (const path of PATHS) {
        const address = `${lang}${path.startsWith('?') || path === '' ? path : `/${path}`}`
        const { response, text, status } = await page(client, address)
        t.equal(status, 200, address)
        t.match(text, `<html lang="${lang}">`)
        const barred = [INLINE, ELSEWHERE].flatMap(kind => text.match(kind)?.[0] ?? [])
        t.same(barred, [], `${address}: nothing inline, nothing from elsewhere`)
        const policy = String(response.headers['content-security-policy'])
        t.match(policy, "default-src 'none'; script-src 'self'; style-src 'self'")
        t.equal(/frame-ancestors \*/.test(policy), path.includes('embed=1'), 'only a frame may be framed')
        t.notOk(response.headers['set-cookie'])
        t.notOk(/undefined|\[object|NaN|\{\w+\}/.exec(visible(text))?.[0], `${address} is whole`)
      }
    }
  })

  await t.test('every link of a page leads somewhere', async t => {
    const kinds = new Map<string, string>()
    for (const path of ['en', 'fr/countries/CL', 'en/commitments?country=CL', 'fr/commitments/IE-1-dp4pcxdg']) {
      const { text } = await page(client, path)
      const links = [...text.matchAll(/href="([^"]+)/g)].map(([, href = '']) =>
        href.replaceAll('&#38;', '&').replace(/#.*/, '')
      )
      for (const link of links.filter(href => href.startsWith('/') || href.startsWith('http://data.test'))) {
        const address = link.replace('http://data.test', '')
        kinds.set(address.replace(/=[^&]*/g, '=').replace(/\/[A-Z]{2}(-[^/?]+)?/, '/X'), address)
      }
    }
    t.ok(kinds.size > 100)
    for (const address of few([...kinds.values()])) {
      const { statusCode } = await get(address, { headers: { accept: '*/*' } })
      t.ok(statusCode < 400, `${address} answers ${statusCode}`)
    }
  })

  await t.test('every page says where it stands, to people and to search engines', async t => {
    const told = (text: string) =>
      [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) =>
        JSON.parse(json)
      )
    const { text } = await page(client, 'fr/commitments/IE-1-dp4pcxdg')
    const crumbs = [...(/<nav class="crumbs"[\s\S]*?<\/nav>/.exec(text)?.[0] ?? '').matchAll(/<li[^>]*>(.*?)<\/li>/g)]
    const names = crumbs.map(([, crumb = '']) => crumb.replace(/<[^>]*>/g, ''))
    t.same(names.slice(0, 3), ['Explorateur du PGO', 'Engagements', 'Irlande'])
    t.match(names[3], /^Plan 1 \(\d{4}\)$/)
    const [list] = told(text)
    t.equal(list['@type'], 'BreadcrumbList')
    t.same(
      list.itemListElement.map(({ name }: { name: string }) => name),
      names
    )
    t.match(list.itemListElement[3].item, 'http://data.test/explorer/fr/commitments?plan=IE-1')
    t.match(told((await page(client, 'en')).text), [
      { '@type': 'WebSite', potentialAction: { '@type': 'SearchAction' } }
    ])
    const rows = told((await page(client, 'en/commitments?country=BR')).text).at(-1)
    t.match(rows, { '@type': 'Dataset', version: '2026-11', name: /^Commitments of Brazil/ })
    const { contentUrl } = rows.distribution[0]
    t.equal((await get(contentUrl.replace('http://data.test', ''))).statusCode, 200)
    t.same(told((await page(client, 'en/commitments?q=%3C/script%3E%3Cb%3E')).text).length, 2, 'a title cannot end it')
  })

  await t.test('a commitment leads to its plan and to those beside it there', async t => {
    const { data } = await json('/v1/commitments?plan=IE-1&limit=1000')
    const visited = new Set<string>()
    let path: string | undefined = '/explorer/en/commitments/IE-1-dp4pcxdg'
    const step = async (rel: string) => {
      const { body } = await get(String(path), HTML)
      visited.add(String(path))
      t.match(
        body,
        new RegExp(`<a href="/explorer/en/commitments\\?plan=IE-1"><small>Commitment \\d+ of ${data.length} here`)
      )
      path = new RegExp(`<a rel="${rel}" href="([^"]*)"`).exec(body)?.[1]
    }
    while (path) await step('next')
    path = [...visited].at(-1)
    visited.clear()
    while (path) await step('prev')
    t.equal(visited.size, data.length, 'from the first to the last')
  })

  await t.test('the methodology tells every indicator as the API defines it, and whom to ask', async t => {
    const { data: contacts } = await json('/v1/contacts')
    for (const lang of ['en', 'fr']) {
      const { text } = await page(client, `${lang}/methodology`)
      const { data } = await json(`/v1/indicators?lang=${lang}`)
      t.ok(data.length > 10)
      for (const { meaning } of data) t.ok(text.includes(String(meaning).replaceAll("'", '&#39;')), String(meaning))
      t.ok(text.includes(String(contacts.find(({ id }) => id === 'email')?.value)))
      t.match((await page(client, `${lang}/countries/GE`)).text, `href="/explorer/${lang}/methodology#extent"`)
    }
  })

  await t.test('what changed between two releases is told in words, with old and new values', async t => {
    const question = 'since=2016-12&dataset=commitments&country=GH'
    const { meta } = await json(`/v1/changes?${question}`)
    const { text } = await page(client, 'fr/changes?country=GH')
    const counts = [...(/id="matching">([^<]*)/.exec(text)?.[1] ?? '').matchAll(/\d+/g)].map(Number)
    t.equal(
      counts.reduce((sum, n) => sum + n, 0),
      meta.total
    )
    t.match(text, '<b>Thèmes</b> <del><bdi>Audits, Participation du public')
    t.match(
      text,
      /<b>Potentiel de résultats<\/b> <span class="soft">aucune source ne le dit<\/span> → <ins><bdi>Pas de données</
    )
    const ids = new Set<string>()
    let path: string | undefined = '/explorer/en/changes?country=GH'
    while (path) {
      const { body } = await get(path, HTML)
      for (const [, id = ''] of body.matchAll(
        /class="event">\w+<\/span> <a href="\/explorer\/en\/commitments\/([^"?]*)/g
      ))
        ids.add(id)
      path = /rel="next" href="([^"]*)#rows"/.exec(body)?.[1]?.replaceAll('&#38;', '&')
    }
    const { data } = await json(`/v1/changes?${question}&limit=1000`)
    t.same([...ids].sort(), [...new Set(data.map(({ id }) => String(id)))].sort(), 'every record, page by page')
    t.match((await page(client, 'en/countries/GH')).text, 'href="/explorer/en/changes?country=GH"')
    t.match(visible((await page(client, 'en/changes?release=2016-12')).text), 'There is no release before this one')
    for (const wrong of ['since=1999', 'dataset=figures', 'country=XX'])
      t.equal((await page(client, `en/changes?${wrong}`)).status, 400, wrong)
  })

  await t.test(
    'a commitment tells what each release changed by the titles of columns, in the reader’s language',
    async t => {
      const { data } = await json('/v1/commitments/AL-1-hpjyn0c9/history')
      const fields = data.flatMap(({ field }) => (field === null ? [] : [String(field)]))
      for (const [lang, told] of [
        ['en', /changed: .*Short title · Themes.* details of where this was found/],
        ['fr', /modifié : .*Intitulé court · Thèmes.* précisions sur la source/]
      ] as const) {
        const { text } = await page(client, `${lang}/commitments/AL-1-hpjyn0c9`)
        t.match(visible(text).replaceAll('\u00a0', ' '), told)
        for (const name of fields.filter(field => field.includes('_'))) t.notMatch(visible(text), name)
      }
    }
  )

  await t.test('lists of countries and themes are ordered and narrowed by their address', async t => {
    const firsts = (text: string) =>
      [...text.matchAll(/<tr><th scope="row"><a href="[^"]*">([^<]*)<\/a><\/th>/g)].map(([, name = '']) => name)
    const counts = (text: string) =>
      [...text.matchAll(/<td>(?:<a [^>]*>)?([\d,]+|–)(?:<\/a>)?<\/td><\/tr>/g)].map(([, n = '']) =>
        n === '–' ? -1 : numberIn(n)
      )
    const { text } = await page(client, 'en/countries?region=africa&sort=-commitments')
    t.ok(counts(text).length > 5)
    t.same(
      counts(text),
      counts(text).toSorted((a, b) => b - a)
    )
    t.match(text, 'aria-sort="descending"')
    t.match(text, 'value="africa" selected')
    t.match(text, 'href="/explorer/en/countries?region=africa&#38;sort=commitments"')
    t.same(firsts((await page(client, 'fr/countries?q=bresil')).text), ['Brésil'], 'accents aside')
    t.same(firsts((await page(client, 'fr/countries?q=brazil')).text), ['Brésil'], 'in either language')
    const byName = firsts((await page(client, 'fr/themes?q=donn%C3%A9es')).text)
    t.ok(byName.length > 0)
    t.same(byName, byName.toSorted(new Intl.Collator('fr-FR', { numeric: true }).compare))
    t.match(visible((await page(client, 'en/themes?q=zzzz')).text), /0 of \d+ themes/)
    for (const wrong of ['countries?sort=size', 'countries?region=mars', 'themes?sort=-id'])
      t.equal((await page(client, `en/${wrong}`)).status, 400, wrong)
  })

  await t.test('a part of the world has a map and a list of its own', async t => {
    const whole = (await page(client, 'fr?map=commitments')).text
    const { text } = await page(client, 'fr?map=commitments&zoom=africa')
    t.match(text, '<h2>Nombre d’engagements par pays (Afrique)</h2>')
    const names = (markup: string) =>
      [
        ...(/<table class="numbers"><caption>Nombre[\s\S]*?<\/table>/.exec(markup)?.[0] ?? '').matchAll(
          /countries\/(\w+)"/g
        )
      ].map(([, code]) => code)
    const { data } = await json('/v1/commitments/aggregate?region=africa&group=country')
    t.same(names(text).sort(), data.map(({ country }) => country).sort())
    t.ok(names(whole).length > names(text).length)
    const drawn = (markup: string) => (markup.match(/<(?:path|circle) /g) ?? []).length
    t.ok(drawn(text) < drawn(whole), 'what is not seen is not sent')
    for (const picture of ['svg', 'png'])
      t.match((await get(`/explorer/fr/map.${picture}?map=commitments&zoom=africa`)).headers, {
        'content-disposition': /par-pays-afrique-/
      })
    t.equal((await page(client, 'en?zoom=mars')).status, 400)
  })

  await t.test('a page in French is French', async t => {
    for (const path of ['fr', 'fr/commitments', 'fr/countries/CL', 'fr/themes/open-data', 'fr/consultation']) {
      const { text } = await page(client, path)
      t.notMatch(
        visible(text),
        /\b(Show|Draw|Reset all|Compare|matching|Countries|Themes|The numbers|Download and reuse|What is this|Not started|Not known)\b/,
        path
      )
    }
    const { text: rates } = await page(client, 'fr/commitments?show=opened&by=region')
    const sentences = rates.replace(/<(script|style|svg|head)[\s\S]*?<\/\1>|<[^>]+>/g, '')
    t.match(sentences, '«\u00a0Pas encore de résultats\u00a0»')
    t.notMatch(sentences, /« | [:;?!»]/, 'no line begins with punctuation')
    const { text } = await page(client, 'fr')
    for (const name of ['Tanzanie', 'Sahara occidental']) t.match(text, `<title>${name}`, 'also where the map is empty')
    t.notMatch(text, /<title>(Tanzania|W\. Sahara)/)
  })

  await t.test('the map colours no share of fewer than ten', async t => {
    const { text } = await page(client, 'en?map=opened')
    const groups = await client.json(
      '/v1/commitments/aggregate?group=country,opening&opening=!not_reviewed,no_data,not_applicable,no_early_results_yet,null&measure=count,share&of=country&labels=true'
    )
    const few = new Set(
      groups.data
        .filter(({ denominator }) => Number(denominator) < 10)
        .map(({ country_label }) => String(country_label))
    )
    t.ok(few.size > 3)
    const drawn = [
      ...text.matchAll(/<(?:path|circle)[^>]* (?:class="|fill="url\(#)(\w+)[^>]*><title>([^<:]+): ([^<]*)<\/title>/g)
    ]
    t.ok(drawn.length > few.size)
    for (const [, tone, name = '', value] of drawn)
      t.equal(tone === 'lines', few.has(name), `${name} (${value}) is ${tone}`)
    t.match(visible(text), /fewer than 10 rated/)
    for (const lang of ['en', 'fr'])
      t.match(
        (await client.get(`/explorer/${lang}/map.svg?map=opened`)).body,
        /fewer than 10 rated|moins de 10 évalués/
      )
    t.notMatch(visible((await page(client, 'en?map=commitments')).text), /fewer than 10 rated/)
  })

  await t.test('what is seen, linked, framed and saved says its measure, its bars and all its filters', async t => {
    const asked = 'commitments?region=africa&starred=true&year=2012..2014&by=theme'
    const english = 'Commitments in Africa from 2012 to 2014 with a star by theme: completion (latest rating)'
    const french =
      'Engagements en Afrique de 2012 à 2014 avec une étoile par thème\u00a0: achèvement (dernière évaluation)'
    for (const [lang, title, file] of [
      [
        'en',
        english,
        'ogp-commitments-in-africa-from-2012-to-2014-with-a-star-by-theme-completion-latest-rating-2026-11'
      ],
      [
        'fr',
        french,
        'ogp-engagements-en-afrique-de-2012-a-2014-avec-une-etoile-par-theme-achevement-derniere-evaluation-2026-11'
      ]
    ] as const) {
      const { text } = await page(client, `${lang}/${asked}`)
      for (const place of ['<title>', 'property="og:title" content="', 'name="description" content="', '<h2>'])
        t.ok(text.includes(`${place}${title.slice(0, 90)}`), `${lang} ${place}`)
      t.ok(text.includes(`title=&#34;${title}&#34;`), 'the frame to copy')
      const framed = await page(client, `${lang}/${asked}&embed=1&scheme=light`)
      t.match(framed.text, `<html lang="${lang}" data-scheme="light">`)
      t.match(framed.text, '<meta name="color-scheme" content="light">')
      t.notMatch(framed.text, /<(a|form) (?![^>]*target=)/, 'nothing opens inside the frame')
      t.match(visible(framed.text), /24 nov|24 November/, 'the day of the release')
      t.match(visible(framed.text), /release=2026-11/, 'the permanent link is there to be read')
      t.match(framed.text, /role="note"/, 'how complete it is')
      t.ok(framed.text.includes(`<h1>${title}</h1>`))
      const picture = await get(`/explorer/${lang}/${asked.replace('?', '.svg?')}`)
      t.ok(picture.body.includes(`<title>${title}</title>`))
      t.match(picture.body, 'release=2026-11', 'the permanent link')
      t.match(picture.headers['content-disposition'], `filename="${file}.svg"`)
    }
    const { text } = await page(client, 'en/commitments?impact=transformative&country=BR')
    t.ok(
      text.includes('<h2>Commitments of Brazil, potential impact: Transformative; by country: completion'),
      'a filter that is only listed'
    )
    t.match((await page(client, 'fr/countries/BR')).text, '<h2>Engagements du Brésil par thème')
    t.match((await page(client, 'en?map=starred')).text, '<title>Number of starred commitments by country')
  })

  await t.test('a share by name is of what was rated, highest first, and never a percentage of few', async t => {
    const groups = await json(
      '/v1/commitments/aggregate?region=africa&group=country,completion&completion=!not_reviewed,no_data,not_applicable,null&labels=true'
    )
    const sums = new Map<string, { done: number; of: number }>()
    for (const { country_label, completion, count } of groups.data) {
      const sum = sums.get(String(country_label)) ?? { done: 0, of: 0 }
      sum.of += Number(count)
      if (completion === 'substantial' || completion === 'complete') sum.done += Number(count)
      sums.set(String(country_label), sum)
    }
    const told = ({ done, of }: { done: number; of: number }) =>
      of < 30 ? `${done} of ${of}` : `${Math.round((100 * done) / of)}% n\u00a0=\u00a0${of}`
    const expected = [...sums]
      .toSorted(([a, x], [b, y]) => y.done / y.of - x.done / x.of || y.of - x.of || a.localeCompare(b))
      .map(([name, sum]) => [name, told(sum)])
    const { text } = await page(client, 'en/commitments?region=africa&show=delivered')
    const shown = [
      ...text.matchAll(/<li><a class="name"[^>]*><bdi>([^<]*)<\/bdi><\/a>[\s\S]*?<span class="value">(.*?)<\/span>/g)
    ]
    t.same(
      shown.map(([, name = '', value = '']) => [name.replaceAll('&#39;', "'"), value.replace(/<[^>]*>/g, '')]),
      expected
    )
    t.match(text, '<h2>Commitments in Africa by country: share delivered</h2>')
    const picture = (await get('/explorer/en/commitments.svg?region=africa&show=delivered')).body
    t.match(picture, />\d+% {2}n\u00a0=\u00a0\d+</, 'a percentage and what it is of')
    t.match(picture, />75%</, 'an axis')
    const reversed = await page(client, 'en/commitments?region=africa&show=delivered&order=least')
    t.equal(/<a class="name"[^>]*><bdi>([^<]*)/.exec(reversed.text)?.[1], expected.at(-1)?.[0])
    for (const path of [
      'fr/consultation?show=online',
      'en/commitments?show=opened&by=theme',
      'en/commitments?show=delivered&by=completion'
    ])
      t.equal((await page(client, path)).status, 200, path)
  })

  await t.test('over time each bar is a line of what was rated, which crosses no gap and marks selections', async t => {
    const asked = 'country=GH,LR,OM&over=plannumber&show=delivered'
    const groups = await json(
      '/v1/commitments/aggregate?country=GH,LR&group=country,plannumber,completion&completion=!not_reviewed,no_data,not_applicable,null&labels=true'
    )
    const plans = await json('/v1/action-plans?country=GH,LR&fields=country,number,extent')
    const sums = new Map<string, { done: number; of: number; steps: Set<number> }>()
    for (const { country_label, plannumber, completion, count } of groups.data)
      for (const key of [`${country_label}`, `${country_label} – Plan ${plannumber}`]) {
        const sum = sums.get(key) ?? { done: 0, of: 0, steps: new Set() }
        sum.of += Number(count)
        sum.steps.add(Number(plannumber))
        if (completion === 'substantial' || completion === 'complete') sum.done += Number(count)
        sums.set(key, sum)
      }
    const { text } = await page(client, `en/commitments?${asked}`)
    const panels = [...text.matchAll(/<li><a class="name"[^>]*><bdi>([^<]*)[\s\S]*?<\/li>/g)]
    t.same(
      panels.map(([, name]) => name),
      ['Ghana', 'Liberia'],
      'nobody looked at the third'
    )
    for (const [panel, name = ''] of panels) {
      const { done, of, steps } = sums.get(name) ?? { done: 0, of: 0, steps: new Set<number>() }
      t.match(panel, new RegExp(`<span class="value">${done} of ${of}<`))
      const said = [...panel.matchAll(/<title>([^<:]+): ([^<]*)<\/title>/g)]
      for (const [, point = '', value = ''] of said) {
        const sum = sums.get(point)
        const number = Number(/\d+$/.exec(point)?.[0])
        const isPartial = plans.data.some(
          row =>
            point.startsWith(`${row.country === 'GH' ? 'Ghana' : 'Liberia'} –`) &&
            row.number === number &&
            /theme|pages/.test(String(row.extent))
        )
        t.equal(
          value,
          sum ? `${sum.done} of ${sum.of}${isPartial ? ' (only a selection of the plans is here)' : ''}` : 'none rated',
          point
        )
      }
      t.equal((panel.match(/<circle /g) ?? []).length, steps.size, 'a point wherever somebody looked')
      const joined = [...steps].filter(step => steps.has(step - 1)).length
      t.equal((panel.match(/<line /g) ?? []).length, joined, 'no line crosses a gap')
      if (name === 'Liberia') t.ok(joined < steps.size - 1, 'there is one')
    }
    t.match(
      text,
      '<h2>Commitments of Ghana, of Liberia or of Oman by country and number of the plan: share delivered</h2>'
    )
    t.match(text, /<td>–<\/td>/, 'nor a zero among the numbers')
    for (const suffix of ['svg', 'png']) {
      const { headers, body } = await get(`/explorer/fr/commitments.${suffix}?${asked}`)
      t.match(headers['content-disposition'], /par-pays-et-numero-du-plan-part-realisee/)
      if (suffix === 'svg') t.match(body, /<title>Ghana – Plan 1\u00a0: 5 sur 13</)
    }
    t.match(
      (await page(client, 'en/countries/BR')).text,
      '<h2>Commitments of Brazil by number of the plan: share delivered</h2>'
    )
    for (const path of [
      'en/commitments?by=theme&over=year&show=share&bars=all',
      'fr/consultation?over=plannumber&by=region',
      'en/commitments?by=year&over=year'
    ])
      t.equal((await page(client, path)).status, 200, path)
    t.equal((await page(client, 'en/commitments?over=theme')).status, 400)
  })

  await t.test(
    'a file is in the language of its page, with words beside codes and the columns shown first',
    async t => {
      const { text } = await page(client, 'fr/commitments?country=FR&theme=open-data')
      const files = [...text.matchAll(/href="(http:[^"]*\/commitments\.csv[^"]*)"/g)].map(([, href = '']) =>
        href.replaceAll('&#38;', '&')
      )
      const [shown = '', all = ''] = files
      t.match(shown, /fields=id,title,country_name_fr.*labels=true&lang=fr/)
      t.match(all, /^(?!.*fields=).*labels=true&lang=fr/)
      const { body } = await get(shown)
      t.match(body.split('\r\n')[0], /^id,title,country_name_fr,year,themes,themes_label/)
      t.match(body, /Données ouvertes/)
    }
  )

  await t.test('a country’s eligibility is told by criterion, with what its points mean', async t => {
    for (const [lang, told] of [
      [
        'en',
        /Fiscal transparency: 4 of 4 points.*4: The executive’s budget proposal and the audit report.*Citizen engagement: 3 of 4/
      ],
      ['fr', /Transparence budgétaire : 4 sur 4 points.*projet de budget de l’exécutif.*Engagement citoyen : 3 sur 4/]
    ] as const) {
      const { text } = await page(client, `${lang}/countries/GE`)
      t.match(visible(text).replaceAll('\u00a0', ' '), told)
      t.match(text, `href="/explorer/${lang}/eligibility"`)
    }
    const { text } = await page(client, 'en/eligibility')
    const scores = await json('/v1/eligibility-scores?limit=1')
    t.equal((text.match(/<tr><th scope="row">/g) ?? []).length, scores.meta.total)
    t.match(visible(text), /Georgia 2014 4 4 4 3 15 of 16 12 – yes/)
  })

  await t.test('one box finds countries by any name, themes, commitments and definitions, and says why', async t => {
    const at = async (path: string) => visible((await page(client, path)).text)
    t.match((await page(client, 'fr/search?q=uk')).text, '/explorer/fr/countries/GB"><bdi>Royaume-Uni')
    t.match(
      (await page(client, 'en/search?q=ivory%20coast&release=2016-12')).text,
      '/explorer/en/countries/CI?release=2016-12'
    )
    t.match((await page(client, 'en/search?q=open%20data')).text, '/explorer/en/themes/open-data"')
    t.match((await page(client, 'en/search?q=transformative')).text, '/explorer/en/definitions#potential_impact')
    const { text } = await page(client, 'en/search?q=lobby')
    const { meta } = await json('/v1/commitments?q=lobby&limit=1')
    t.match(text, /<mark>[Ll]obby/)
    t.match(visible(text), new RegExp(`All ${meta.total} commitments`))
    t.match(await at('fr/search?q=zzzz'), /Aucun résultat/)
    t.match(
      (await page(client, 'en/definitions')).text,
      /<form class="search" [^>]*action="\/explorer\/en\/search"/,
      'on every page'
    )
  })

  await t.test('of many values in a filter the chosen come first, all others by name', async t => {
    const { text } = await page(client, 'fr/commitments?country=GB')
    const boxes = [...text.matchAll(/name="country" value="(\w+)"[^>]*> <span>([^<]*)</g)]
    t.equal(boxes[0]?.[1], 'GB')
    const names = boxes.slice(1).map(([, , name = '']) => name)
    t.same(names, names.toSorted(new Intl.Collator('fr-FR', { numeric: true }).compare))
  })

  await t.test('where nobody looked there is no number', async t => {
    const { text } = await page(client, 'en/compare?country=BR,FR,GE')
    const table = /<table class="numbers">[\s\S]*?<\/table>/.exec(text)?.[0] ?? ''
    const cells = (head: RegExp) =>
      [...(table.split('<tr>').find(row => head.test(row)) ?? '').matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) =>
        cell.replace(/<[^>]*>/g, '')
      )
    const expected = async (country: string, filter: string, values: string, readings: string) => {
      const count = async (asked: string) =>
        Number((await json(`/v1/commitments?country=${country}&limit=1&${filter}=${asked}`)).meta.total)
      const [done, of] = [await count(values), await count(readings)]
      return of === 0 ? '–' : `${done} of ${of}${of < 30 ? '' : ` (${Math.round((100 * done) / of)}%)`}`
    }
    const READ = '!not_reviewed,no_data,not_applicable,null'
    for (const [head, filter, values, readings] of [
      [/Carried out/, 'completion', 'substantial,complete', READ],
      [/Opened government/, 'opening', 'major,outstanding', `${READ},no_early_results_yet`],
      [/Transformative/, 'impact', 'transformative', READ]
    ] as const)
      t.same(
        cells(head),
        await Promise.all(['BR', 'FR', 'GE'].map(country => expected(country, filter, values, readings))),
        String(head)
      )
    t.match(cells(/Opened government/), ['–'], 'of Brazil nothing was judged')
    t.match(visible(text), /by country and number of the plan: share delivered/)

    const map = (await page(client, 'en')).text
    t.match(map, /<a href="\/explorer\/en\/countries\/FR"[^>]*><path[^>]*><title>France: 3 of 3</, 'few, but rated')
    t.match(
      map,
      /<a href="\/explorer\/en\/countries\/[A-Z]{2}"[^>]*><path[^>]* fill="url\(#back\)"><title>[^<]*commitments? here, none rated</
    )
    t.match(map, /<path[^>]* class="land"><title>China: not a member in December 2016</)
    t.match(
      map,
      /<span class="value">\d+<\/span>[\s\S]{0,9000}<bdi>2016\*<\/bdi>/,
      'a year of which a selection is here'
    )
    t.match(visible(map), /Of the plans of this year only a selection is here/)
    t.match(map, /Albania have\? <small>13 commitments</)
    const early = (await page(client, 'en?release=2016-12')).text
    for (const [, n] of early.matchAll(/<ul class="questions">[\s\S]*?<small>(\d+)/g)) t.ok(Number(n) > 0)
  })

  await t.test('highest first is by what is shown', async t => {
    const { text } = await page(client, 'en/commitments?in=star&order=most&bars=all')
    const table = /<table class="numbers">([\s\S]*?)<\/table>/.exec(text)?.[1] ?? ''
    const stars = [...table.matchAll(/<tr><th scope="row">[\s\S]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<td>(.*?)<\/td>/g)]
        .slice(0, -2)
        .reduce((sum, [, cell = '']) => sum + Number.parseInt(cell.replace(/<[^>]*>/g, ''), 10), 0)
    )
    t.ok(stars.length > 20)
    t.same(
      stars,
      stars.toSorted((a, b) => b - a)
    )
  })

  await t.test('one is one, in both languages', async t => {
    for (const [lang, words] of [
      ['en', /\b1 commitment matches\b/],
      ['fr', /\b1 engagement trouvé/]
    ] as const)
      t.match(visible((await page(client, `${lang}/commitments?country=BR&year=2018`)).text), words)
    t.match(visible((await page(client, 'fr/commitments?country=GE&year=1999')).text), /\b0 engagement trouvé/)
  })

  await t.test('a form without script is answered at the one address of what it asks', async t => {
    const asked = await get(
      '/explorer/en/commitments?q=&country=CL&country=IT&from=2012&to=&theme=open-data&theme=education&match=all',
      HTML
    )
    t.equal(asked.statusCode, 302)
    t.equal(asked.headers.location, '/explorer/en/commitments?country=CL,IT&theme=open-data%2Beducation&year=2012..')
    const year = await get('/explorer/fr/commitments?from=2014&to=2014', HTML)
    t.equal(year.headers.location, '/explorer/fr/commitments?year=2014')
    t.equal((await get(String(asked.headers.location), HTML)).statusCode, 200)
  })

  await t.test('the language is that of the address, else of the reader', async t => {
    const at = async (accept: string) =>
      (await get('/explorer?map=starred', { headers: { 'accept-language': accept } })).headers
    t.match(await at('fr-CA,fr;q=0.9'), { location: '/explorer/fr?map=starred', vary: /Accept-Language/ })
    t.match(await at('de'), { location: '/explorer/en?map=starred' })
  })

  await t.test('what the address asks wrongly is said, not ignored', async t => {
    const faults: Record<string, RegExp> = {
      'en/commitments?imapct=minor&measure=count&shwo=share':
        /imapct – .* of this page. \(impact\?\) measure – [^(?]*page\. shwo – [^(]*\(show\?\)/,
      'en/commitments?show=deliverd': /deliverd.*\(delivered\?\)/,
      'en/commitments?country=XX': /XX.*is not an id of/,
      'en/commitments?by=colour': /is none of country, region/,
      'en?map=red': /is none of commitments, delivered/,
      'en/countries?x=1': /is not a parameter of this page/,
      'en/compare?country=CL,FR,GB,IT,ES': /At most 4/,
      'en/commitments?release=1999': /is not a release/,
      'en/commitments?embed=2&scheme=red': /"2" is none of 1.*"red" is none of auto, light, dark/,
      'en/commitments?country=%E2%82': /percent-encoding/
    }
    for (const [address, told] of Object.entries(faults)) {
      const { status, text } = await page(client, address)
      t.equal(status, 400, address)
      t.match(visible(text).replaceAll('&#34;', '"'), told)
    }
    for (const address of ['en/nothing', 'fr/countries/ZZ', 'en/commitments/no-such', 'en/themes/x/y']) {
      t.equal((await page(client, address)).status, 404, address)
    }
    t.equal((await get('/explorer/de')).statusCode, 404)
  })

  await t.test('a reader who has the page already gets none', async t => {
    const first = await get('/explorer/en', HTML)
    const etag = String(first.headers.etag)
    t.equal((await get('/explorer/en', { headers: { 'if-none-match': etag } })).statusCode, 304)
    const script = /src="([^"]+\.js)"/.exec(first.body)?.[1] ?? ''
    const style = /href="([^"]+\.css)"/.exec(first.body)?.[1] ?? ''
    for (const [path, type] of [
      [script, 'text/javascript'],
      [style, 'text/css']
    ] as const) {
      const asset = await get(path)
      t.match(asset.headers, { 'content-type': new RegExp(type), 'cache-control': /immutable/ })
    }
  })

  await t.test('a pinned release stays pinned on every way through the pages', async t => {
    const { text } = await page(client, 'en/countries/IE?release=2016-12')
    const links = [...text.matchAll(/href="(\/explorer\/en[^"]*)"/g)].map(([, href]) => href ?? '')
    t.ok(links.length > 20)
    t.same(
      links.filter(href => !href.includes('release=2016-12')),
      []
    )
    t.match(text, 'value="2016-12" selected')
  })

  await t.test('pictures are whole SVG documents that stand alone', async t => {
    for (const path of [
      'en/commitments.svg?by=region&in=impact&show=share',
      'fr/map.svg?map=starred',
      'en/consultation.svg',
      'en/commitments.svg?in=star&by=region',
      'en/commitments.svg?in=none&show=share&by=year'
    ]) {
      const response = await get(`/explorer/${path}`)
      t.equal(response.statusCode, 200, path)
      t.match(response.headers, { 'content-type': 'image/svg+xml; charset=utf-8' })
      t.match(response.body, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*OGP Open Data[\s\S]*<\/svg>\n$/)
      const open = response.body.match(/<[a-z]+[^>]*[^/]>/gi)?.length ?? 0
      const closed = response.body.match(/<\/[a-z]+>/gi)?.length ?? 0
      t.equal(open, closed, 'every element is closed')
      t.notMatch(response.body, /<script|href=|NaN|undefined/)
    }
  })

  await t.test('the front door shows the way, and is an index for programs still', async t => {
    t.match((await get('/', HTML)).body, 'href="/explorer/en"')
    t.match((await json('/')) as never, { datasets: [{ name: 'members' }] })
  })

  await t.test('whatever is chosen, the numbers of the page are those of the API', async t => {
    const { facets } = (await json(
      '/v1/commitments?facet=country,theme,completion,star,region,year&limit=1'
    )) as never as {
      facets: Record<string, { value: unknown }[]>
    }
    const values = (name: string) => (facets[name] ?? []).map(({ value }) => String(value)).slice(0, 12)
    const filter = (name: string) => fc.option(fc.subarray(values(name), { minLength: 1, maxLength: 3 }), { nil: [] })
    const asked = fc.record({
      country: filter('country'),
      theme: filter('theme'),
      completion: filter('completion'),
      star: filter('star'),
      region: filter('region')
    })
    const by = fc.constantFrom('country', 'theme', 'year', 'region', 'star', 'impact', 'starred')
    const inside = fc.constantFrom('none', 'completion', 'specificity', 'starred')
    await fc.assert(
      fc.asyncProperty(asked, by, inside, async (filters, rows, parts) => {
        const query = Object.entries(filters).flatMap(([name, chosen]) =>
          chosen.length > 0 ? [`${name}=${chosen.join(',')}`] : []
        )
        const chosen = [
          ...query,
          ...(rows === 'country' ? [] : [`by=${rows}`]),
          ...(parts === 'completion' ? [] : [`in=${parts}`])
        ]
        const { text } = await page(client, `en/commitments${chosen.length > 0 ? '?' : ''}${chosen.join('&')}`)
        const list = await json(`/v1/commitments?${[...query, 'limit=1'].join('&')}`)
        const shown = /id="matching">([^<]*)</.exec(text)?.[1] ?? ''
        t.equal(numberIn(shown), list.meta.total)
        const groups = await json(`/v1/commitments/aggregate?${[...query, `group=${rows}`].join('&')}`)
        const table = /<table class="numbers">([\s\S]*?)<\/table>/.exec(text)?.[1] ?? ''
        const totals = [...table.matchAll(/<td><a href="[^"]*">([\d,]+)[^<]*<\/a><\/td><\/tr>/g)].map(([, n]) =>
          numberIn(n ?? '')
        )
        const counts = groups.data.map(({ count }) => Number(count))
        t.same(
          totals.sort((a, b) => a - b),
          counts.sort((a, b) => a - b)
        )
      }),
      { numRuns: cases(12) }
    )
  })
})
