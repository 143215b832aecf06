// Tabs on the canvas, which is inert: what a pointer means by them, and how they are turned.

import { isStill } from './drag/hands.js'

const own = (cell) => [...cell.querySelectorAll('.pg-tab')].filter((tab) => tab.closest('[data-node]') === cell)

/** Shows a part of the tabs in `cell`; does nothing where there is no such part. */
export function choose(cell, index) {
  const tab = own(cell)[index]
  if (!tab || tab.ariaSelected === 'true') return
  const tabs = tab.closest('.pg-tabs')
  // A shorter part must not pull up what is below while something is carried over it.
  if (document.documentElement.hasAttribute('data-dragging')) {
    tabs.style.minBlockSize = `${tabs.offsetHeight}px`
    tabs.dataset.held = ''
  }
  // Not `click()`: that would be heard by the desk as well.
  tab.dispatchEvent(new Event('click'))
}

/** The id of the block and the index of the part of the tab at a point; [] for none. */
export function under(root, x, y) {
  for (const tab of root.querySelectorAll('.pg-tab')) {
    const box = tab.getBoundingClientRect()
    if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) continue
    const cell = tab.closest('[data-node]')
    return [cell.dataset.node, own(cell).indexOf(tab)]
  }
  return []
}

/** As `under`, for a click that is meant for the page and not for what lies over it. */
export function clicked(root, event) {
  const over = event.target.closest('[data-grip]')
  if (over?.dataset.grip !== 'body' || !isStill(event)) return []
  return under(root, event.clientX, event.clientY)
}
