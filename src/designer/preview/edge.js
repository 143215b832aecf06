// The page's edge: dragged by a pointer, moved by keys.

const page = () => document.querySelector('[data-page]')

/** How wide the page is, in CSS pixels of its own. */
export function measured() {
  return page()?.offsetWidth ?? 0
}

/** Calls `drag` with the width that the page gets while `edge` is dragged, once a frame at most. */
export function follow(edge, drag) {
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
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    edge.addEventListener(name, () => {
      start = null
      edge.removeAttribute('data-dragged')
    })
  }
}

/** The width at which the page's edge is at `x`: a page that has room stands in the middle. */
function width(edge, x) {
  const view = document.querySelector('[data-view]')
  const style = getComputedStyle(view)
  const room = view.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
  const left = view.getBoundingClientRect().left + parseFloat(style.paddingLeft) - view.scrollLeft
  const inside = x - left
  const centred = 2 * (inside - room / 2)
  return Math.max(0, Math.round(centred <= room ? centred : inside))
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
