// The end of a release's glue, in place of wasm-bindgen's own: one way to start, and a second part.

let wasm
const part = PALIER_REST && secondPart(new URL(PALIER_REST, import.meta.url))

/** Loads the instance's second part, without hurry. */
export const rest = () => part && part.fetch()

/** Starts the instance of a WASM file: its address, or its answer. */
export default async function start({ module_or_path: file }) {
  const reply = await (file instanceof URL ? fetch(file) : file)
  const imports = __wbg_get_imports()
  if (part) imports['~'] = part.imports
  // Servers that do not know the type cost the streaming, no more.
  const { instance } = await (reply.headers.get('Content-Type') === 'application/wasm'
    ? WebAssembly.instantiateStreaming(reply, imports)
    : WebAssembly.instantiate(await reply.arrayBuffer(), imports))
  if (part) part.of(instance.exports)
  wasm = instance.exports;
  wasm.PALIER_START()
}
