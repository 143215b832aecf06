// Focuses the field that mends something, once its panel is drawn.

// What takes a value comes before what only does something, as the way back to the default does.
const CONTROLS = ['input:not([type=hidden]), select, textarea, [contenteditable]', 'button']

/** The first control of a field that is seen and can be used. */
function control(field) {
  const all = CONTROLS.flatMap((wanted) => [field, ...field.querySelectorAll('*')].filter((element) => element.matches(wanted)))
  return all.find((element) => !element.disabled && element.checkVisibility())
}

const panel = (side) => document.querySelector(side === 'left' ? '.left.ds-panel' : '.right.ds-panel')

/** Focuses the control of the first of these fields that there is, else the panel. */
export function focusField(side, names) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const within = panel(side)
      const fields = names.map((name) => within?.querySelector(`[data-field="${CSS.escape(name)}"], [data-token="${CSS.escape(name)}"]`))
      const field = fields.find(Boolean)
      const found = field && control(field)
      if (found) {
        found.scrollIntoView({ block: 'center' })
        found.focus()
      } else focusElement(within)
    }),
  )
}

/** Focuses the panel at the start. */
export function focusPanel() {
  focusElement(panel('left'))
}

function focusElement(element) {
  if (!element) return
  element.tabIndex = -1
  element.focus()
}
