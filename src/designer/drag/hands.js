// Pointers and keys over the desk, as plain values; moves are told once a frame.

const OF = { mouse: 0, touch: 1, pen: 2 }
/** How long what is carried is held over a tab until that is shown, and how still. Unit: CSS px. */
const REST_MS = 500
const REST_WITHIN = 8

const GRIPS = { handle: 0, body: 1, text: 2, interactive: 3 }

/** What a press is held with. */
const modifierOf = (event) => (event.shiftKey ? 2 : event.ctrlKey || event.metaKey ? 1 : 0)

/** What every pointer event tells. */
const told = ({ pointerId: pointer, clientX: x, clientY: y, timeStamp: time }) => ({ pointer, x, y, time })

/**
 * Calls `answer` for each thing that a hand does; it answers whether the browser's own answer is to
 * be prevented. The order of the numbers is that of `Told` in `hand.rs`.
 */
export function follow(desk, answer) {
  const tell = (what, { source = '', pointer = 0, kind = 0, button = 0, x = 0, y = 0, time = 0, modifier = 0, grip = GRIPS.body } = {}) =>
    answer(what, source, new Float64Array([pointer, kind, button, x, y, time, modifier, grip]))
  let last = null
  // The pointer that presses; others, a second finger or a palm, are not listened to.
  let held = null
  let waiting = 0
  const flush = () => {
    if (!last) return
    const event = last
    last = null
    rest(event)
    tell('move', { ...told(event), button: event.buttons })
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
      if (isDragging() && tell('rest', { x, y })) requestAnimationFrame(() => tell('turned'))
    }
    resting = setTimeout(rested, REST_MS)
  }
  const frame = (time) => {
    waiting = 0
    flush()
    if (held !== null && tell('frame', { time })) waiting = requestAnimationFrame(frame)
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
    const { grip, source } = from.dataset
    tell('down', { ...told(event), kind: OF[event.pointerType], button: event.button, modifier: modifierOf(event), grip: GRIPS[grip], source })
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
    tell('hover', told(event))
  }
  const leave = () => {
    if (near) tell('leave')
    near = false
  }
  document.documentElement.addEventListener('pointerleave', leave)
  addEventListener('pointerup', (event) => {
    if (event.pointerId !== held) return
    flush()
    held = null
    tell('up', { ...told(event), modifier: Number(event.altKey) })
  })
  addEventListener('pointercancel', (event) => {
    if (event.pointerId !== held) return
    held = null
    last = null
    tell('cancel', told(event))
  })
  addEventListener('blur', () => {
    held = null
    last = null
    tell('blur')
  })
  addEventListener('keydown', (event) => {
    if (!document.activeElement?.closest('[data-near]')) leave()
    if (event.key === 'Escape' && tell('escape')) {
      event.preventDefault()
      event.stopPropagation()
    }
  }, true)
  addEventListener('scroll', () => tell('scroll'), { capture: true, passive: true })
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
