// A field that the hosting page draws: its custom element gets what holds and says what is to hold. If
// it fails, the kind's own field stands in its place.

import { caught } from '../../portal/own/draw.js'

// How long an element may be on its way before the kind's own field is drawn.
const PATIENCE_MS = 3000

const drawn = new WeakMap()

function fail(own, words, ...cause) {
  console.error(`palier: field <${own.name}> of ${own.prop}: ${words}`, ...cause)
  own.gone = true
  own.element?.remove()
  own.tell('failed', '')
}

function guarded(own, act) {
  const cause = caught(act)
  if (cause !== undefined) fail(own, 'it threw.', cause)
}

/** Sets what is other than it was, or than the element said last. */
function assign({ element, given, said }) {
  for (const [name, value] of Object.entries(given)) {
    const now = JSON.stringify(value)
    if (said.get(name) === now) continue
    said.set(name, now)
    element[name] = value
  }
}

function make(own) {
  if (own.gone || own.element || !own.given) return
  guarded(own, () => {
    own.element = new (customElements.get(own.name))()
    own.element.lang = own.given.locale
    assign(own)
    own.element.addEventListener('change', (event) => hear(own, event))
    own.place.append(own.element)
  })
}

function hear(own, event) {
  // Controls within it have events of that name, too.
  if (event.target !== own.element || own.gone) return
  event.stopPropagation()
  let json
  try {
    if (!('value' in event.detail)) throw new TypeError('it has no detail.value')
    json = JSON.stringify(event.detail.value ?? null) ?? 'null'
  } catch (cause) {
    return console.error(`palier: field <${own.name}> of ${own.prop}: its event "change" cannot be read.`, cause)
  }
  own.said.set('value', json)
  own.tell('change', json)
}

/**
 * Draws the field of `prop` into `place` with the element of that name, once it has been given something.
 * `tell(what, json)` hears `change` with a value, and `failed`. Returns a function that ends it.
 */
export function draw(place, name, prop, tell) {
  const own = { place, name, prop, tell, element: null, given: null, said: new Map(), gone: false }
  drawn.set(place, own)
  let patience
  if (!customElements.get(name)) {
    customElements.whenDefined(name).then(() => make(own))
    patience = setTimeout(() => own.gone || own.element || fail(own, `the element is not defined within ${PATIENCE_MS / 1000} seconds.`), PATIENCE_MS)
  }
  return () => {
    own.gone = true
    clearTimeout(patience)
  }
}

/** Gives the element in `place` what holds. */
export function give(place, json) {
  const own = drawn.get(place)
  if (!own || own.gone) return
  own.given = JSON.parse(json)
  if (own.element) guarded(own, () => assign(own))
  else if (customElements.get(own.name)) make(own)
}
