// Pointers and keys over the desk, as plain values; moves are told once a frame.

const OF = { touch: 1, pen: 2 }
/** How long what is carried is held over a tab until that is shown, and how still. Unit: CSS px. */
const REST_MS = 500
const REST_WITHIN = 8

const GRIPS = { handle: 0, body: 1, text: 2, interactive: 3 }

/**
 * Calls `answer(what, source, [pointer, kind, button, x, y, time, modifier, grip])` for each thing
 * that a hand does; it answers whether the browser's own answer is to be prevented.
 */
export function follow(desk, answer) {
  const tell = (what, pointer, kind, button, x, y, time, modifier, grip, source) =>
    answer(what, source, new Float64Array([pointer, kind, button, x, y, time, Number(modifier), grip]))
  let last = null
  // The pointer that presses; others, a second finger or a palm, are not listened to.
  let held = null
  let waiting = 0
  const flush = () => {
    if (!last) return
    const event = last
    last = null
    rest(event)
    tell('move', event.pointerId, 0, event.buttons, event.clientX, event.clientY, event.timeStamp, event.altKey, 0, '')
  }
  // Held still over a tab for half a second, what is carried has that tab's part shown.
  let spot = null
  let resting = 0
  const rest = (event) => {
    const { clientX: x, clientY: y } = event
    if (spot && Math.hypot(x - spot.x, y - spot.y) < REST_WITHIN) return
    spot = { x, y }
    clearTimeout(resting)
    const rested = () => {
      // The part that is shown is drawn after this: it is measured a frame later.
      if (isDragging() && tell('rest', 0, 0, 0, x, y, 0, false, 0, '')) requestAnimationFrame(() => tell('turned', 0, 0, 0, x, y, 0, false, 0, ''))
    }
    resting = setTimeout(rested, REST_MS)
  }
  const frame = (time) => {
    waiting = 0
    flush()
    if (held !== null && tell('frame', 0, 0, 0, 0, 0, time, false, 0, '')) waiting = requestAnimationFrame(frame)
  }
  const wait = () => {
    waiting ||= requestAnimationFrame(frame)
  }
  desk.addEventListener('pointerdown', (event) => {
    const from = event.target.closest?.('[data-grip]')
    if (!from) return
    if (held !== null && !event.isPrimary) return
    held = event.pointerId
    press = { x: event.clientX, y: event.clientY }
    if (!from.closest('[data-near]')) leave()
    tell('down', event.pointerId, OF[event.pointerType] ?? 0, event.button, event.clientX, event.clientY, event.timeStamp, event.shiftKey ? 2 : event.ctrlKey || event.metaKey ? 1 : 0, GRIPS[from.dataset.grip] ?? 1, from.dataset.source ?? '')
    wait()
  })
  addEventListener('pointermove', (event) => {
    // What is to be placed by a tap follows a mouse that hovers.
    if (held === null && !isDragging()) return hover(event)
    if (held !== null && event.pointerId !== held) return
    last = event
    wait()
  })
  let over = null
  let near = false
  const hover = (event) => {
    if (event.pointerType === 'touch' || event.buttons) return
    if (!over) requestAnimationFrame(look)
    over = event
  }
  const look = () => {
    const event = over
    over = null
    if (held !== null || isDragging()) return
    const { target } = event
    // Over what a hover has shown, it stays as it is.
    if (target.closest?.('[data-near]')) return
    if (!target.closest?.('[data-view]') || target.closest('[data-grip=interactive], [data-grip=handle]')) return leave()
    near = true
    tell('hover', event.pointerId, 0, 0, event.clientX, event.clientY, event.timeStamp, false, 0, '')
  }
  const leave = () => {
    if (near) tell('leave', 0, 0, 0, 0, 0, 0, false, 0, '')
    near = false
  }
  document.documentElement.addEventListener('pointerleave', leave)
  addEventListener('pointerup', (event) => {
    if (event.pointerId !== held) return
    flush()
    held = null
    tell('up', event.pointerId, 0, event.button, event.clientX, event.clientY, event.timeStamp, event.altKey, 0, '')
  })
  addEventListener('pointercancel', (event) => {
    if (event.pointerId !== held) return
    held = null
    last = null
    tell('cancel', event.pointerId, 0, 0, 0, 0, event.timeStamp, false, 0, '')
  })
  addEventListener('blur', () => {
    held = null
    last = null
    tell('blur', 0, 0, 0, 0, 0, 0, false, 0, '')
  })
  addEventListener('keydown', (event) => {
    if (!document.activeElement?.closest('[data-near]')) leave()
    if (event.key === 'Escape' && tell('escape', 0, 0, 0, 0, 0, 0, false, 0, '')) {
      event.preventDefault()
      event.stopPropagation()
    }
  }, true)
  addEventListener('scroll', () => tell('scroll', 0, 0, 0, 0, 0, 0, false, 0, ''), { capture: true, passive: true })
  // A finger that drags must not scroll; one that does not, must.
  addEventListener('touchmove', (event) => {
    if (isDragging() && event.cancelable) event.preventDefault()
  }, { passive: false })
  desk.addEventListener('contextmenu', (event) => {
    if (isDragging()) event.preventDefault()
  })
  // Shift and a click select blocks, and no text between them: with text selected, the browser
  // would cut and copy that.
  desk.addEventListener('mousedown', (event) => {
    if (event.shiftKey && event.target.closest('[data-grip=body], [data-grip=handle]')) event.preventDefault()
  })
}

