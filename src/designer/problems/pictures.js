// What pictures weigh, as this browser was sent them.

import { idle } from './problems.js'

/** Bytes of each picture, by its whole address; 0 where its origin keeps them to itself. */
const sent = new Map()

/**
 * Calls `again`, when the browser is idle, after the weight of a picture has become known. All are heard from
 * the start: the browser's own list of what it loaded ends after 250 entries.
 */
export function hearPictures(again) {
  const hear = new PerformanceObserver((list) => {
    const pictures = list.getEntries().filter(({ initiatorType, responseStatus }) => initiatorType === 'img' && !(responseStatus >= 400))
    for (const { name, encodedBodySize } of pictures) sent.set(name, Math.max(encodedBodySize ?? 0, sent.get(name) ?? 0))
    if (pictures.length) idle(again)
  })
  hear.observe({ type: 'resource', buffered: true })
}

const link = document.createElement('a')
/** An address as a whole; unlike `new URL`, it never throws. */
const whole = (address) => Object.assign(link, { href: address }).href

/** Bytes of the picture at each address; 0 for those that are not known. */
export function weights(addresses) {
  return Uint32Array.from(addresses, (address) => sent.get(whole(address)) ?? 0)
}

/**
 * The other pictures that the canvas has loaded, each once: how many, how many of unknown weight, bytes of the others.
 */
export function others(addresses) {
  const own = new Set(addresses.map(whole))
  const drawn = document.querySelector('[data-page] > *')?.shadowRoot?.querySelectorAll('img') ?? []
  const seen = new Set([...drawn].filter((img) => img.naturalWidth > 0).map((img) => img.currentSrc))
  const sizes = [...seen].filter((address) => !own.has(address)).map((address) => sent.get(address) ?? 0)
  return Uint32Array.of(sizes.length, sizes.filter((size) => !size).length, sizes.reduce((sum, size) => sum + size, 0))
}
