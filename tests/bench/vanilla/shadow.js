// Runs in a page: what stands in the five shadow roots, as data. Comments are anchors of a
// framework and no content, neighbouring texts are one text.

function shadow() {
  const walk = (node) => {
    const children = []
    for (const child of node.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) children.push(walk(child))
      else if (child.nodeType === Node.TEXT_NODE && child.data) {
        if (typeof children.at(-1) === 'string') children.push(children.pop() + child.data)
        else children.push(child.data)
      }
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return children
    const attributes = [...node.attributes].map(({ name, value }) => [name, value]).sort()
    return [node.localName, Object.fromEntries(attributes), ...children]
  }
  return [...document.querySelectorAll('main > *')]
    .filter((host) => host.shadowRoot)
    .map((host) => ({ tag: host.localName, tree: walk(host.shadowRoot) }))
}

/** The texts of every host's style sheets, in order. */
function sheets() {
  return [...document.querySelectorAll('main > *')]
    .filter((host) => host.shadowRoot)
    .map((host) => host.shadowRoot.adoptedStyleSheets.map((sheet) => bench.sheets.get(sheet) ?? [...sheet.cssRules].map((rule) => rule.cssText).join('')))
}
