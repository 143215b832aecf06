// Builds and changes elements for the Rust side, many at a time: crossing from WASM costs more
// than the work. Nothing here parses HTML, so pages that require Trusted Types are fine.

const SVG = 'http://www.w3.org/2000/svg'
// What blocks share has a name for `::part()` by its class, besides those that a block gives it: nobody
// who draws one more button has to think of it.
const PARTS = {
  'pl-block': 'base',
  'pl-head': 'header',
  'pl-title': 'heading',
  'pl-button': 'button',
  'pl-primary': 'button-primary',
  'pl-quiet': 'button-quiet',
  'pl-icon-button': 'button-icon',
  'pl-input': 'field',
  'pl-field': 'field-label',
  'pl-error-text': 'field-error',
  'pl-select': 'select',
  'pl-segments': 'segments',
  'pl-segment': 'segment',
  'pl-chip': 'chip',
  'pl-bar': 'progress',
  'pl-bar-fill': 'progress-fill',
  'pl-picture': 'image',
  'pl-rich': 'rich-text',
  'pl-rich-heading': 'subheading',
  'pl-notice': 'notice',
  'pl-state': 'state',
  'pl-state-icon': 'state-icon',
  'pl-state-title': 'state-title',
  'pl-state-text': 'state-text',
  'pl-bone': 'skeleton',
  'pl-dialog': 'dialog',
  'pl-dialog-body': 'dialog-body',
  'pl-dialog-close': 'dialog-close',
  'pl-headline': 'dialog-title',
  'pg-section': 'section',
  'pg-tab': 'tab',
}

/** Builds what `code` spells into `into`; returns the nodes it marks, in order. */
function build(code, into) {
  const marks = []
  const stack = []
  let top = into
  const parts = code.split(/([\x01-\x07])/)
  for (let i = 1; i < parts.length; i += 2) {
    const text = parts[i + 1]
    switch (parts[i].charCodeAt(0)) {
      case 1: {
        const child =
          text === 'svg' || top.namespaceURI === SVG ? document.createElementNS(SVG, text) : document.createElement(text)
        top.append(child)
        stack.push(top)
        top = child
        break
      }
      case 2: {
        const at = text.indexOf('\x1f')
        const [name, value] = [text.slice(0, at), text.slice(at + 1)]
        if (name === 'part') top.part.add(...value.split(' '))
        else if (!styled(top, name, value)) top.setAttribute(name, value)
        if (name === 'class') for (const one of value.split(' ')) if (PARTS[one]) top.part.add(PARTS[one])
        break
      }
      case 3:
        top.append(text)
        break
      case 4:
        top = stack.pop()
        break
      case 5:
        marks.push(top)
        break
      case 6: {
        const end = document.createComment('')
        end.start = document.createComment('')
        top.append(end.start, end)
        marks.push(end)
        break
      }
      case 7: {
        const node = document.createTextNode('')
        top.append(node)
        marks.push(node)
      }
    }
  }
  return marks
}

/** Builds `code` at the end of `parent`. */
export function append(parent, code) {
  const fragment = document.createDocumentFragment()
  const marks = build(code, fragment)
  parent.append(fragment)
  return marks
}

// What is being taken out of the page: its listeners have ended, and yet it is told that it loses the focus.
let leaving

/** Replaces what stands before the anchor `marks[at]` by what `code` spells. */
export function fill(marks, at, code) {
  const end = marks[at]
  while ((leaving = end.previousSibling) !== end.start) leaving.remove()
  leaving = null
  const fragment = document.createDocumentFragment()
  const made = build(code, fragment)
  end.before(fragment)
  return made
}

