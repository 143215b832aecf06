// What the loader fetches beside the WASM: its glue, and the scripts that only drawing needs.

export * from 'palier-glue'
export { default } from 'palier-glue'
