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
  // Rounded up: were it less than it is, page and host would have each other grow again and again.
  new ResizeObserver(([{ borderBoxSize }]) => host.style.setProperty('--tall', `${Math.ceil(borderBoxSize[0].blockSize)}px`)).observe(host)
}
