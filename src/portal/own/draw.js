// Draws the blocks that a page brings of its own, each so that it cannot harm the others: whatever
// its element throws, and whether there is one at all, is that block's alone.

import { find } from './registry.js'

// How long an element may be on its way before readers are told that it is missing.
const PATIENCE_MS = 3000

const drawn = new WeakMap()

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
const nearest = (texts, locale) => texts[locale] ?? texts[locale.split('-')[0]] ?? texts.en ?? Object.values(texts)[0]
// The rules of the contract's `address.rs`: whoever draws a document checks it again.
const isPath = (address) => /^\/(?!\/)[^\s\\]*$/.test(address)
const isMedia = (address) => isPath(address) || /^https:\/\/[^\s\\]+$/i.test(address)
const isLink = (address) => isMedia(address) || /^(mailto|tel):[^\s\\]+$/i.test(address) || /^#[a-z][a-z0-9-]*$/i.test(address)
const colour = (token) => {
  const name = `--palier-${String(token).replaceAll('.', '-')}`
  return `light-dark(var(${name}), var(${name}-dark, var(${name})))`
}

/** What an element gets for a prop: texts in the reader's language, addresses that may be used. */
function given({ kind, of, ...prop }, value, locale) {
  value ??= prop.default
  if (value == null) return undefined
  switch (kind) {
    case 'text':
    case 'rich-text':
      return typeof value === 'object' ? nearest(value, locale) : value
    case 'image':
      return isMedia(value) ? value : undefined
    case 'link':
      return isLink(value) ? value : undefined
    case 'color':
      return /^color\.[\w.-]+$/.test(value) ? colour(value) : undefined
    case 'list':
      return Array.isArray(value) ? value.map((item) => fields(of, item, locale)) : []
    case 'group':
      return fields(of, value, locale)
    default:
      return value
  }
}

const fields = (of, value, locale) => Object.fromEntries(of.map((prop) => [camel(prop.name), given(prop, value?.[prop.name], locale)]))

/** Sets what is not set yet, or holds something else than before. */
function assign({ block, element, locale, values, said }) {
  for (const prop of block.props) {
    const now = JSON.stringify(values[prop.name])
    if (said.has(prop.name) && said.get(prop.name) === now) continue
    said.set(prop.name, now)
    element[camel(prop.name)] = given(prop, values[prop.name], locale)
  }
}

/** Runs `act`; gives what it threw, or what browsers reported of elements meanwhile; undefined when all went well. */
export function caught(act) {
  let cause
  const heard = (event) => {
    event.preventDefault()
    cause ??= event.error ?? event.message
  }
  addEventListener('error', heard, true)
  try {
    act()
  } catch (error) {
    cause ??= error
  } finally {
    removeEventListener('error', heard, true)
  }
  return cause
}

/** Runs `act`; what it throws is told of. */
function guarded(own, act) {
  const cause = caught(act)
  if (cause !== undefined) fail(own, 'threw', cause)
  return cause === undefined
}

function fail(own, why, cause) {
  const { type, element } = own.block
  console.error(`palier: block "${type}", <${element}>: ${why === 'threw' ? 'it threw.' : 'the element is not defined.'}`, ...(cause === undefined ? [] : [cause]))
  own.place.append(...own.slots.filter((slot) => slot.parentNode !== own.place))
  own.element?.remove()
  own.element = null
  own.tell(why, String(cause ?? element))
}

/** Makes the element and puts it on the page. */
function make(own) {
  const { block, place } = own
  const done = guarded(own, () => {
    own.said = new Map()
    own.element = new (customElements.get(block.element))()
    own.element.lang = own.locale
    assign(own)
    place.append(own.element)
  })
  if (!done) return
  own.tell('', '')
  // Only now, so that what is inside is not blamed on this one.
  own.element.append(...own.slots)
}

/**
 * Draws the block of a type into `place`, whose `.pg-slot`s are its slots. `tell(why, detail)`
 * hears `undefined` or `threw` when it cannot be drawn, and '' once it is. Returns a function
 * that ends it.
 */
export function draw(place, type, locale, values, tell) {
  const block = find(type)
  const own = { place, block, locale, tell, values: JSON.parse(values), said: new Map(), element: null, slots: [...place.querySelectorAll(':scope > .pg-slot')], gone: false }
  drawn.set(place, own)
  const start = () => own.gone || own.element || make(own)
  let patience
  if (!customElements.get(block.element)) {
    customElements.whenDefined(block.element).then(start, () => {})
    patience = setTimeout(() => own.gone || own.element || customElements.get(block.element) || fail(own, 'undefined'), PATIENCE_MS)
  } else if (place.isConnected) start()
  // A cell of the canvas is put on the page right after it was drawn.
  else queueMicrotask(start)
  return () => {
    own.gone = true
    clearTimeout(patience)
  }
}

/** Gives the block in `place` other values; one that threw is tried again. */
export function give(place, values) {
  const own = drawn.get(place)
  if (!own || own.gone) return
  own.values = JSON.parse(values)
  if (own.element) guarded(own, () => assign(own))
  else if (customElements.get(own.block.element)) make(own)
}
