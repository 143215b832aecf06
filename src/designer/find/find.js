// What a list that is searched needs of the page.

/** Scrolls the active row of a list into its view. */
export function follow(list) {
  requestAnimationFrame(() => list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }))
}

/** What was pressed in the field, when the list is to answer it. */
export function walked(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return ''
  return ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter'].includes(event.key) ? event.key : ''
}

/** Keys as this machine writes them: `Mod+Shift+Z` is ⇧⌘Z, or Ctrl+Shift+Z. */
export function written(stroke) {
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform)
  const names = mac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }
  const keys = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Delete: 'Del', Escape: 'Esc' }
  const parts = stroke.split('+').map((part) => names[part] ?? keys[part] ?? part)
  return mac ? parts.join('') : parts.join('+')
}
