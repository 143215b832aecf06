// Starts one of the kit's own pages. The builder replaces PALIER_WASM by the file's name.
import * as glue from 'palier-glue'

// A page of the same origin that frames this one may prepare its window: the designer gives it the
// draft. Pages of other origins see no element of theirs here.
globalThis.frameElement?.palierPrepare?.(globalThis)

try {
  await glue.default({ module_or_path: new URL(PALIER_WASM, import.meta.url) })
  // Development builds come in one part. What nobody waits for may wait for the second: see the
  // designer's `late.js`.
  globalThis.palierWhole = glue.rest?.()
} catch (cause) {
  const text = document.createElement('p')
  text.textContent = 'This page could not start. Please reload it, or try another browser.'
  document.body.append(text)
  throw cause
}
