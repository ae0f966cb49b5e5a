// @ts-check
/**
 * What script adds to pages that work without it: forms answer at once, views change without a reload, what can be
 * copied is copied, and a service that does not answer is asked again. Every state is still an address.
 */

const FIRST_WAIT = 2
const LONGEST_WAIT = 60
const SLOW = 4000
const GIVEN_UP = 20_000
const TYPING = 450
const SUGGESTING = 150

const news = () => /** @type {HTMLElement} */ (document.getElementById('news'))
/** @param {string} name @param {Record<string, string>} [values] */
const say = (name, values = {}) =>
  (document.body.dataset[name] ?? '').replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '')

/** Shows a line at the foot of the page, which screen readers read out. @param {string} text @param {string} [action] @param {() => void} [act] */
function tell(text, action, act) {
  news().textContent = text
  if (!action || !act) return
  const button = document.createElement('button')
  button.textContent = action
  button.type = 'button'
  button.addEventListener('click', act)
  news().append(button)
}

/** @type {AbortController | undefined} */
let under
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retrying
let failures = 0

/**
 * Loads an address into this page. Where the service fails it is asked again, later each time, until it answers.
 * @param {string} address @param {{ push?: boolean, focus?: boolean }} how
 */
async function load(address, how) {
  under?.abort()
  clearTimeout(retrying)
  const mine = new AbortController()
  under = mine
  const main = document.getElementById('main')
  main?.setAttribute('aria-busy', 'true')
  const slow = setTimeout(() => tell(say('slow')), SLOW)
  const late = setTimeout(() => mine.abort(new Error('late')), GIVEN_UP)
  try {
    const answer = await fetch(address, { signal: mine.signal, headers: { accept: 'text/html' } })
    const text = await answer.text()
    if (answer.status === 429 || answer.status >= 500) return again(address, how, answer)
    show(new DOMParser().parseFromString(text, 'text/html'), answer.url, how)
    if (failures > 0) tell(say('back'))
    else tell('')
    failures = 0
  } catch {
    if (under === mine) again(address, how)
  } finally {
    clearTimeout(slow)
    clearTimeout(late)
    if (under === mine) main?.removeAttribute('aria-busy')
  }
}

/** @param {string} address @param {{ push?: boolean, focus?: boolean }} how @param {Response} [answer] */
function again(address, how, answer) {
  failures += 1
  const asked = Number(answer?.headers.get('retry-after')) || 0
  const wait = Math.min(LONGEST_WAIT, Math.max(asked, FIRST_WAIT * 2 ** (failures - 1)))
  tell(say(answer?.status === 429 ? 'busy' : 'down', { seconds: String(wait) }), say('again'), () => load(address, how))
  retrying = setTimeout(() => load(address, how), wait * 1000)
}

/** Puts the new page in the place of this one; what the reader opened stays open. @param {Document} next @param {string} address @param {{ push?: boolean, focus?: boolean }} how */
function show(next, address, how) {
  const id = document.activeElement?.id
  const name = /** @type {HTMLInputElement} */ (document.activeElement)?.name
  const value = /** @type {HTMLInputElement} */ (document.activeElement)?.value
  const open = new Map(
    [...document.querySelectorAll('details[data-keep]')].map(details => [
      /** @type {HTMLElement} */ (details).dataset.keep,
      /** @type {HTMLDetailsElement} */ (details).open
    ])
  )
  const places = new Map(
    [...document.querySelectorAll('details[data-keep] .boxes')].map(list => [
      /** @type {HTMLElement} */ (list.closest('details')).dataset.keep,
      list.scrollTop
    ])
  )
  if (how.push && address !== location.href) history.pushState(null, '', address)
  document.title = next.title
  document.documentElement.lang = next.documentElement.lang
  for (const { name: key } of [...document.body.attributes]) document.body.removeAttribute(key)
  for (const { name: key, value: text } of next.body.attributes) document.body.setAttribute(key, text)
  for (const selector of ['body > header', 'main', 'body > footer']) {
    const [old, fresh] = [document.querySelector(selector), next.querySelector(selector)]
    if (old && fresh) old.replaceWith(fresh)
  }
  prepare()
  for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll('details[data-keep]')
  )) {
    const key = details.dataset.keep
    details.open = open.get(key) ?? details.open
    const list = details.querySelector('.boxes')
    if (list) list.scrollTop = places.get(key) ?? 0
  }
  const target = new URL(address).hash.slice(1)
  if (how.focus) {
    const place = (target && document.getElementById(target)) || document.getElementById('main')
    place?.setAttribute('tabindex', '-1')
    place?.focus({ preventScroll: Boolean(!target) })
    if (!target) scrollTo(0, 0)
    else place?.scrollIntoView()
  } else {
    const same = [...document.querySelectorAll('input, select, button')].find(
      field =>
        (id && field.id === id) ||
        (name &&
          /** @type {HTMLInputElement} */ (field).name === name &&
          (field instanceof HTMLSelectElement || /** @type {HTMLInputElement} */ (field).value === value))
    )
    if (same instanceof HTMLElement) same.focus({ preventScroll: true })
  }
  const matching = document.getElementById('matching')
  if (matching && !how.focus) setTimeout(() => announce(matching.textContent ?? ''), 50)
}

