// How an element comes by its block: in the instance that all share, or in a frame.
/* global PALIER_FRAME -- filled in by crates/xtask/src/build/bundle.rs */

import { bearer, begin } from '../../client/session.js'
import { config, endpointOf, failure, localeOf, say } from './config.js'
import { beside, inTime, messages } from './files.js'
import { glue, load } from './instance.js'
import { elements, retryLost } from './live.js'
import { reader } from './reader.js'

/** Starts the reads that `element` will want, beside the WASM of the engine of that name. */
export function prefetch(element, paths, engine) {
  const [base, locale] = [endpointOf(element), localeOf(element)]
  load(engine).catch(() => {})
  messages(locale).catch(() => {})
  // After the engine's files, which weigh more: over HTTP/1.1, six requests at a time are all there are.
  reader.then(() => {
    // Once the instance runs, its store knows what is there already.
    for (const path of glue ? [] : ['/portal', '/me', ...paths]) begin(base, path, locale)
  })
}

/**
 * Mounts `element` when its turn comes. Resolves to the block, to `set` attributes of and to
 * `unmount`; to null when it is not `wanted` any more by then.
 */
export async function mount(element, { kind, engine }, place, attributes, wanted) {
  const locale = localeOf(element)
  const all = Promise.all([messages(locale), load(engine)])
  // A failure waits too: the page's script may be about to configure what mends it.
  await Promise.allSettled([all, reader])
  const [words] = await all
  // Another engine may have been asked for meanwhile.
  while (!glue) await load(engine)
  retryLost()
  const given = [kind, element, place, attributes, endpointOf(element), locale, words]
  const block = await glue.turn(given, wanted, { begin, config, failure, say })
  if (block) elements.set(element, block)
  return block
}

/** Puts `element` into a frame, by code that is loaded with the first. Resolves as `mount` does. */
export async function embed(element, row, place, attributes, wanted) {
  const { embed } = await inTime(() => import(beside(PALIER_FRAME)))
  if (!wanted()) return null
  const block = embed({ element, row, place, attributes, config, beside, endpointOf, localeOf, bearer, failure })
  elements.set(element, block)
  return block
}
