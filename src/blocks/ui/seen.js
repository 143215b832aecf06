// Tells once when an element has come into view.

/** Calls `done` once half of `element` is in the window; returns a function that stops watching. */
export function whenSeen(element, done) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watch.disconnect()
      done()
    },
    { threshold: 0.5 },
  )
  watch.observe(element)
  return () => watch.disconnect()
}
