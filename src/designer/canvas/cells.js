// The canvas' cells: made, dressed and put in order with as few moves as there are.

/** An empty cell. */
export function cell() {
  const element = document.createElement('div')
  element.className = 'pg-cell'
  return element
}

/** Gives a cell its block's id and width; `spans` are name, columns, name, columns…. */
export function dress(element, id, spans, bleeds) {
  element.dataset.node = id
  element.toggleAttribute('data-bleed', bleeds)
  for (let i = 0; i < spans.length; i += 2) {
    if (element.style.getPropertyValue(spans[i]) !== spans[i + 1]) element.style.setProperty(spans[i], spans[i + 1])
  }
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
