// Walking along tabs by keyboard, after the tabs pattern of the ARIA Authoring Practices Guide.

/** Focuses the tab that a key leads to. Choosing it is another key, which is the browser’s own. */
export function walk(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const tabs = [...event.currentTarget.querySelectorAll('[role="tab"]')]
  const at = tabs.indexOf(event.target.closest('[role="tab"]'))
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  tabs[(to + tabs.length) % tabs.length].focus()
}
