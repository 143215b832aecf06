// Toolbars: one Tab stop each.

/** Makes one Tab stop of a toolbar: arrows, Home and End walk its buttons. */
export function rove(toolbar) {
  const buttons = [...toolbar.querySelectorAll('button')]
  const stop = (wanted) => buttons.forEach((button) => (button.tabIndex = button === wanted ? 0 : -1))
  stop(buttons[0])
  toolbar.addEventListener('focusin', (event) => buttons.includes(event.target) && stop(event.target))
  toolbar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target)
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const onward = getComputedStyle(toolbar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const to = { ArrowLeft: at + 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const next = event.key.startsWith('Arrow') && event.key !== onward ? at - 1 : to
    buttons.at(next % buttons.length).focus()
  })
}
