// The kit's entry: defines the tags at once, starts data and WASM side by side, and never
// throws into the page. Included twice, the second copy steps aside for the first.
/* global PALIER_VERSION -- filled in by crates/xtask/src/build/bundle.rs */

import { own, say } from './config.js'
import { define } from './element.js'
import { ELEMENTS } from './elements.js'
import { kit } from './kit.js'

if (!kit.defined) {
  kit.defined = true
  for (const element of ELEMENTS) define(element)
} else if (kit.version !== PALIER_VERSION || Object.keys({ ...own?.dataset })[0]) {
  say(`palier.js ${kit.version} runs already: ${PALIER_VERSION} is left out.`)
}

export const { configure, refresh, signOut, discover, registerBlock } = kit.api
