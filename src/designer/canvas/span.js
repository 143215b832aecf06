// The grip at a block's end: a hand that changes the width.

/** The grid that a cell stands in: content's left, top, width, height, gutter, 1 if it runs to the left, the cell's start. */
export function columns(cell) {
  const grid = cell.parentElement
  const style = getComputedStyle(grid)
  const box = grid.getBoundingClientRect()
  const scale = box.width / grid.offsetWidth || 1
  const side = (name) => (parseFloat(style[name]) || 0) * scale
  const left = box.left + side('paddingLeft')
  const top = box.top + side('paddingTop')
  const rtl = style.direction === 'rtl'
  const own = cell.getBoundingClientRect()
  return [left, top, box.right - side('paddingRight') - left, box.bottom - side('paddingBottom') - top, side('columnGap'), Number(rtl), rtl ? own.right : own.left]
}

/** The breakpoint that holds where a block stands; empty for one that is not on the page. */
export function shownAt(id) {
  const root = document.querySelector('[data-page] > *')?.shadowRoot
  const cell = root?.querySelector(`[data-node="${CSS.escape(id)}"]`)
  return cell ? getComputedStyle(cell).getPropertyValue('--pg-at').trim() : ''
}

/** Whether a cell runs from edge to edge of the page, whatever its columns. */
export function bleeds(cell) {
  return cell.matches('.pg-page > .pg-grid > [data-bleed]')
}

/**
 * Calls `tell(what, x)` for each thing that a hand does with `grip`: 'begin', which answers
 * whether it may, 'move' once a frame, then 'end' or 'cancel'.
 */
export function follow(grip, tell) {
  let stop = null
  grip.addEventListener('pointerdown', (event) => {
    if (stop || event.button !== 0) return
    // The desk is not to take it for a press on the page.
    event.stopPropagation()
    event.preventDefault()
    if (!tell('begin', event.clientX)) return
    grip.setPointerCapture(event.pointerId)
    stop = watch(grip, event.pointerId, tell, () => (stop = null))
  })
}

function watch(grip, pointer, tell, done) {
  const heard = new AbortController()
  let x
  let waiting = 0
  const flush = () => {
    cancelAnimationFrame(waiting)
    waiting = 0
    if (x !== undefined) tell('move', x)
    x = undefined
  }
  const end = (what) => {
    heard.abort()
    cancelAnimationFrame(waiting)
    if (grip.hasPointerCapture(pointer)) grip.releasePointerCapture(pointer)
    tell(what, 0)
    done()
  }
  const on = (target, name, run, more) => target.addEventListener(name, run, { signal: heard.signal, ...more })
  on(grip, 'pointermove', (event) => {
    if (event.pointerId !== pointer) return
    if (event.buttons !== 1) return end('cancel')
    x = event.clientX
    waiting ||= requestAnimationFrame(flush)
  })
  on(grip, 'pointerup', (event) => {
    if (event.pointerId !== pointer) return
    x = event.clientX
    flush()
    end('end')
  })
  on(grip, 'pointercancel', () => end('cancel'))
  on(grip, 'lostpointercapture', () => end('cancel'))
  on(globalThis, 'pointerdown', () => end('cancel'), { capture: true })
  on(globalThis, 'blur', () => end('cancel'))
  on(globalThis, 'keydown', (event) => {
    // Keys wait until the hand is done; Escape ends it.
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') end('cancel')
  }, { capture: true })
  return end
}
