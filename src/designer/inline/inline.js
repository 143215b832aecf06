// A field over a text on the canvas: finds where the text stands, and looks the same.

import { edit } from '../rich/rich.js'
import { stroke } from '../stroke.js'

const bare = (text) => text.replace(/\s+/g, '')

// What the canvas shows where nothing is written: see `canvas.css`.
const EMPTY = ':is(.pg-prose, .pg-title, .pg-aligned, .pg-hero-text):empty'

/** Elements of a block in which nothing but `text` stands, the innermost first. */
function places(cell, text) {
  const wanted = bare(text)
  const own = [...cell.querySelectorAll(wanted ? '*' : EMPTY)].filter((element) => element.closest('[data-node]') === cell)
  return own.filter((element) => bare(element.textContent) === wanted).reverse()
}

/** The innermost of such elements, in the order of the page. */
const innermost = (all) => all.filter((element) => !all.some((other) => other !== element && element.contains(other))).reverse()

const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0

const holds = (box, [x, y]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

/**
 * The first of `texts` that is seen, or the one at a point: [index, element]; [] for none. Where
 * several are the same words, the first of them stands first on the page.
 */
export function find(cell, texts, point) {
  const alike = Map.groupBy(texts.keys(), (index) => bare(texts[index]))
  for (const [index, text] of texts.entries()) {
    const same = alike.get(bare(text))
    const seen = innermost(places(cell, text)).filter(isSeen)
    const own = seen.filter((_, at) => same[Math.min(at, same.length - 1)] === index)
    const element = own.find((element) => !point || holds(element.getBoundingClientRect(), point))
    if (element) return [index, element]
  }
  return []
}

/** Whether a text is being written. */
export const isOpen = () => document.querySelector('.ds-inline-layer') !== null

/** A layer over the canvas, for the field. */
export function layer() {
  const made = document.createElement('div')
  made.className = 'ds-inline-layer'
  made.dataset.grip = 'text'
  document.querySelector('[data-page]').append(made)
  return made
}

const LETTERS = ['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing', 'textAlign', 'textTransform', 'color', 'direction']

/** The nearest box with a width of its own around an element. */
const blockOf = (element) => (element && getComputedStyle(element).display === 'inline' ? blockOf(element.parentElement) : element)

/** How much room the tools of a rich text need above it. Unit: CSS px. */
const TOOLS = matchMedia('(pointer: coarse)').matches ? 60 : 44

const SIDES = ['Top', 'Right', 'Bottom', 'Left']

/** Gives `field` the room around the words that `place` has. */
function pad(field, place, style) {
  for (const side of SIDES) field.style[`padding${side}`] = `${parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`])}px`
  // A row, as a button is one, has its words in the middle.
  if (!/flex|grid/.test(style.display)) return
  field.style.alignContent = style.alignItems
  if (style.justifyContent === 'center') field.style.textAlign = 'center'
}

/** Lays `field` over `place`, in its letters. */
export function lay(field, place, rich) {
  const from = rich ? blockOf(place) : place
  const box = from.getBoundingClientRect()
  const paper = field.closest('[data-page]')
  const page = paper.getBoundingClientRect()
  // Of its exact width: the field's text would wrap elsewhere for half a pixel.
  const scale = page.width / paper.firstElementChild.offsetWidth
  const style = getComputedStyle(place)
  for (const name of LETTERS) field.style[name] = style[name]
  field.style.left = `${box.left - page.left}px`
  field.style.top = `${box.top - page.top}px`
  if (rich) {
    field.style.inlineSize = `${box.width / scale}px`
    field.toggleAttribute('data-below', box.top - page.top < TOOLS)
    return
  }
  pad(field, place, style)
  field.style.minWidth = `${box.width / scale}px`
  field.style.minHeight = `${box.height / scale}px`
  const cell = place.closest('[data-node]').getBoundingClientRect()
  const room = style.direction === 'rtl' ? box.right - cell.left : cell.right - box.left
  if (style.display !== 'inline') field.style.maxWidth = `${Math.max(box.width, room) / scale}px`
}

/** Where the text of a field stands now: an edit draws its block anew. */
function again(cell, field, text) {
  const { left, top } = field.getBoundingClientRect()
  const far = (element) => {
    const box = element.getBoundingClientRect()
    return Math.abs(box.left - left) + Math.abs(box.top - top)
  }
  return places(cell, text.textContent).sort((a, b) => far(a) - far(b))[0]
}

/**
 * Begins editing; `changed` gets what is written with each stroke, `ended` is told of the end, and
 * whether it came by key: otherwise the focus is somewhere else already.
 */
export function begin(field, place, rich, changed, ended) {
  const text = rich ? field.querySelector('[data-rich-text]') : field
  const cell = place.closest('[data-node]')
  const frame = document.querySelector('[data-main]')
  let over = false
  // The words that stand there are not seen below the field, and what is below it makes room. What
  // the words stand on is seen: a button remains one.
  const hides = rich ? 'visibility' : 'webkitTextFillColor'
  const cover = () => {
    place.style[hides] = rich ? 'hidden' : 'transparent'
    place.style.minBlockSize = `${text.offsetHeight}px`
  }
  const uncover = () => (place.style[hides] = place.style.minBlockSize = '')
  const follow = (written) => {
    uncover()
    changed(written)
    const found = again(cell, field, text)
    place = found ?? place
    if (found) lay(field, place, rich)
    cover()
  }
  // A browser keeps a blank at the end as one that does not break.
  const words = () => field.textContent.replace(/[\s\u00a0]+/g, ' ').trim()
  if (rich) edit(field, follow)
  else {
    // One line of plain text: no formats, no lines, nothing pasted but words.
    field.addEventListener('beforeinput', (event) => {
      if (/^(format|insertParagraph|insertLineBreak|insertFromDrop)/.test(event.inputType)) event.preventDefault()
    })
    field.addEventListener('input', () => follow(words()))
    field.addEventListener('paste', (event) => {
      event.preventDefault()
      event.stopPropagation()
      document.execCommand('insertText', false, event.clipboardData.getData('text/plain').replace(/\s+/g, ' '))
    })
  }
  cover()
  // Said by an attribute of the frame: a selector that looks for the field, or from the page, would
  // have every block styled anew.
  frame.toggleAttribute('data-writing', true)
  const end = (byKey) => {
    if (over) return
    over = true
    uncover()
    frame.removeAttribute('data-writing')
    ended(byKey)
  }
  field.addEventListener('dblclick', (event) => event.stopPropagation())
  field.addEventListener('keydown', (event) => {
    // The list of commands opens from here too.
    if (stroke(event) === 'Mod+K') return end(true)
    event.stopPropagation()
    if (event.isComposing || event.defaultPrevented) return
    const done = event.key === 'Enter' && (!rich || event.ctrlKey || event.metaKey)
    if (event.key !== 'Escape' && !done) return
    event.preventDefault()
    end(true)
  })
  field.addEventListener('focusout', (event) => {
    if (!field.contains(event.relatedTarget)) end(false)
  })
  text.focus()
  const range = document.createRange()
  range.selectNodeContents(text)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}

/** After a click on the canvas, which is inert, the keys belong to the selected block. */
export function keepFocus() {
  if (document.activeElement === document.body) document.querySelector('[data-focus]')?.focus({ preventScroll: true })
}
