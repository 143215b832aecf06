// Dialogs and menus of the desk.

/** Closes every dialog and menu, so that the browser gives the focus back. */
export function close() {
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close()
  for (const menu of document.querySelectorAll('[popover]:popover-open')) menu.hidePopover()
}

/**
 * Puts the focus of a dialog that has just opened onto the field that asks for it, or onto its
 * heading: never onto the cross, which the next space would press.
 */
export function settle(dialog) {
  const first = dialog.querySelector('[autofocus]') ?? dialog.querySelector('.ds-dialog-title')
  first?.focus({ preventScroll: true })
}

/** Whether what an event came to is still on the page. */
export function isOnPage(event) {
  return event.currentTarget.isConnected
}

/** Focuses what has taken the place of something that had the focus, and only then. */
export function catchFocus(part) {
  if (document.activeElement && document.activeElement !== document.body) return
  part.tabIndex = -1
  part.focus()
}
