// The page's edge: dragged by a pointer, moved by keys.

const page = () => document.querySelector('[data-page]')

/** How wide the page is, in CSS pixels of its own. */
export function measured() {
  return page()?.firstElementChild.offsetWidth ?? 0
}

/**
 * Calls `drag` with the width that the page gets while `edge` is dragged, once a frame at most, and
 * `hold` with whether it is: a page that were fitted anew meanwhile would run away from the hand.
 */
export function follow(edge, drag, hold) {
  let start = null
  let waiting = 0
  let at = 0
  edge.addEventListener('pointerdown', (event) => {
    if (event.button) return
    event.preventDefault()
    event.stopPropagation()
    edge.setPointerCapture(event.pointerId)
    edge.firstElementChild.focus({ preventScroll: true })
    edge.toggleAttribute('data-dragged', true)
    hold(true)
    start = event.clientX - edge.getBoundingClientRect().left
  })
  edge.addEventListener('pointermove', (event) => {
    if (start === null) return
    at = event.clientX - start
    waiting ||= requestAnimationFrame(() => {
      waiting = 0
      drag(width(edge, at))
    })
  })
  const end = () => {
    if (start === null) return
    start = null
    // Where it was let go of counts, measured as large as it was seen until then.
    if (waiting) drag(width(edge, at))
    cancelAnimationFrame(waiting)
    waiting = 0
    edge.removeAttribute('data-dragged')
    hold(false)
  }
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) edge.addEventListener(name, end)
}

/** The width at which the page's edge is at `x`: a page that has room stands in the middle. */
function width(edge, x) {
  const view = document.querySelector('[data-view]')
  const style = getComputedStyle(view)
  const room = view.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
  // Room for a scroll bar is kept on either side.
  const gutter = (view.offsetWidth - view.clientWidth) / 2
  const left = view.getBoundingClientRect().left + gutter + parseFloat(style.paddingLeft) - view.scrollLeft
  const inside = x - left
  const centred = 2 * (inside - room / 2)
  const scale = page().getBoundingClientRect().width / measured()
  return Math.max(0, Math.round((centred <= room ? centred : inside) / scale))
}

/** What a key does to a width: arrows a little, with Shift or page keys more; undefined for others. */
export function stepped(event, now, least, most) {
  const step = event.shiftKey ? 64 : 8
  const to = {
    ArrowRight: now + step,
    ArrowUp: now + step,
    ArrowLeft: now - step,
    ArrowDown: now - step,
    PageUp: now + 64,
    PageDown: now - 64,
    Home: least,
    End: most,
  }[event.key]
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  event.stopPropagation()
  return Math.max(0, to)
}
