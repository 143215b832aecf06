// What the desk needs of the page: focus, keys and the clipboard.

import { stroke } from '../stroke.js'
import { copy as write } from '../window.js'

/** Focuses the selected block, or the page when nothing is selected. */
export function focusCanvas() {
  document.querySelector('[data-focus]')?.focus()
}

/**
 * Gives the focus to the selected block, or to the page, whenever it would be lost: what had it is
 * gone after an edit, an undo, a dialog or a menu, or a press hit nothing that takes it.
 */
export function keepFocus(desk) {
  let waiting = 0
  // Whoever has just opened the page has not asked where the focus is.
  const page = () => document.querySelector('[data-focus]')
  const opened = new AbortController()
  for (const kind of ['keydown', 'pointerdown']) {
    addEventListener(kind, () => (page()?.removeAttribute('data-quiet'), opened.abort()), { capture: true, signal: opened.signal })
  }
  const check = () => {
    // Two frames: what an edit draws anew is there by then.
    cancelAnimationFrame(waiting)
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(() => {
        const active = document.activeElement
        if (active && active !== document.body && active.isConnected) return
        if (document.querySelector('dialog[open]')) return
        page()?.toggleAttribute('data-quiet', !opened.signal.aborted)
        page()?.focus({ preventScroll: true })
      })
    })
  }
  document.addEventListener('focusout', (event) => event.relatedTarget || check())
  desk.addEventListener('pointerup', check)
  // An element that is taken out of the page loses the focus without an event.
  new MutationObserver(() => document.activeElement === document.body && check()).observe(desk, { childList: true, subtree: true })
}

/** Whether panels lie over the page: `shell.css` says from which width on. */
export function isNarrow() {
  return matchMedia('(width < 64rem)').matches
}

/** Whether a key leaves the drawers that lie over the page: no dialog, menu or field has taken it. */
export function leavesDrawer(event) {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !isNarrow()) return false
  return !event.target.closest('[data-view], dialog') && !document.querySelector('[popover]:popover-open')
}

/** Whether the bar above the canvas has a choice of that name. */
export function hasChoice(name) {
  return Boolean(choice(name))
}

/** Focuses that choice. */
export function focusChoice(name) {
  choice(name)?.focus()
}

const choice = (name) => document.querySelector(`[data-preview-bar] [data-${name}]`)

const AREAS = ['[data-bar]', 'nav[data-side]', '.left.ds-panel', '[data-preview-bar]', '[data-view]', '[data-properties]', 'footer']
const TABBABLE = ':is(button, a[href], input, select, textarea, [tabindex="0"]):not([tabindex="-1"], :disabled)'

/** Focuses what comes first in the next area of the desk, or in the one before. */
export function nextArea(back) {
  const areas = AREAS.map((area) => document.querySelector(area)).filter((area) => area?.checkVisibility())
  const at = areas.findIndex((area) => area.contains(document.activeElement))
  const next = areas.at((Math.max(at, back ? 0 : -1) + (back ? -1 : 1)) % areas.length)
  if (next.matches('[data-view]')) return focusCanvas()
  const first = [...next.querySelectorAll(TABBABLE)].find((control) => control.checkVisibility({ visibilityProperty: true }))
  first?.focus()
}

/** Focuses the button of a panel. */
export function focusRail(name) {
  document.querySelector(`[data-opens-panel="${name}"]`)?.focus()
}

/** The scroller of the canvas. */
export function view(desk) {
  return desk.querySelector('[data-view]')
}

const TYPES = 'input, textarea, select, [contenteditable]'

// What lies over the desk: its keys are not the desk's.
const isCovered = () => document.querySelector('dialog[open], [popover]:popover-open')

// What is tried out on the canvas opens dialogs of its own, in its shadow root. One that has just closed may
// have the focus for a moment, and the next key already.
const isInDialog = (event) => event.composedPath().some((node) => node.localName === 'dialog' && node.open)

// The field of a dialog that has just closed keeps the focus for a moment.
const isGone = (field) => field.closest('dialog:not([open])')

const isTyping = (event) => {
  const field = event.composedPath()[0]?.closest?.(TYPES)
  return field && !isGone(field) ? field : null
}

// Keys without a modifier are about the selected block only where blocks have the keys: on the page
// and in the outline (WCAG 2.2, 2.1.4), and where nothing has them yet.
const BARE = ['Delete', 'Backspace', '/']
const isOnBlocks = ({ target }) => target === document.body || target.closest?.('[data-view], [data-outline], dialog:not([open])')

const withMod = (event) => event.ctrlKey || event.metaKey

// In a field: the list of commands, and undoing where the field has none of its own.
const isForDesk = (event) => stroke(event) === 'Mod+K' || (['z', 'y'].includes(event.key.toLowerCase()) && !isText(event))

/**
 * Calls `pressed` with strokes outside of fields, and `pasted` with text from the clipboard;
 * `pressed` says whether the stroke was taken.
 */
export function hearKeys(desk, pressed, pasted) {
  // Before anybody else hears of it: the browser would save its page, whatever lies over the desk.
  const saves = (event) => withMod(event) && stroke(event) === 'Mod+S'
  document.addEventListener('keydown', (event) => saves(event) && pressed('Mod+S') && event.preventDefault(), true)
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return
    if (event.key === 'F6' && !withMod(event) && !event.altKey && !isCovered()) {
      event.preventDefault()
      return nextArea(event.shiftKey)
    }
    if (isTyping(event) && !(withMod(event) && isForDesk(event))) return
    if (isCovered() || isInDialog(event) || (BARE.includes(event.key) && !isOnBlocks(event))) return
    const name = stroke(event)
    // The events below carry the clipboard, and ask nobody for a permission.
    if (['Mod+C', 'Mod+X', 'Mod+V'].includes(name)) return
    if (name && pressed(name)) event.preventDefault()
  })
  document.addEventListener('copy', (event) => clipboard(event, pressed, 'Mod+C'))
  document.addEventListener('cut', (event) => clipboard(event, pressed, 'Mod+X'))
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain')
    if (isTyping(event) || isCovered() || !text) return
    event.preventDefault()
    pasted(text)
  })
}

// A field's own undo is better than ours while it is being typed in.
const isText = (event) => isTyping(event)?.matches('textarea, [contenteditable], input:not([type=checkbox], [type=range], [type=color])')

let copying = null

function clipboard(event, pressed, name) {
  if (isTyping(event) || isCovered() || String(getSelection())) return
  copying = event
  if (pressed(name)) event.preventDefault()
  copying = null
}

/** Puts text on the clipboard; says whether it is there. */
export async function copy(text) {
  if (!copying) return write(text)
  copying.clipboardData.setData('text/plain', text)
  return true
}

/** Reads the clipboard, where the browser lets a button do that. */
export async function read() {
  return navigator.clipboard?.readText?.().catch(() => null) ?? null
}
