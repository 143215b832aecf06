// The real portal page in a frame: with the draft instead of what is published, as a member of the
// demo or as nobody, and without a way to write.

const problem = { type: 'urn:palier:problem:forbidden', title: 'This is a preview: nothing is written.', status: 403 }
const json = (status, body) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

/** Whether a page of that address may be given the draft: it must be of this page's own origin. */
export function isOurs(address) {
  return new URL(address, location.href).origin === location.origin
}

/**
 * Opens `address` in `frame`. Pages of ours let who frames them prepare their window before they
 * start; from another origin they cannot be reached, and show what is published.
 */
export function open(frame, address, portal, draft, member) {
  frame.palierPrepare = (page) => {
    const ask = page.fetch.bind(page)
    const document = `/portals/${encodeURIComponent(portal)}`
    page.fetch = async (input, init) => {
      const url = new URL(input?.url ?? input, page.location.href)
      const method = (init?.method ?? input?.method ?? 'GET').toUpperCase()
      if (method === 'GET') return url.pathname.endsWith(document) ? json(200, JSON.parse(draft)) : ask(input, init)
      return url.pathname === '/demo/token' || url.pathname.endsWith('/redemptions/quote') ? ask(input, init) : json(403, problem)
    }
    // The editor's own session is none of the page's.
    const kept = new Map(member ? [['palier-demo-member', member]] : [])
    const box = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) }
    Object.defineProperty(page, 'sessionStorage', { value: box })
  }
  frame.src = address
}