let press = null

/** Whether a click is where it was pressed: one that ends a drag is none. */
export const isStill = (event) => !press || Math.hypot(event.clientX - press.x, event.clientY - press.y) < 5

const isDragging = () => document.documentElement.hasAttribute('data-dragging')

/** Calls `woke` with the time, at `time` on the clock of events. */
export function wake(time, woke) {
  setTimeout(() => woke(performance.now()), Math.max(0, time - performance.now()))
}

/** Left, top, width, height of each element on the screen, one after the other. */
export function measure(elements) {
  const all = new Float64Array(elements.length * 4)
  elements.forEach((element, i) => {
    const box = element.getBoundingClientRect()
    all.set([box.left, box.top, box.width, box.height], i * 4)
  })
  return all
}

/** The outline, when it is shown. */
export function outline() {
  return document.querySelector('[data-outline]') ?? undefined
}

/** Of the first row that is drawn: which it is, left, top, width, height; empty without one. */
export function firstRow(tree) {
  const row = tree.querySelector('[data-source]')
  if (!row) return new Float64Array()
  const box = row.getBoundingClientRect()
  return new Float64Array([Number(row.dataset.key), box.left, box.top, box.width, box.height])
}

/** How far an element is scrolled, and how far it can be: left, top, most left, most top. */
export function scrolled(element) {
  return new Float64Array([element.scrollLeft, element.scrollTop, element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight])
}

/** Whether rows in an element run to the left. */
export function runsLeft(element) {
  return getComputedStyle(element).direction === 'rtl'
}

/** Scrolls an element. */
export function scrollBy(element, x, y) {
  element.scrollBy({ left: x, top: y, behavior: 'instant' })
}

/** How large a mark that is to be tapped is at least. Unit: CSS px. */
export function markSize() {
  return matchMedia('(pointer: coarse)').matches ? 44 : 28
}

/** Marks the page while something is dragged. */
export function dragging(on) {
  document.documentElement.toggleAttribute('data-dragging', on)
  if (on) return
  const page = document.querySelector('[data-page] > *')?.shadowRoot
  for (const tabs of page?.querySelectorAll('.pg-tabs[data-held]') ?? []) {
    tabs.style.minBlockSize = ''
    delete tabs.dataset.held
  }
}

/** Room that is left around what is brought into sight. Unit: CSS px. */
const AROUND = 48

/** Brings what stands there on the screen into the sight of a scroller; says whether it moved. */
export function reveal(view, top, bottom) {
  const box = view.getBoundingClientRect()
  if (top >= box.top + AROUND && bottom <= box.bottom - AROUND) return false
  const before = view.scrollTop
  view.scrollTop += (top + bottom) / 2 - (box.top + box.bottom) / 2
  return view.scrollTop !== before
}
