// Calls that may need the second part of the WASM. A page may change a tag or take it away while that part is
// still on its way: such a call waits, for it cannot be made by half.

import * as glue from 'palier-glue'

// Development builds come in one part.
let isWhole = !glue.rest
const waiting = []

function run(call) {
  try {
    call()
  } catch (cause) {
    // A trap has been told already.
    if (!(cause instanceof WebAssembly.RuntimeError)) throw cause
  }
}

/** Runs `call` at once, or as soon as the second part is there, after those that wait already. */
export function whenWhole(call) {
  if (isWhole) return run(call)
  waiting.push(call)
  if (waiting.length > 1) return
  glue.rest().then(() => {
    isWhole = true
    for (const call of waiting.splice(0)) run(call)
  })
}
