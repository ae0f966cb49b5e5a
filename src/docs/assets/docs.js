// @ts-check
/**
 * What the pages do beyond HTML: a form shows its answer in place, what an address leads to is opened, and the other
 * language keeps the place.
 */

/** Of a longer answer the beginning is shown. */
const LETTERS = 50_000
const WORDS = document.body.dataset
const TEXT = /^text\/|json|[+/]xml|yaml|bibtex|research-info/

/** Opens what an address leads to. Addresses of the time when one page showed all groups lead to their pages. */
function reveal() {
  const [, group, operation] = /^#\/([\w-]+)(?:\/(\w+))?$/.exec(location.hash) ?? []
  if (group) return location.replace(`/docs/${group}${operation ? `/${operation}` : ''}${location.search}`)
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  for (let around = target?.closest('details'); around; around = around.parentElement?.closest('details')) {
    around.open = true
  }
  target?.scrollIntoView()
}
addEventListener('hashchange', reveal)
if (location.hash) reveal()

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('header a[hreflang]'))) {
  link.addEventListener('click', () => {
    link.hash = location.hash
  })
}

/**
 * The address that a filled form asks, and what is sent along.
 * @param {HTMLFormElement} form
 */
function asked(form) {
  const given = [...new FormData(form)]
    .map(([name, value]) => [name, String(value)])
    .filter(([, value]) => value !== '')
  const values = new Map(/** @type {[string, string][]} */ (given))
  const path = (form.dataset.path ?? '').replace(/\{(\w+)\}/g, (_, name) => {
    const value = values.get(name) ?? ''
    values.delete(name)
    return encodeURIComponent(value)
  })
  const rest = new URLSearchParams([...values]).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  if (form.method === 'post') return { address: path, init: { method: 'POST', body: new URLSearchParams([...values]) } }
  return { address: rest ? `${path}?${rest}` : path, init: {} }
}

/**
 * The beginning of an answer as text, and whether there is more.
 * @param {Response} answer
 */
async function beginning(answer) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) return { text, cut: false }
    text += value
    if (text.length > LETTERS) {
      await reader?.cancel()
      return { text: text.slice(0, LETTERS), cut: true }
    }
  }
}

/** @param {string} text */
function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/**
 * @param {string} name
 * @param {string} [text]
 */
function element(name, text) {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  return made
}

/**
 * @param {string} text
 * @param {string} [label]
 */
function code(text, label) {
  const block = element('pre')
  block.append(element('code', text))
  block.tabIndex = 0
  block.setAttribute('role', 'region')
  block.setAttribute('aria-label', label ?? WORDS.answer ?? '')
  return block
}

/** @param {Response} answer */
async function shown(answer) {
  const type = answer.headers.get('content-type') ?? ''
  const headers = element('details')
  const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  headers.append(element('summary', WORDS.headers), code(lines, WORDS.headers))
  const parts = [headers]
  if (!TEXT.test(type)) {
    await answer.body?.cancel()
    return [...parts, element('p', WORDS.file)]
  }
  const { text, cut } = await beginning(answer)
  parts.push(code(/json/.test(type) && !/ndjson/.test(type) ? indented(text) : text))
  return cut ? [...parts, element('p', WORDS.cut)] : parts
}

/** @param {HTMLFormElement} form */
function prepare(form) {
  const result = element('div')
  const state = element('p')
  const content = element('div')
  const link = document.createElement('a')
  link.hidden = true
  link.href = form.action
  form.querySelector('.buttons')?.append(' ', link)
  result.className = 'result'
  state.setAttribute('role', 'status')
  result.hidden = true
  result.append(state, content)
  form.append(result)
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('button'))) button.hidden = false
  form.addEventListener('reset', () => {
    result.hidden = true
    link.hidden = true
  })
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const { address, init } = asked(form)
    link.href = address
    link.textContent = address
    link.hidden = init.method === 'POST'
    result.hidden = false
    state.textContent = WORDS.loading ?? ''
    content.replaceChildren()
    try {
      const answer = await fetch(address, init)
      const parts = await shown(answer)
      state.textContent = `${answer.status} ${answer.statusText} · ${answer.headers.get('content-type')}`
      content.replaceChildren(...parts)
      result.scrollIntoView({ block: 'nearest' })
    } catch {
      state.textContent = WORDS.failed ?? ''
    }
  })
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form.try'))) prepare(form)