/** Read out, not shown. @param {string} text */
function announce(text) {
  let place = document.getElementById('spoken')
  if (!place) {
    place = document.createElement('p')
    place.id = 'spoken'
    place.className = 'hidden'
    place.setAttribute('role', 'status')
    document.body.append(place)
  }
  place.textContent = text
}

/** The address that a form asks for; empty fields are left out. @param {HTMLFormElement} form */
function addressOf(form) {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value !== '') query.append(name, String(value))
  const address = new URL(form.action)
  address.search = query.toString()
  return address.href
}

/** Letters without accents and case. @param {string} text */
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Shows what only script can do. */
function prepare() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-copy], [data-code], .narrow')
  )) {
    button.hidden = false
  }
  prepareSearch()
}

/** The search box, and the list of suggestions below it (WAI-ARIA 1.2, combobox). */
const searchBox = () => /** @type {HTMLInputElement | null} */ (document.getElementById('find'))
const suggestions = () => /** @type {HTMLElement} */ (document.getElementById('suggested'))

/** @type {AbortController | undefined} */
let asking

/** Makes the search box one that suggests; the list stays where it is, so that the box can always name it. */
function prepareSearch() {
  const field = searchBox()
  if (!field || document.getElementById('suggested')) return
  const list = document.createElement('ul')
  list.id = 'suggested'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', say('suggestions'))
  // The box keeps the focus while something in the list is pressed.
  list.addEventListener('pointerdown', event => event.preventDefault())
  field.form?.append(list)
  const attributes = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-controls': list.id }
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value)
  field.setAttribute('aria-expanded', 'false')
}

function closeSuggestions() {
  asking?.abort()
  const field = searchBox()
  if (!field || suggestions().hidden) return
  suggestions().hidden = true
  suggestions().replaceChildren()
  field.setAttribute('aria-expanded', 'false')
  field.removeAttribute('aria-activedescendant')
}

/** What is suggested for what was typed; a service that fails suggests nothing. @param {HTMLInputElement} field */
async function suggest(field) {
  asking?.abort()
  const mine = new AbortController()
  asking = mine
  const typed = field.value.trim()
  if (typed === '') return closeSuggestions()
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(/** @type {HTMLFormElement} */ (field.form))) query.set(name, String(value))
  query.set('q', typed)
  query.set('lang', document.documentElement.lang)
  const answer = await fetch(`/v1/search/suggest?${query}`, { signal: mine.signal })
  const { data = [] } = answer.ok ? await answer.json() : {}
  if (asking !== mine || document.activeElement !== field) return
  if (data.length === 0) return closeSuggestions()
  suggestions().replaceChildren(...data.map(option))
  suggestions().hidden = false
  field.setAttribute('aria-expanded', 'true')
  field.removeAttribute('aria-activedescendant')
  announce(say('suggested', { n: data.length }))
}

/** @param {{ title: string, label: string, description: string | null, page: string }} hit @param {number} at */
function option({ title, label, description, page }, at) {
  const item = document.createElement('li')
  item.id = `suggested-${at}`
  item.dataset.page = page
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  const name = document.createElement('bdi')
  name.textContent = title
  const more = document.createElement('span')
  more.textContent = `${label}${description ? ` · ${description}` : ''}`
  item.append(name, more)
  return item
}

/** Goes to the next suggestion, or the one before; beyond the ends is what was typed. @param {number} step */
function choose(step) {
  const items = [...suggestions().children]
  const at = items.findIndex(item => item.getAttribute('aria-selected') === 'true')
  const next = (at + 1 + step + items.length + 1) % (items.length + 1)
  for (const item of items) item.setAttribute('aria-selected', 'false')
  const chosen = items[next - 1]
  chosen?.setAttribute('aria-selected', 'true')
  chosen?.scrollIntoView({ block: 'nearest' })
  if (chosen) searchBox()?.setAttribute('aria-activedescendant', chosen.id)
  else searchBox()?.removeAttribute('aria-activedescendant')
}

