// The demo's replies as a smaller programme would give them: a backend of its own need not have two
// boards, nor anything that the contract leaves to it.
import { readFileSync } from 'node:fs'

const { paths, components } = JSON.parse(readFileSync(new URL('../../../crates/contract/openapi.json', import.meta.url), 'utf8'))
const ROUTES = Object.entries(paths)
  .filter(([, { get }]) => get)
  .map(([path, { get }]) => [new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), get.responses[200].content['application/json']?.schema])
// What the page asks for by name, and what makes a block one that is offered.
const KEPT = ['operations', 'blocks', 'locales']

function cut(value, schema, how, name = '') {
  const known = schema?.$ref ? components.schemas[schema.$ref.split('/').pop()] : schema
  if (Array.isArray(value)) {
    const rows = how.first && !KEPT.includes(name) ? value.slice(0, 1) : value
    return rows.map((row) => cut(row, known?.items, how))
  }
  if (!known?.properties || !value || typeof value !== 'object') return value
  const fields = Object.entries(value).filter(([key]) => !how.bare || known.required?.includes(key))
  return Object.fromEntries(fields.map(([key, field]) => [key, cut(field, known.properties[key], how, key)]))
}

/** What is left of a programme: one of each thing, only what is required, or both. */
export const WAYS = {
  'one of each': { first: true },
  'only what is required': { bare: true },
  'one of each, with only what is required': { first: true, bare: true },
}

/** Answers `page` with the replies of the demo, made smaller in one of the `WAYS`. Who reads stays who they are. */
export async function small(page, how) {
  await page.route('**/v1/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const [, schema] = ROUTES.find(([path]) => path.test(pathname)) ?? []
    if (!schema || pathname === '/v1/me' || route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    if (response.status() !== 200) return route.fulfill({ response })
    return route.fulfill({ response, json: cut(await response.json(), schema, how) })
  })
}
