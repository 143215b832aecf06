// The designer's side of `globalThis.palierDesigner`.

/** Offers `document()`; `write` gives the document as JSON. */
export function offer(write) {
  globalThis.palierDesigner ??= {}
  globalThis.palierDesigner.document = () => JSON.parse(write())
}
