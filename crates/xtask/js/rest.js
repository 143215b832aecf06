// The second part of a WASM instance: what its first opening does not run.

// How long to wait before the next try, in milliseconds.
const PAUSES = [0, 2000, 8000, 30000]

/**
 * The part at `url`. It works on the first one's memory and enters its functions into the first one's
 * table, so what it needs is the first one's exports (`of`), and it is there once it is instantiated.
 */
export function secondPart(url) {
  let exports
  let there = false
  let coming = null

  const arrive = async () => {
    const reply = await fetch(url, { priority: 'low' })
    if (!reply.ok) throw new Error(`${url}: HTTP ${reply.status}`)
    const module = await WebAssembly.compile(await reply.arrayBuffer())
    if (!there) await WebAssembly.instantiate(module, { '~': exports })
    there = true
  }

  // As a trap: the instance stands in the middle of something.
  const trap = (cause) =>
    Object.assign(new WebAssembly.RuntimeError(`the rest of the kit could not be loaded: ${cause}`), { isRest: true })

  // A call from WASM returns with its answer or not at all, so this cannot wait as a promise does.
  const load = () => {
    if (there) return
    // Nobody has done anything yet that could be lost: a brand's page is not kept waiting, its tags
    // begin afresh with it.
    if (!navigator.userActivation?.hasBeenActive && globalThis[Symbol.for('palier.kit@1')]) throw trap('not yet')
    const request = new XMLHttpRequest()
    request.open('GET', url, false)
    // Each byte becomes a letter; such a request cannot ask for bytes.
    request.overrideMimeType('text/plain; charset=x-user-defined')
    try {
      request.send()
      const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0))
      new WebAssembly.Instance(new WebAssembly.Module(bytes), { '~': exports })
    } catch (cause) {
      throw trap(cause)
    }
    there = true
  }

  return {
    imports: { load },
    of: (first) => (exports = first),
    /** Loads it without hurry, so that no call of the instance has to wait for it. */
    fetch: () =>
      (coming ??= (async () => {
        for (const pause of PAUSES) {
          await new Promise((done) => setTimeout(done, pause))
          try {
            return await arrive()
          } catch (cause) {
            console.debug(cause)
          }
        }
      })()),
  }
}
