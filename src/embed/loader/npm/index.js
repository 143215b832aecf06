// What apps import of the package `palier-kit`: small enough for any bundler, and nothing at all where
// there is no document. The kit itself runs from its own folder, where its files stand beside each other.

// Tags are defined by the kit whichever way it came: by a script tag, or by `load`.
const kit =
  typeof document !== 'undefined' &&
  customElements.whenDefined('palier-portal').then(() => globalThis[Symbol.for('palier.kit@1')].api)

/**
 * Loads the kit from `address`, that of its `palier.js`, unless it is there already. Settles when the tags are
 * defined; fails where there is no such script. On a server it does nothing.
 */
export async function load(address) {
  if (!kit) return
  const isThere = globalThis[Symbol.for('palier.kit@1')]
  // Bundlers are to leave it alone: it is an address of the page.
  if (!isThere) await import(/* @vite-ignore */ /* webpackIgnore: true */ new URL(address, document.baseURI).href)
  await kit
}

// What is called before the kit is there is done as soon as it is, in the same order.
const later = (name) => (value) => {
  if (kit) kit.then((api) => api[name](value))
}

export const configure = later('configure')
export const refresh = later('refresh')
export const signOut = later('signOut')
export const discover = later('discover')
export const registerBlock = later('registerBlock')
