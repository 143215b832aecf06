// Where a redemption under way is kept, so that a reload or a second tab finds it.

const NAME = 'palier.intent'

/** The kept text; undefined when there is none, or when storage is denied. */
export function load() {
  try {
    return localStorage.getItem(NAME) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a text, or nothing. Storage that is denied or full leaves the page's own memory. */
export function save(text) {
  try {
    if (text) localStorage.setItem(NAME, text)
    else localStorage.removeItem(NAME)
  } catch {
    // The intent still lives in memory; only a reload would lose sight of it.
  }
}
