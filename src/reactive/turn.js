// Turns: what would be one long task is done in several, in the order in which it was asked for.

const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done))
let last = Promise.resolve()

/** Resolves in a task that nobody else's turn has a part in. */
export function turn() {
  last = last.then(pause)
  return last
}
