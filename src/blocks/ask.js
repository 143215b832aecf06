// Asks the page something that it may answer at once or later.

/** What an answer comes to: true, or words why not, perhaps none. */
const heard = (answer) =>
  Promise.resolve(answer).then(
    (value) => (value === false ? '' : true),
    (error) => {
      // In a frame: the page around it has said no by itself.
      if (error === null) return false
      if (typeof error === 'string') return error
      // One that the page made on purpose has words for its members; what only went wrong has none.
      if (error?.name === 'Error') return error.message
      console.error(error)
      return ''
    },
  )

/**
 * Dispatches `name` from `target`. False when a listener called `preventDefault`; a promise when one
 * called `waitUntil` meanwhile, of true, of false, or of words why not; true otherwise.
 */
export function ask(target, name, detail) {
  const event = new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail })
  const answers = []
  let over = false
  event.waitUntil = (answer) => {
    if (over) throw new DOMException(name, 'InvalidStateError')
    answers.push(heard(answer))
  }
  const allowed = target.dispatchEvent(event)
  over = true
  if (!allowed || !answers.length) return allowed
  return Promise.all(answers).then((all) => all.find((one) => one !== true) ?? true)
}
