// Brings a block into its state: waits until it has settled, clicks what the demo names, and
// tells tests when the state is reached.

// One demo's open order must not turn up in the next.
try {
  for (const name of Object.keys(localStorage)) if (name.startsWith('palier.intent.')) localStorage.removeItem(name)
} catch {
  // Storage is denied, and holds nothing.
}

const frame = () => new Promise((next) => requestAnimationFrame(next))

// Retries of a failing request take up to three seconds.
async function until(find, ms = 2000) {
  const end = performance.now() + ms
  while (performance.now() < end) {
    const found = find()
    if (found) return found
    await frame()
  }
  return null
}

/** Plays `clicks`, then calls `settled`, then marks the document. */
export async function play(clicks, settled, patience) {
  const block = () => document.querySelector('[data-block]')
  await until(() => block() && block().dataset.state !== 'loading' && block().ariaBusy !== 'true', patience)
  for (const selector of clicks) {
    const found = await until(() => document.querySelector(`[data-block] ${selector}`))
    if (found) found.click()
    else console.error(`The demo clicks "${selector}", which is not there.`)
    await frame()
  }
  if (settled()) await until(() => block()?.querySelector('.pl-notice, [data-refreshing]') , 5000)
  await frame()
  await frame()
  // A lazy image far below would never decode.
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  reached()
}

/** Marks the document: the state is there. */
export function reached() {
  document.documentElement.dataset.galleryReady = 'true'
}

/** Names of the query in the address, with their values. */
export function query() {
  return [...new URLSearchParams(location.search)].flat()
}
