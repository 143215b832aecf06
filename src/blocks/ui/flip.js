// Moves re-ordered children from where they were to where they are (First, Last, Invert, Play).

/** The top edge of every keyed child, by key. */
export function measure(parent) {
  const tops = new Map()
  for (const child of parent.children) {
    if (child.dataset.key) tops.set(child.dataset.key, child.getBoundingClientRect().top)
  }
  return tops
}

/** Plays the way from `before` to now, after the next layout. Nothing when motion is reduced. */
export function play(parent, before) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  requestAnimationFrame(() => {
    for (const child of parent.children) {
      const moved = before.get(child.dataset.key) - child.getBoundingClientRect().top
      if (Math.abs(moved) >= 1) {
        child.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], {
          duration: 320,
          easing: 'cubic-bezier(.2,.7,.2,1)',
        })
      }
    }
  })
}
