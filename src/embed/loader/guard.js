// Between the page and the WASM instance: notices when it gives up.

/**
 * The instance's exports, each telling the kit when it traps. A panic is a trap, and leaves the
 * instance half-way through something: from then on a call does nothing, whoever makes it (a
 * listener, a timer, an answer that was under way).
 */
export function guarded(exports) {
  let over = false
  let depth = 0
  const guard = (call) => (...args) => {
    // The glue takes some answers apart, so there is one.
    if (over) return []
    depth += 1
    try {
      return call(...args)
    } catch (cause) {
      if (cause instanceof WebAssembly.RuntimeError) {
        // A trap goes through every call that it ends.
        if (!over) globalThis[Symbol.for('palier.kit@1')]?.panicked?.(cause.message, cause.isRest)
        over = true
        // That the second part is not there yet is no error of anybody's: all begins anew with it. Whoever
        // called from within the instance must not go on, all the same.
        if (cause.isRest && depth === 1) return []
      }
      throw cause
    } finally {
      depth -= 1
    }
  }
  return Object.fromEntries(
    Object.entries(exports).map(([name, item]) => [name, typeof item === 'function' ? guard(item) : item]),
  )
}
