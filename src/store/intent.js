// Where redemptions under way are kept, so that a reload or a second tab finds them: each under a
// name of its own, so that no tab, member or backend writes over what another has begun.

const NAME = 'palier.intent.'
// In the first that takes it: one is denied or full, the other at least survives a reload, and the page
// itself remembers by itself.
const places = []
for (const name of ['localStorage', 'sessionStorage']) {
  try {
    if (globalThis[name]) places.push(globalThis[name])
  } catch {
    // Storage is denied.
  }
}
places.push({})

/** The kept texts, a line each. */
export const load = () =>
  places
    .flatMap((store) =>
      Object.keys(store)
        .filter((name) => name.startsWith(NAME))
        .map((name) => store[name]),
    )
    .join('\n')

/** Keeps a text, or no longer. */
export function save(key, text) {
  for (const store of places) {
    try {
      delete store[NAME + key]
      if (text) store[NAME + key] = text
      text = null
    } catch {
      // Storage is full.
    }
  }
}
