// The canvas' page: its tree, its theme, and what stands where in it.

/** Gives `host` a tree of its own with one element in it. */
export function attach(host) {
  const shadow = host.attachShadow({ mode: 'open' })
  const root = document.createElement('div')
  root.className = 'palier-root pg-root cv-root'
  shadow.append(root)
  return shadow
}

/** Sets the theme: name, value, name, value…; what was set before and is not now is taken back. */
export function paint(root, properties, scheme) {
  const wanted = new Map()
  for (let i = 0; i < properties.length; i += 2) wanted.set(properties[i], properties[i + 1])
  for (const name of [...root.style]) if (name.startsWith('--palier-') && !wanted.has(name)) root.style.removeProperty(name)
  for (const [name, value] of wanted) root.style.setProperty(name, value)
  root.dataset.theme = scheme
}

/** Sets the reader's language of the page. */
export function read(root, language, direction) {
  // Either styles everything below anew, even when it is set to what it is.
  if (root.lang !== language) root.lang = language
  if (root.dir !== direction) root.dir = direction
}

/** Says whether the page is edited or tried out: what is left out is seen only while editing. */
export function allow(root, tried) {
  root.dataset.mode = tried ? 'try' : 'edit'
}

const holds = (box, x, y) => x >= box.left && x < box.right && y >= box.top && y < box.bottom

/** The id of the innermost block under a point of the window. */
export function hit(root, x, y) {
  let found
  for (let cells = root.querySelectorAll('.pg-page > .pg-grid > [data-node]'); ; ) {
    const next = [...cells].find((cell) => holds(cell.getBoundingClientRect(), x, y))
    if (!next) return found?.dataset.node
    found = next
    cells = [...next.querySelectorAll('[data-node]')].filter((cell) => cell.parentElement.closest('[data-node]') === next)
  }
}

/** Calls `moved` when anything on the page may stand elsewhere. */
export function observe(root, moved) {
  const observer = new ResizeObserver(() => moved())
  observer.observe(root)
  for (const element of root.querySelectorAll('.pg-main')) observer.observe(element)
  root.addEventListener('load', () => moved(), true)
}

/** Left, top, width, height of an element, in CSS pixels from the page's corner. */
export function box(element, page) {
  const own = element.getBoundingClientRect()
  const [left, top, scale] = origin(page)
  return [(own.left - left) / scale, (own.top - top) / scale, own.width / scale, own.height / scale]
}

/** Where the page stands on the screen: left, top, how much larger it is seen than it is. */
export function origin(page) {
  const box = page.getBoundingClientRect()
  return [box.left, box.top, box.width / page.offsetWidth || 1]
}

/** Scrolls an element into view, if it is out of it. */
export function reveal(element) {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
