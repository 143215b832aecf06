// The blocks that a page brings of its own. The loader, the portal's page and the designer's page
// each have a way in; all lead to one list, so that it does not matter who comes first.

const KEY = Symbol.for('palier.blocks@1')
const KINDS = ['text', 'rich-text', 'image', 'link', 'anchor', 'boolean', 'color', 'space', 'number', 'choice', 'reference', 'list', 'group']

// What was handed over, block by block; the loader makes the same list.
const handed = (globalThis[KEY] ??= [])
// Kept with it: after a failure browsers are given this script under another address.
const known = (handed.known ??= new Map())
const waiting = new Map()
let hear = null

const isName = (name) => typeof name === 'string' && /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)

/** What keeps a block from being drawn; nothing when it can be. */
function fault(block) {
  if (typeof block !== 'object' || !block) return 'expected an object'
  if (!isName(block.type)) return 'type: expected lower-case letters, digits and hyphens, with one hyphen at least'
  if (known.has(block.type)) return `type: ${JSON.stringify(block.type)} is registered already; the first one stays`
  if (!isName(block.element ?? block.type)) return 'element: expected the name of a custom element'
  if (!Array.isArray(block.props ?? [])) return 'props: expected a list'
  const wrong = (block.props ?? []).findIndex((prop) => typeof prop?.name !== 'string' || !KINDS.includes(prop.kind))
  return wrong < 0 ? '' : `props[${wrong}]: expected a name and a kind, one of ${KINDS.join(', ')}`
}

function plain(block) {
  try {
    return JSON.stringify(block)
  } catch {
    return '"something that is no JSON"'
  }
}

/** Takes a block over; what is wrong with it is told to developers, and the others stay. */
function add(block, where) {
  const wrong = fault(block) || hear?.(plain(block))
  if (wrong) return console.error(`palier: ${where}: ${wrong}`)
  known.set(block.type, { ...block, element: block.element ?? block.type, props: block.props ?? [] })
  for (const tell of waiting.get(block.type) ?? []) tell()
  waiting.delete(block.type)
}

const called = (block) => `registerBlock(${JSON.stringify(block?.type) ?? ''})`

/**
 * Takes over what the page has registered, and what it will. `name` is the page's global with
 * `blocks`, which gets a function `register`; `check` is given each declaration as JSON and says
 * what is wrong with it.
 */
export function begin(name, check) {
  hear = check ?? null
  for (const block of handed.splice(0)) add(block, called(block))
  handed.push = (block) => add(block, called(block))
  if (!name) return
  const page = (globalThis[name] ??= {})
  if (!Array.isArray(page.blocks ?? [])) console.error(`palier: ${name}.blocks: expected a list`)
  else (page.blocks ?? []).forEach((block, index) => add(block, `${name}.blocks[${index}]`))
  page.register = (block) => add(block, `${name}.register(${JSON.stringify(block?.type) ?? ''})`)
}

/** The block of a type; undefined when the page has none. */
export const find = (type) => known.get(type)

/** Calls `tell` once the page registers a block of a type; returns a function that ends it. */
export function whenKnown(type, tell) {
  if (!waiting.has(type)) waiting.set(type, new Set())
  waiting.get(type).add(tell)
  return () => waiting.get(type)?.delete(tell)
}

/** Whether the page has a block of a type. */
export const has = (type) => known.has(type)
