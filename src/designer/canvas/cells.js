// The canvas' cells: made, given their attributes and put in order with as few moves as there are.

/** An empty cell. */
export function cell() {
  const element = document.createElement('div')
  element.className = 'pg-cell'
  return element
}

/** Gives a cell its block's id and width, and where it is left out; `spans` are name, columns, name, columns…. */
export function setAttributes(element, id, spans, bleeds, hidden) {
  element.dataset.node = id
  element.toggleAttribute('data-bleed', bleeds)
  if (hidden) element.dataset.hidden = hidden
  else delete element.dataset.hidden
  for (let i = 0; i < spans.length; i += 2) {
    if (element.style.getPropertyValue(spans[i]) !== spans[i + 1]) element.style.setProperty(spans[i], spans[i + 1])
  }
}

/** Lets a block read from right to left, or as the page does. */
export function setDirection(element, rightToLeft) {
  if (rightToLeft) element.dir = 'rtl'
  else element.removeAttribute('dir')
}

/** The grid of one of a cell's own slots. */
export function grid(element, slot) {
  const all = element.querySelectorAll(`[data-slot="${CSS.escape(slot)}"]`)
  return [...all].find((found) => found.closest('[data-node]') === element)
}

/** Makes `cells` the children of `grid`, in this order. Cells that stand right are not touched. */
export function arrange(grid, cells) {
  const wanted = new Set(cells)
  for (const child of [...grid.children]) if (!wanted.has(child)) child.remove()
  let at = grid.firstElementChild
  for (const element of cells) {
    if (element === at) at = at.nextElementSibling
    else grid.insertBefore(element, at)
  }
}
