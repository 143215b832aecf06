// Keys of the palette: its field leads into what was found, arrows walk that.

const items = (field) => [...field.closest('[data-palette]').querySelectorAll('[data-kind]')]

/**
 * What a key in the field means: `add` the first block that was found, `clear` the field, `leave`
 * it, or nothing. Down goes to what was found.
 */
export function fieldKey(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return ''
  if (event.key === 'ArrowDown') {
    event.preventDefault()
    items(event.target)[0]?.focus()
  }
  if (event.key === 'Escape') return event.target.value ? 'clear' : 'leave'
  return event.key === 'Enter' && event.target.value.trim() ? 'add' : ''
}

/** Empties the field, as if somebody had. */
export function clear(event) {
  event.target.value = ''
  event.target.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Walks what was found as it is seen; up from its first row goes back to the field. */
export function walk(event) {
  const at = event.target
  if (!at.dataset.kind || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const to = next(at, event.key)
  if (!to) return
  event.preventDefault()
  to.focus()
}

function next(at, key) {
  const all = items(at)
  const index = all.indexOf(at)
  const onward = getComputedStyle(at).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === onward) return all[index + 1]
  if (key === 'ArrowLeft' || key === 'ArrowRight') return all[index - 1]
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const from = at.getBoundingClientRect()
  const lies = key === 'ArrowUp' ? (box) => box.bottom <= from.top + 1 : (box) => box.top >= from.bottom - 1
  const beyond = all.filter((item) => lies(item.getBoundingClientRect()))
  const far = (item) => {
    const box = item.getBoundingClientRect()
    return Math.abs(box.top - from.top) * 1000 + Math.abs(box.left - from.left)
  }
  const nearest = beyond.sort((a, b) => far(a) - far(b))[0]
  return nearest ?? (key === 'ArrowUp' ? at.closest('[data-palette]').querySelector('[type=search]') : null)
}
