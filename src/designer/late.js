// What comes after the first opening.

/** Resolves once all of the designer is here: what nobody waits for runs no sooner. */
export async function whole() {
  await globalThis.palierWhole
}

const fetched = {}

/** The text of the file that the page links to by that name. */
export async function file(name) {
  fetched[name] ??= get(document.querySelector(`link[rel=palier-${name}]`).href)
  try {
    return await fetched[name]
  } catch (cause) {
    // What failed is tried again by the next who asks.
    delete fetched[name]
    throw cause
  }
}

async function get(address) {
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(`${address}: HTTP ${reply.status}`)
  return reply.text()
}
