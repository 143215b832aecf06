// Where the menu of a block's states begins.

/** A point of the window beside the selected block's frame: left, top. */
export function beside() {
  const frame = document.querySelector('[data-main]')
  const view = document.querySelector('[data-view]')
  if (!frame || !view) return []
  const box = frame.getBoundingClientRect()
  const seen = view.getBoundingClientRect()
  return [Math.max(box.left, seen.left) + 8, Math.min(Math.max(box.top, seen.top), seen.bottom) + 8]
}
