// Moves the focus to the first thing in a form that is marked as wrong.

/** After the next drawing, focuses the first `aria-invalid` control under `form`. */
export function focusInvalid(form) {
  requestAnimationFrame(() => {
    const wrong = form.querySelector('[aria-invalid="true"]')
    const control = wrong?.matches('input, select, textarea') ? wrong : wrong?.querySelector('input')
    control?.focus()
  })
}
