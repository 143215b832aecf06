// A menu in the top layer.

/** Where a menu begins: below the button that was pressed, or at the pointer. */
export function corner(event) {
  if (event.type === 'contextmenu' && (event.clientX || event.clientY)) return [event.clientX, event.clientY]
  const box = (event.target.closest?.('button') ?? event.target).getBoundingClientRect()
  return [box.left, box.bottom + 4]
}

/** Shows it with its corner there, or as near as it fits in the window. */
export function open(menu, x, y) {
  menu.showPopover()
  const { width, height } = menu.getBoundingClientRect()
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`
  const all = items(menu)
  ;(all.find((item) => item.ariaChecked === 'true') ?? all.find((item) => !item.ariaDisabled) ?? menu).focus()
}

const items = (menu) => [...menu.querySelectorAll('[role^=menuitem]')]

let typed = ''
let last = 0

/** Arrows, Home, End and letters; Tab closes. */
export function walk(event) {
  const menu = event.currentTarget
  const all = items(menu)
  const at = all.indexOf(document.activeElement)
  const go = (index) => {
    event.preventDefault()
    event.stopPropagation()
    all.at(index)?.focus()
  }
  if (event.key === 'ArrowDown') go((at + 1) % all.length)
  else if (event.key === 'ArrowUp') go(at - 1)
  else if (event.key === 'Home') go(0)
  else if (event.key === 'End') go(-1)
  else if (event.key === 'Tab') {
    event.preventDefault()
    menu.hidePopover()
  } else if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    menu.hidePopover()
  } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.stopPropagation()
    // Letters that follow each other quickly are one word; the same letter again goes on.
    typed = event.timeStamp - last < 700 ? typed + event.key.toLowerCase() : event.key.toLowerCase()
    last = event.timeStamp
    const same = [...typed].every((letter) => letter === typed[0])
    const wanted = same ? typed[0] : typed
    const from = same ? at + 1 : Math.max(at, 0)
    const order = all.map((_, i) => (from + i) % all.length)
    const found = order.find((i) => all[i].textContent.trim().toLowerCase().startsWith(wanted))
    if (found !== undefined) go(found)
  } else if (event.key !== 'Enter' && event.key !== ' ') event.stopPropagation()
}

/** Whether a toggle event says that it has been closed. */
export function closed(event) {
  return event.newState === 'closed'
}
