// Style sheets of documents: made once for each, and shared by every root in it.

const documents = new WeakMap()

/**
 * Makes `root` adopt the sheet called `key`, once. False when its document has none of that name yet,
 * unless `text` says what it is: texts are long, so they cross from the WASM only then.
 */
export function adopt(root, key, text) {
  const page = root.ownerDocument ?? root
  if (!documents.has(page)) documents.set(page, {})
  const sheets = documents.get(page)
  if (!sheets[key]) {
    if (!text) return false
    // No document may adopt a sheet that was made in another.
    sheets[key] = new (page.defaultView ?? window).CSSStyleSheet()
    sheets[key].replaceSync(text)
  }
  const { adoptedStyleSheets } = root
  if (!adoptedStyleSheets.includes(sheets[key])) adoptedStyleSheets.push(sheets[key])
  return true
}
