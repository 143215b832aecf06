// What the loader fetches beside the WASM: its glue, the scripts that only drawing needs, and whatever
// else can wait until then.

import * as glue from 'palier-glue'

export { close, default, forget, refresh } from 'palier-glue'
export { turn } from './turns.js'
/** Loads the second part; development builds come in one. */
export const rest = glue.rest
