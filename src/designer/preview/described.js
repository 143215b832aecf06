// Where the card of whoever is described opens.

const GAP = 4

/** Puts a card that is about to open below the choice that it belongs to, within the window. */
export function place(event) {
  if (event.newState !== 'open') return
  const card = event.currentTarget
  const choice = document.querySelector('[data-preview-as]').getBoundingClientRect()
  card.style.setProperty('--from', `${choice.left}px`)
  card.style.top = `${choice.bottom + GAP}px`
}

/**
 * Opens a card that has just come, and leaves the focus where it is: from what was chosen one may walk on.
 * What is in the card comes right after its button, by Tab.
 */
export function open(card) {
  card.showPopover({ source: document.querySelector('[data-describe]') })
}
