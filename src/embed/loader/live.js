// The elements of the page that have begun.

/** Every element that has begun, with its block once that is mounted. */
export const elements = new Map()
// Those that could not be loaded, though another try may.
const lost = new Set()

/** Keeps an element that has begun, or was lost, to start it afresh with another configuration. */
export function remember(element, isLost) {
  elements.set(element, null)
  if (isLost) lost.add(element)
}

/** Forgets an element; it may come back later. */
export function forget(element) {
  elements.delete(element)
  lost.delete(element)
}

/** Starts those elements afresh whose loading failed and may work now. */
export function retryLost() {
  for (const element of [...lost]) element.restart()
}
