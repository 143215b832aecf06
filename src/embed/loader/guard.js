// Between the page and the WASM instance: notices when it gives up.

/**
 * The instance's exports, each telling the kit when it traps. A panic is a trap, and leaves the
 * instance half-way through something: from then on a call does nothing, whoever makes it (a
 * listener, a timer, an answer that was under way).
 */
export function guarded(exports) {
  let over = false
  const guard = (call) => (...args) => {
    // The glue takes some answers apart, so there is one.
    if (over) return []
    try {
      return call(...args)
    } catch (cause) {
      if (cause instanceof WebAssembly.RuntimeError) {
        over = true
        globalThis[Symbol.for('palier.kit@1')]?.panicked?.(cause.message, cause.isRest)
      }
      throw cause
    }
  }
  return Object.fromEntries(
    Object.entries(exports).map(([name, item]) => [name, typeof item === 'function' ? guard(item) : item]),
  )
}