/** @param {Element} item */
function follow(item) {
  const url = new URL(/** @type {HTMLElement} */ (item).dataset.page ?? '', location.href)
  closeSuggestions()
  if (isOurs(url)) load(url.href, { push: true, focus: true })
  else location.assign(url.href)
}

document.addEventListener('keydown', event => {
  if (event.target !== searchBox() || event.isComposing || suggestions().hidden) return
  const chosen = suggestions().querySelector('[aria-selected=true]')
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') choose(event.key === 'ArrowDown' ? 1 : -1)
  else if (event.key === 'Escape') closeSuggestions()
  else if (event.key === 'Enter' && chosen) follow(chosen)
  else return
  event.preventDefault()
})
document.addEventListener('focusout', event => event.target === searchBox() && closeSuggestions())

/** Writes the code of a frame anew, as its fields say. @param {HTMLElement} fields */
async function writeFrame(fields) {
  const area = /** @type {HTMLTextAreaElement} */ (document.getElementById(fields.dataset.code ?? ''))
  const [frame = '', script = ''] = area.defaultValue.split('\n')
  /** @param {string} name */
  const chosen = name => /** @type {HTMLSelectElement} */ (fields.querySelector(`[data-embed=${name}]`)).value
  /** @param {string} lang */
  const inLanguage = lang => {
    const url = new URL((/src="([^"]*)"/.exec(frame)?.[1] ?? '').replaceAll('&amp;', '&'))
    url.pathname = url.pathname.replace(/^\/explorer\/\w+/, `/explorer/${lang}`)
    return url
  }
  const lang = chosen('lang')
  let title
  if (lang !== document.documentElement.lang) {
    const { pathname, search } = inLanguage(lang)
    const text = await (await fetch(pathname + search)).text()
    title = new DOMParser().parseFromString(text, 'text/html').querySelector('h1')?.textContent
  }
  // Only now: the reader may have chosen more while that was read.
  if (chosen('lang') !== lang) return
  const url = inLanguage(lang)
  if (chosen('scheme') !== 'auto') url.searchParams.set('scheme', chosen('scheme'))
  /** @type {Record<string, string | null | undefined>} */
  const attributes = { src: url.href, title, width: chosen('width') }
  const fits = chosen('height') === 'fit'
  if (!fits) attributes.height = chosen('height')
  let code = frame
  for (const [name, value] of Object.entries(attributes)) {
    const text = value?.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    if (text) code = code.replace(new RegExp(` ${name}="[^"]*"`), () => ` ${name}="${text}"`)
  }
  area.value = fits ? `${code}\n${script}` : code
}

/** Tells the page around a frame how high it is, so that it need not scroll inside. */
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
  parent.postMessage({ type: 'ogp-explorer-height', height }, '*')
}

/** What a shape says of itself: taken out of its title, which browsers show late and to the mouse alone. @param {Element} shape */
function saidBy(shape) {
  const title = shape.querySelector('title')
  if (title) {
    shape.setAttribute('data-tip', title.textContent ?? '')
    title.remove()
  }
  return shape.getAttribute('data-tip') ?? ''
}

const SHAPES = '.chart :is(rect, path, circle)'
/** @param {EventTarget | null} target */
const shapeAt = target => (target instanceof Element ? target.closest(SHAPES) : null)
/** @param {EventTarget | null} target */
const rowAt = target =>
  target instanceof Element ? target.closest('.bars .name, .columns .name, .panels .name') : null

/** The hint, as long as it is there. */
const tip = () => document.getElementById('tip')

/** Shows a hint beside a place; it goes with Escape. @param {Element} place @param {string[]} lines @param {string} [href] */
function hint(place, lines, href) {
  unhint()
  if (lines.join('') === '') return
  const box = document.createElement('div')
  box.id = 'tip'
  box.setAttribute('role', 'tooltip')
  for (const line of lines) box.append(Object.assign(document.createElement('p'), { textContent: line }))
  if (href) {
    const link = Object.assign(document.createElement('a'), { href, textContent: say('rows') })
    if (document.body.classList.contains('embed')) link.target = '_blank'
    box.append(link)
  }
  document.body.append(box)
  const around = place.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const left = Math.max(
    4,
    Math.min(around.left + around.width / 2 - width / 2, document.documentElement.clientWidth - width - 4)
  )
  const above = around.top - height - 2
  box.style.left = `${left + scrollX}px`
  box.style.top = `${(above < 0 ? around.bottom + 2 : above) + scrollY}px`
  place.closest('a')?.setAttribute('aria-describedby', 'tip')
}

