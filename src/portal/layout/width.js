// Which breakpoint holds where an element stands. The sheet decides (`--pg-at` in portal.css), so
// that scripts and styles cannot disagree.

const heard = new WeakMap()
let observer

/** The breakpoint that holds for an element; `base` while it is on no page. */
export function breakpoint(element) {
  return getComputedStyle(element).getPropertyValue('--pg-at').trim() || 'base'
}

/** Calls `tell` whenever another breakpoint holds for `element`; returns a function that ends it. */
export function observe(element, tell) {
  // One for the whole page. What a block draws anew changes sizes again: not in the same frame.
  observer ??= new ResizeObserver((entries) =>
    requestAnimationFrame(() => {
      for (const { target } of entries) heard.get(target)?.()
    }),
  )
  let last = breakpoint(element)
  heard.set(element, () => {
    const now = element.isConnected ? breakpoint(element) : last
    if (now !== last) tell((last = now))
  })
  observer.observe(element)
  return () => {
    heard.delete(element)
    observer.unobserve(element)
  }
}
