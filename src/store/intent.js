// Where redemptions under way are kept, so that a reload or a second tab finds them: each under a
// name of its own, so that no tab, member or backend writes over what another has begun.

const NAME = 'palier.intent.'
let store
try {
  store = localStorage
} catch {
  // Storage is denied.
}
// Then the page remembers by itself.
store ??= {}

/** The kept texts, a line each. */
export const load = () =>
  Object.keys(store)
    .filter((name) => name.startsWith(NAME))
    .map((name) => store[name])
    .join('\n')

/** Keeps a text, or no longer. */
export function save(key, text) {
  try {
    if (text) store[NAME + key] = text
    else delete store[NAME + key]
  } catch {
    // Storage is full. The intent still lives in memory; only a reload would lose sight of it.
  }
}
