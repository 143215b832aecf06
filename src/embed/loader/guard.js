// Between the page and the WASM instance: notices when it gives up.

/**
 * The instance's exports, each telling the kit when it traps. A panic is a trap, and leaves the
 * instance half-way through something: nobody may call it again.
 */
export function guarded(exports) {
  const guard = (call) => (...args) => {
    try {
      return call(...args)
    } catch (cause) {
      if (cause instanceof WebAssembly.RuntimeError) globalThis[Symbol.for('palier.kit@1')]?.panicked?.(cause.message)
      throw cause
    }
  }
  return Object.fromEntries(
    Object.entries(exports).map(([name, item]) => [name, typeof item === 'function' ? guard(item) : item]),
  )
}
