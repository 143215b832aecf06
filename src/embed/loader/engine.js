// What the loader fetches beside the WASM: its glue, the scripts that only drawing needs, and whatever
// else can wait until then.

export * from 'palier-glue'
export { default } from 'palier-glue'
export { turn } from './turns.js'
