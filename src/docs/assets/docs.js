// @ts-check
/** Shows the OpenAPI document that the page names in Swagger UI. The other language is a link to the same place in it. */

const { SwaggerUIBundle } = /** @type {any} */ (window)
const description = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="service-desc"]'))

/**
 * Swagger UI fills every field with its example and would ask them all at once, which no row fits: an example of what
 * may be left out is told beside the field instead.
 * @param {{ components: { parameters: Record<string, { required?: boolean, example?: unknown, description: string }> } }} spec
 */
function withoutFilling(spec) {
  const word = document.body.dataset.example
  const parameters = Object.entries(spec.components.parameters).map(([name, parameter]) => {
    const { example, ...rest } = parameter
    if (parameter.required || example === undefined) return [name, parameter]
    return [name, { ...rest, description: `${rest.description}\n\n${word} \`${example}\`` }]
  })
  return { ...spec, components: { ...spec.components, parameters: Object.fromEntries(parameters) } }
}

/** @param {(spec: any) => unknown} update */
const filling = update => (/** @type {any} */ spec) => update(spec.components ? withoutFilling(spec) : spec)

SwaggerUIBundle({
  url: description.href,
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  filter: true,
  validatorUrl: null,
  plugins: [{ statePlugins: { spec: { wrapActions: { updateJsonSpec: filling } } } }]
})

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('header a[hreflang]'))) {
  link.addEventListener('click', () => {
    link.hash = location.hash
  })
}
