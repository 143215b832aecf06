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
export function setTheme(root, properties, scheme) {
  const wanted = new Map()
  for (let i = 0; i < properties.length; i += 2) wanted.set(properties[i], properties[i + 1])
  for (const name of [...root.style]) if (name.startsWith('--palier-') && !wanted.has(name)) root.style.removeProperty(name)
  for (const [name, value] of wanted) root.style.setProperty(name, value)
  root.dataset.theme = scheme
}

/** Sets the reader's language of the page. */
export function setLanguage(root, language, direction) {
  // Either styles everything below anew, even when it is set to what it is.
  if (root.lang !== language) root.lang = language
  if (root.dir !== direction) root.dir = direction
}

/** Says whether the page is edited or tried out: what is left out is seen only while editing. */
export function setMode(root, tried) {
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
  // Scaled, it stands elsewhere although it is as large as it was.
  observer.observe(paper(root))
  for (const element of root.querySelectorAll('.pg-main')) observer.observe(element)
  // Of a picture that is not there, nothing would be seen.
  const loaded = ({ type, target }) => (target.toggleAttribute('data-broken', type === 'error'), moved())
  for (const name of ['load', 'error']) root.addEventListener(name, loaded, true)
}

/** Left, top, width, height of an element, in CSS pixels from the page's corner. */
export function box(element, page) {
  const own = element.getBoundingClientRect()
  const [left, top, scale] = origin(page)
  return [(own.left - left) / scale, (own.top - top) / scale, own.width / scale, own.height / scale]
}

/** What the page lies on: never scaled itself, so that what lies over the page is not. */
const paper = (page) => page.getRootNode().host.parentElement

/** Where the page stands on the screen: left, top, how much larger than it is what lies over it is seen. */
export function origin(page) {
  const own = paper(page)
  const box = own.getBoundingClientRect()
  return [box.left, box.top, box.width / own.offsetWidth || 1]
}

/** How much of a new block is to be seen at least, lest it is scrolled to. Unit: CSS px. */
const SEEN = 64

/** Scrolls to a block that has just come, unless a good part of it is seen where it stands. */
export function scrollToNew(element) {
  // Once it has been drawn: what it needs to be as high as it is may come with it.
  requestAnimationFrame(() => {
    const scroller = document.querySelector('[data-view]')
    const view = scroller?.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    // Less what a sheet lies over, where one does: see `designer.css`.
    const sheet = view && parseFloat(getComputedStyle(scroller).scrollPaddingBottom)
    const end = view && view.bottom - (sheet > SEEN ? sheet : 0)
    const seen = view && Math.min(box.bottom, end) - Math.max(box.top, view.top)
    if (view && seen < Math.min(SEEN, box.height)) reveal(element)
  })
}

/** Scrolls to a block that was looked for, unless a good part of it is seen where it stands. */
export function scrollToBlock(id) {
  const root = document.querySelector('[data-page] > *')?.shadowRoot
  const cell = root?.querySelector(`[data-node="${CSS.escape(id)}"]`)
  if (cell) scrollToNew(cell)
}

/** Scrolls an element into view, if it is out of it. */
export function reveal(element) {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
