// A panic in the WASM instance: whoever loaded the kit decides what to show instead.

/** Called by the panic hook, with the source file that gave up. */
export function panicked(place) {
  globalThis[Symbol.for('palier.kit@1')]?.panicked?.(place)
}
