// @ts-check
/**
 * Shows the OpenAPI document that the page names in Swagger UI, one group of addresses at a time: the whole of it keeps
 * Swagger UI busy for many seconds. The other language is a link to the same place in it.
 */

/** @typedef {{ required?: boolean, example?: unknown, description: string }} Parameter */
/** @typedef {{ name: string, description: string }} Tag */
/** @typedef {Record<string, Record<string, any>>} Components */
/** @typedef {{ tags: Tag[], paths: Record<string, Record<string, { tags?: string[] }>>, components: Components }} Document */

const { SwaggerUIBundle } = /** @type {any} */ (window)
const description = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="service-desc"]'))
const groups = /** @type {HTMLElement} */ (document.querySelector('nav'))

/**
 * The document with the addresses of one group, and the components that these lead to.
 * @param {Document} whole
 * @param {string} tag
 * @returns {Document}
 */
function groupOf(whole, tag) {
  const paths = Object.entries(whole.paths).filter(([, path]) =>
    Object.values(path).some(({ tags }) => tags?.includes(tag))
  )
  /** @type {Components} */
  const components = {}
  /** @param {unknown} node */
  const take = node => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key !== '$ref' || typeof value !== 'string') {
        take(value)
        continue
      }
      const [, , kind = '', name = ''] = value.split('/')
      components[kind] ??= {}
      const known = components[kind]
      if (name in known) continue
      known[name] = whole.components[kind]?.[name]
      take(known[name])
    }
  }
  take(paths)
  return { ...whole, tags: whole.tags.filter(({ name }) => name === tag), paths: Object.fromEntries(paths), components }
}

/**
 * Swagger UI fills every field with its example and would ask them all at once, which no row fits: an example of what
 * may be left out is told beside the field instead.
 * @param {Document} spec
 * @returns {Document}
 */
function withoutFilling(spec) {
  const word = document.body.dataset.example
  const parameters = Object.entries(spec.components.parameters ?? {}).map(([name, parameter]) => {
    const { example, ...rest } = /** @type {Parameter} */ (parameter)
    if (parameter.required || example === undefined) return [name, parameter]
    return [name, { ...rest, description: `${rest.description}\n\n${word} \`${example}\`` }]
  })
  return { ...spec, components: { ...spec.components, parameters: Object.fromEntries(parameters) } }
}

/** @param {Document} whole */
function start(whole) {
  const names = whole.tags.map(({ name }) => name)
  let shown = ''
  const show = () => {
    const asked = decodeURIComponent(location.hash.split('/')[1] ?? '')
    const tag = names.includes(asked) ? asked : /** @type {string} */ (names[0])
    if (tag === shown) return
    shown = tag
    for (const link of groups.querySelectorAll('a')) {
      if (link.hash === `#/${tag}`) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    SwaggerUIBundle({
      spec: withoutFilling(groupOf(whole, tag)),
      dom_id: '#swagger-ui',
      deepLinking: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      tryItOutEnabled: true,
      validatorUrl: null
    })
  }
  groups.replaceChildren(
    ...whole.tags.map(({ name, description }) => {
      const link = document.createElement('a')
      link.href = `#/${name}`
      link.title = description
      link.textContent = name
      return link
    })
  )
  addEventListener('hashchange', show)
  show()
}

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('header a[hreflang]'))) {
  link.addEventListener('click', () => {
    link.hash = location.hash
  })
}

const answer = await fetch(description.href).catch(() => undefined)
if (answer?.ok) start(await answer.json())
else groups.textContent = document.body.dataset.failed ?? ''
