// A field over a text on the canvas: finds where the text stands, and looks the same.

import { edit } from '../rich/rich.js'

const bare = (text) => text.replace(/\s+/g, '')

/** Elements of a block in which nothing but `text` stands, the innermost first. */
function places(cell, text) {
  const wanted = bare(text)
  const own = [...cell.querySelectorAll('*')].filter((element) => element.closest('[data-node]') === cell)
  return own.filter((element) => bare(element.textContent) === wanted).reverse()
}

const holds = (box, [x, y]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

/** The first of `texts` that is seen, or the one at a point: [index, element]; [] for none. */
export function find(cell, texts, point) {
  for (const [index, text] of texts.entries()) {
    for (const element of places(cell, text)) {
      const box = element.getBoundingClientRect()
      if (box.width && box.height && (!point || holds(box, point))) return [index, element]
    }
  }
  return []
}

/** A layer over the canvas, for the field. */
export function layer() {
  const made = document.createElement('div')
  made.className = 'ds-inline-layer'
  made.dataset.grip = 'text'
  document.querySelector('[data-page]').append(made)
  return made
}

const LETTERS = ['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing', 'textAlign', 'textTransform', 'color', 'direction']

/** Lays `field` over `place`, in its letters. */
export function lay(field, place) {
  const box = place.getBoundingClientRect()
  const page = field.closest('[data-page]').getBoundingClientRect()
  const style = getComputedStyle(place)
  for (const name of LETTERS) field.style[name] = style[name]
  field.style.left = `${box.left - page.left}px`
  field.style.top = `${box.top - page.top}px`
  field.style.minWidth = `${box.width}px`
  field.style.minHeight = `${box.height}px`
  if (style.display !== 'inline') field.style.maxWidth = `${Math.max(box.width, 160)}px`
}

/** Begins editing; `ended` gets what was written, or undefined when it was given up. */
export function begin(field, place, rich, ended) {
  const text = rich ? field.querySelector('[data-rich-text]') : field
  let written
  let over = false
  if (rich) {
    edit(field, (tree) => (written = tree))
    field.style.color = ''
  } else {
    place.style.visibility = 'hidden'
    // One line of plain text: no formats, no lines, nothing pasted but words.
    field.addEventListener('beforeinput', (event) => {
      if (/^(format|insertParagraph|insertLineBreak|insertFromDrop)/.test(event.inputType)) event.preventDefault()
    })
    // What stands below makes room.
    field.addEventListener('input', () => (place.style.minBlockSize = `${field.offsetHeight}px`))
    field.addEventListener('paste', (event) => {
      event.preventDefault()
      event.stopPropagation()
      document.execCommand('insertText', false, event.clipboardData.getData('text/plain').replace(/\s+/g, ' '))
    })
  }
  const end = (keep) => {
    if (over) return
    over = true
    place.style.visibility = place.style.minBlockSize = ''
    // A browser keeps a blank at the end as one that does not break.
    if (!rich) written = field.textContent.replace(/[\s\u00a0]+/g, ' ').trim()
    ended(keep ? written : undefined)
  }
  field.addEventListener('dblclick', (event) => event.stopPropagation())
  field.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.isComposing || event.defaultPrevented) return
    if (event.key === 'Escape') {
      event.preventDefault()
      end(false)
    } else if (event.key === 'Enter' && (!rich || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      end(true)
    }
  })
  field.addEventListener('focusout', (event) => {
    if (!field.contains(event.relatedTarget)) end(true)
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
