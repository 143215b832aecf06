// Focuses the field that mends something, once its panel is drawn.

const CONTROL = 'input:not([type=hidden], :disabled), select, textarea, [contenteditable], button:not([data-reset])'

const panel = (side) => document.querySelector(side === 'left' ? '.left.ds-panel' : '.right.ds-panel')

/** Focuses the control of the first of these fields that there is, else the panel. */
export function focusField(side, names) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const within = panel(side)
      const fields = names.map((name) => within?.querySelector(`[data-field="${CSS.escape(name)}"], [data-token="${CSS.escape(name)}"]`))
      const field = fields.find((found) => found)
      const control = field?.matches(CONTROL) ? field : field?.querySelector(CONTROL)
      if (control) {
        control.scrollIntoView({ block: 'center' })
        control.focus()
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
