// Dialogs and menus of the desk.

/** Closes every dialog and menu, so that the browser gives the focus back. */
export function close() {
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close()
  for (const menu of document.querySelectorAll('[popover]:popover-open')) menu.hidePopover()
}
