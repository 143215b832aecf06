// What the loader fetches beside the WASM: its glue, the scripts that only drawing needs, and whatever
// else can wait until then.

import * as glue from 'palier-glue'
import { whenWhole } from './whole.js'

export { default, forget } from 'palier-glue'
export { turn } from './turns.js'
/** Ends what the stores took, after what is still to be taken away. */
export const close = () => whenWhole(glue.close)
/** Reads again what the topics name. */
export const refresh = (topics) => whenWhole(() => glue.refresh(topics))
/** Loads the second part; development builds come in one. */
export const rest = glue.rest
