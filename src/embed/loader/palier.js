// The kit's entry: defines the tags at once, starts data and WASM side by side, and never
// throws into the page. Included twice, the second copy steps aside for the first.

import { ELEMENTS } from './elements.js'
import { define } from './element.js'
import { kit } from './kit.js'

if (!kit.defined) {
  kit.defined = true
  for (const element of ELEMENTS) define(element)
}

export const { configure, refresh, signOut, discover, registerBlock } = kit.api
