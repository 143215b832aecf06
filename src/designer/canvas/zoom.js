// The room for the page, and how high it is.

/** Calls `tell` with how wide a page there is room for in `view`, now and whenever that changes. */
export function measure(view, tell) {
  const room = () => {
    const style = getComputedStyle(view)
    tell(Math.max(0, Math.floor(view.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight))))
  }
  new ResizeObserver(room).observe(view)
}

/** Tells the sheet how high the page is laid out: it takes as much room as it is seen to. */
export function shrink(host) {
  new ResizeObserver(() => host.style.setProperty('--tall', `${host.offsetHeight}px`)).observe(host)
}
