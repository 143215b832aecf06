// Where redemptions under way are kept, so that a reload or a second tab finds them: each under a
// name of its own, so that no tab, member or backend writes over what another has begun.

const NAME = 'palier.intent.'
// Those that storage did not take.
const here = new Map()

/** The kept texts, a line each. */
export function load() {
  const kept = [...here.values()]
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(NAME)) kept.push(localStorage.getItem(name))
  } catch {
    // Storage is denied.
  }
  return kept.join('\n')
}

/** Keeps a text, or no longer. Where storage is denied or full, the page remembers by itself. */
export function save(key, text) {
  here.delete(key)
  try {
    if (text) localStorage.setItem(NAME + key, text)
    else localStorage.removeItem(NAME + key)
  } catch {
    if (text) here.set(key, text)
  }
}
