// Fetches the messages that a page of ours links to.

/** The messages nearest to `locale`: an array in the order of the keys; English when none. */
export async function load(locale) {
  const link = (tag) => document.querySelector(`link[rel=palier-messages][hreflang="${tag}"]`)
  const found = link(locale) ?? link(locale.split('-')[0]) ?? link('en')
  const reply = await fetch(found.href)
  if (!reply.ok) throw new Error(`messages: HTTP ${reply.status}`)
  return reply.json()
}
