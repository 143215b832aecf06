// Pages that the browser kept as they were, and brings back when their reader goes back: it may be
// somebody else by then, who has signed in or out on another page.

const kit = globalThis[Symbol.for('palier.kit@1')]

/** Asks a page's callback anew when the page comes back; whoever asks for this first does it for all. */
export function askWhenBack(config) {
  if (kit.asksWhenBack) return
  kit.asksWhenBack = true
  addEventListener('pageshow', ({ persisted }) => {
    const { getToken } = config
    // The same token again leaves everything as it is.
    if (persisted && getToken) kit.api.configure({ getToken })
  })
}