function unhint() {
  tip()?.remove()
  document.querySelector('[aria-describedby=tip]')?.removeAttribute('aria-describedby')
}

document.addEventListener('pointerover', event => {
  if (event.pointerType === 'touch' || (event.target instanceof Element && event.target.closest('#tip'))) return
  const shape = shapeAt(event.target)
  if (shape) hint(shape, [saidBy(shape)])
  else if (!rowAt(document.activeElement)) unhint()
})
document.addEventListener('focusin', event => {
  const row = rowAt(event.target)
  if (row?.matches(':focus-visible')) hint(row, [...(row.parentElement?.querySelectorAll('rect') ?? [])].map(saidBy))
  else if (!(event.target instanceof Element && event.target.closest('#tip'))) unhint()
})
addEventListener('keydown', event => event.key === 'Escape' && unhint())

const isOurs = (/** @type {URL} */ url) =>
  url.origin === location.origin &&
  /^\/explorer\/(en|fr)(\/|$)/.test(url.pathname) &&
  !/\.(svg|png)$/.test(url.pathname)

document.addEventListener('click', event => {
  const target = /** @type {Element} */ (event.target)
  const shape = shapeAt(target)
  if (shape && /** @type {PointerEvent} */ (event).pointerType === 'touch') {
    // A finger cannot ask before it follows: the hint has the way on.
    event.preventDefault()
    return hint(shape, [saidBy(shape)], shape.closest('a')?.getAttribute('href') ?? undefined)
  }
  if (!target.closest('#tip')) unhint()
  const suggested = target.closest('#suggested [role=option]')
  if (suggested) return follow(suggested)
  const copy = /** @type {HTMLElement | null} */ (target.closest('[data-copy]'))
  if (copy) {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById(copy.dataset.copy ?? ''))
    field.select()
    navigator.clipboard?.writeText(field.value).then(
      () => tell(say('copied')),
      () => document.execCommand('copy') && tell(say('copied'))
    )
    return
  }
  const link = target.closest('a')
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return
  if (document.body.classList.contains('embed')) return
  const href = link instanceof SVGElement ? link.getAttribute('href') : /** @type {HTMLAnchorElement} */ (link).href
  const url = new URL(href ?? '', location.href)
  if (!isOurs(url) || link.hasAttribute('download') || link.hasAttribute('target')) return
  if (url.hash && url.pathname === location.pathname && url.search === location.search) return
  event.preventDefault()
  load(url.href, { push: true, focus: true })
})

document.addEventListener('submit', event => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  clearTimeout(typing)
  closeSuggestions()
  if (form.method !== 'get' || document.body.classList.contains('embed')) return
  event.preventDefault()
  load(addressOf(form), { push: true })
})

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing
document.addEventListener('input', event => {
  const field = /** @type {HTMLInputElement} */ (event.target)
  const fields = /** @type {HTMLElement | null} */ (field.closest('[data-code]'))
  if (fields) return void writeFrame(fields).catch(() => tell(say('down', { seconds: '–' })))
  if (field.matches('[data-narrow]')) {
    const sought = plain(field.value)
    const items = field.closest('fieldset')?.querySelectorAll('.boxes li') ?? []
    for (const item of /** @type {Iterable<HTMLElement>} */ (items))
      item.hidden = !plain(item.querySelector('span')?.textContent ?? '').includes(sought)
    return
  }
  const form = field.form
  if (!form || form.matches('.compare')) return
  clearTimeout(typing)
  if (field === searchBox()) {
    typing = setTimeout(() => suggest(field).catch(() => {}), SUGGESTING)
    return
  }
  const waits = ['search', 'number'].includes(field.type)
  typing = setTimeout(() => load(addressOf(form), { push: true }), waits ? TYPING : 0)
})

addEventListener('popstate', () => load(location.href, { focus: true }))
addEventListener('online', () => failures > 0 && load(location.href, {}))

prepare()
if (document.body.classList.contains('embed') && parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement)
}
if (document.body.dataset.failed) again(location.href, {}, undefined)