/** As `fill`, for children with `data-key`: equal ones stay, moved ones glide if `animate`. */
export function patch(marks, place, code, animate) {
  const end = marks[place]
  const old = new Map()
  for (let node = end.start.nextSibling; node !== end; node = node.nextSibling) old.set(node.dataset.key, node)
  const glide = animate && old.size && !matchMedia('(prefers-reduced-motion: reduce)').matches
  const tops = glide && new Map([...old].map(([key, node]) => [key, node.getBoundingClientRect().top]))
  const fragment = document.createDocumentFragment()
  const bound = build(code, fragment)
  let at = end.start
  for (const made of [...fragment.childNodes]) {
    const kept = old.get(made.dataset.key)
    const node = kept?.isEqualNode(made) ? kept : made
    old.delete(made.dataset.key)
    // In its place, so that those after it need not move; and the focus stays in its place too.
    const held = kept !== node && kept?.querySelector(':focus')
    if (kept !== node) kept?.replaceWith(node)
    if (held) node.querySelector(held.localName)?.focus()
    if (at.nextSibling !== node) at.after(node)
    at = node
  }
  // What is left stands behind, also where a backend sent one key twice.
  while (at.nextSibling !== end) at.nextSibling.remove()
  if (glide) requestAnimationFrame(() => play(end, tops))
  return bound
}

function play(end, tops) {
  for (let node = end.start.nextSibling; node && node !== end; node = node.nextSibling) {
    const moved = tops.get(node.dataset.key) - node.getBoundingClientRect().top
    if (Math.abs(moved) >= 1) {
      node.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], {
        duration: 320,
        easing: 'cubic-bezier(.2,.7,.2,1)',
      })
    }
  }
}

/** Sets the text of a text node. The same text is no change: it would be laid out again. */
export function text(marks, at, value) {
  if (marks[at].data !== value) marks[at].data = value
}

/** Sets a style property, if `name` is one's. */
function styled(node, name, value) {
  const is = name.startsWith('--') || name.startsWith('style:')
  if (is) node.style.setProperty(name.replace('style:', ''), value ?? '')
  return is
}

/** Sets attributes and texts of fresh nodes; `note` in `build.rs` tells how they are written. */
export function atFirst(marks, values) {
  for (const one of values.split('\x01').slice(1)) {
    const [at, name, value] = one.split('\x02')
    if (name) attribute(marks, at, name, value)
    else text(marks, at, value)
  }
}

/** Sets an attribute; undefined removes it. `--x` is a custom property, `.x` a property. */
export function attribute(marks, at, name, value) {
  const node = marks[at]
  if (name[0] === '.') {
    const wanted = value ?? ''
    if (typeof node[name.slice(1)] === 'boolean') node[name.slice(1)] = wanted === 'true'
    else if (node[name.slice(1)] !== wanted) node[name.slice(1)] = wanted
  } else if (styled(node, name, value)) return
  else if (value === undefined) node.removeAttribute(name)
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value)
}

/**
 * Adds a listener, which ends with its element: what a picture still loads after that is told to
 * nobody. Errors of pictures do not bubble: they are heard on their way down.
 */
export function listen(marks, at, name, callback) {
  marks[at].addEventListener(
    name,
    (event) => event.currentTarget.isConnected && !leaving?.contains(event.currentTarget) && callback(event),
    name === 'error',
  )
}

/** Removes all children. */
export function empty(node) {
  leaving = node
  node.replaceChildren()
  leaving = null
}

/** The key of the keyed child that an event started in. */
export function keyOf(event) {
  return event.target.closest?.('[data-key]')?.dataset.key
}

/** The nearest ancestor of where an event started that `selector` finds. */
export const closest = (event, selector) => event.target.closest?.(selector) ?? undefined

/** The value of the control that an event started from; `true` or `false` for a checkbox. */
export function valueOf(event) {
  const control = event.target
  return control.type === 'checkbox' ? String(control.checked) : control.value
}

/** Opens or closes a modal dialog. */
export function show(dialog, open) {
  if (open && !dialog.open && dialog.isConnected) {
    dialog.showModal()
    hold(dialog)
  } else if (!open && dialog.open) dialog.close()
}

/** The page behind a dialog stays where it is while the backdrop is turned or wiped. */
function hold(dialog) {
  const ended = new AbortController()
  const end = () => (dialog.open && dialog.isConnected) || ended.abort()
  const still = (event) => (end(), event.composedPath()[0] === dialog && event.preventDefault())
  for (const kind of ['wheel', 'touchmove']) document.addEventListener(kind, still, { passive: false, signal: ended.signal })
  // The browser tells it later: the dialog may have been opened again by then.
  dialog.addEventListener('close', end, { signal: ended.signal })
}

/** Focuses an element, making it focusable by script if need be. */
export function focus(node) {
  if (node.tabIndex < 0) node.tabIndex = -1
  node.focus()
}
