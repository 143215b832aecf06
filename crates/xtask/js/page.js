// Starts one of the kit's own pages. The builder replaces PALIER_WASM by the file's name.
import init from 'palier-glue'

await init({ module_or_path: new URL(PALIER_WASM, import.meta.url) })
