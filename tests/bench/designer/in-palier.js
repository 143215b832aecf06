// How the bench's script reaches our designer; runs in the page. Same names as in-puck.js.
globalThis.subject = (() => {
  const page = () => document.querySelector('[data-page] > *')?.shadowRoot
  const element = (id) => page()?.querySelector(`[data-node="${id}"]`)
  const key = (key, more) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  const field = '[data-field="prop-label"] textarea'
  let typed = 0
  const edit = () => {
    const control = document.querySelector(field)
    control.value = `Edit ${(typed += 1)}`
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return {
    field,
    element,
    /** How many blocks are drawn. */
    count: () => page()?.querySelectorAll('[data-node^="b"]').length ?? 0,
    /** The ids of the blocks, in order. */
    order: () => [...page().querySelectorAll('[data-node]')].map((cell) => cell.dataset.node),
    // Ten operations that leave as many blocks as there were; the typed block is selected.
    operations: [
      edit,
      () => key('d', { ctrlKey: true }),
      edit,
      () => key('ArrowUp', { altKey: true }),
      () => key('ArrowUp', { altKey: true }),
      edit,
      () => key('ArrowDown', { altKey: true }),
      () => key('z', { ctrlKey: true }),
      () => key('y', { ctrlKey: true }),
      () => key('Delete'),
    ],
  }
})()
