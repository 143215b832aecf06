// Style sheets of documents: made once for each, and shared by every root in it.

const documents = new WeakMap()

/**
 * Makes `root` adopt the sheet called `key`, once. False when its document has none of that name yet,
 * unless `text` says what it is: texts are long, so they cross from the WASM only then.
 */
export function adopt(root, key, text) {
  const page = root.ownerDocument ?? root
  const sheets = documents.get(page) ?? {}
  documents.set(page, sheets)
  if (text) {
    // No document may adopt a sheet that was made in another.
    sheets[key] = new (page.defaultView ?? window).CSSStyleSheet()
    sheets[key].replaceSync(text)
  }
  const sheet = sheets[key]
  const list = root.adoptedStyleSheets
  if (sheet && !list.includes(sheet)) list.push(sheet)
  return !!sheet
}
