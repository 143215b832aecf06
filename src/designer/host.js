// The designer's side of `globalThis.palierDesigner`.

/** Offers `document()`; `write` gives the document as JSON. */
export function offer(write) {
  globalThis.palierDesigner ??= {}
  globalThis.palierDesigner.document = () => JSON.parse(write())
}

/** Whether the hosting page wants to hear of edits. */
export const hearsEdits = () => typeof globalThis.palierDesigner?.edited === 'function'

/** Tells it of one, given as JSON. What it throws is its own error, and no reason to stop editing. */
export function tellEdited(edit) {
  try {
    globalThis.palierDesigner.edited(JSON.parse(edit))
  } catch (cause) {
    reportError(cause)
  }
}

/** Whether the hosting page has a library of pictures. */
export const hasLibrary = () => typeof globalThis.palierDesigner?.pickImage === 'function'

let picking

/**
 * Lets the hosting page choose a picture: its address and its text alternative, '' for none. Null when the
 * choice was given up, by the page or by whoever asked; rejects with words.
 */
export async function pickImage(current, alt, locale) {
  picking?.abort()
  const { signal } = (picking = new AbortController())
  const stopped = new Promise((done) => signal.addEventListener('abort', () => done(null)))
  try {
    // Whoever stops need not wait until the page has heard of it.
    const given = await Promise.race([globalThis.palierDesigner.pickImage({ current, alt, locale, signal }), stopped])
    return given == null || signal.aborted ? null : [String(given.src ?? ''), String(given.alt ?? '')]
  } catch (cause) {
    if (signal.aborted) return null
    throw String(cause?.message ?? cause)
  }
}

/** Gives up what is being chosen. */
export const stopPicking = () => picking?.abort()
