// Links to places of the same page. Browsers follow none within a shadow root, and no link opens
// the tab that its place is in.

/** Follows a click on such a link. */
export function follow(event) {
  const link = event.target.closest?.('a[href^="#"]')
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const root = link.getRootNode()
  const name = link.getAttribute('href').slice(1)
  const place = root.getElementById(name)
  if (!place) return
  event.preventDefault()
  if (root === document) history.pushState(null, '', `#${name}`)
  show(place, root)
}

/** Goes to the place that the address names, if it is on this page. */
export function arrive(page) {
  // What is in the page's slots is drawn after the page.
  setTimeout(() => {
    if (page.getRootNode() !== document || !location.hash) return
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (place && page.contains(place)) show(place, document)
  })
}

function show(place, root) {
  for (let at = place; (at = at.parentElement?.closest('[role="tabpanel"]')); ) {
    if (at.hidden) root.getElementById(at.getAttribute('aria-labelledby')).click()
  }
  // What was hidden is shown only once the signals have settled.
  setTimeout(() => {
    // Where a keyboard goes on from; a place is no stop by itself.
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    place.scrollIntoView()
  })
}
