// What the outline needs of the page.

/** The height of a row, as the sheet has it, with the reader's size of text. Unit: CSS px. */
export function rowHeight() {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  return rem * (matchMedia('(pointer: coarse)').matches ? 2.75 : 1.75)
}

/** A key stroke on the tree; empty in a field, and for keys that are no business of a tree. */
export function treeKey(event) {
  if (event.isComposing || event.target.closest('input') || event.ctrlKey || event.metaKey || event.altKey) return ''
  const named = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'F2', 'Enter', ' ', '*']
  if (named.includes(event.key)) return (event.shiftKey && event.key.startsWith('Arrow') ? 'Shift+' : '') + event.key
  if (event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key)) return `type:${typeahead(event)}`
  return ''
}

let typed = ''
let last = 0

function typeahead(event) {
  typed = event.timeStamp - last < 700 ? typed + event.key : event.key
  last = event.timeStamp
  return typed.toLowerCase()
}

/** What was meant in a row: `twist`, `hide`, or nothing in particular. */
export function act(event) {
  return event.target.closest('[data-act]')?.dataset.act ?? ''
}

/** Where a menu of the tree begins: at the pointer, or, for keys, at the row that is active. */
export function corner(event) {
  const tree = event.currentTarget
  if (event.target !== tree) return new Float64Array([event.clientX, event.clientY])
  const row = document.getElementById(tree.getAttribute('aria-activedescendant')) ?? tree
  const { left, bottom } = row.getBoundingClientRect()
  return new Float64Array([left + 24, bottom])
}

/** How far the tree is scrolled, and how much of it is seen. */
export function extent(tree) {
  return new Float64Array([tree.scrollTop, tree.clientHeight])
}

/** Scrolls a row into view. */
export function show(tree, top, height) {
  requestAnimationFrame(() => {
    if (top < tree.scrollTop) tree.scrollTop = top
    else if (top + height > tree.scrollTop + tree.clientHeight) tree.scrollTop = top + height - tree.clientHeight
  })
}

/** Puts the focus into the field of the name that is being changed. */
export function edit(tree) {
  requestAnimationFrame(() => requestAnimationFrame(() => tree.querySelector('input')?.select()))
}

/** What a key in a field means: `take`, `leave`, or nothing. */
export function fieldKey(event) {
  if (!event.target.closest('input') || event.isComposing) return ''
  return { Enter: 'take', Escape: 'leave' }[event.key] ?? ''
}
