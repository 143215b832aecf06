// Shows the portal as a member would see it; what they would write stays here.

import { intercept } from '../../client/transport.js'
import { memberToken } from '../port/port.js'

/**
 * The programme's demo members: id, alias, description, one after the other; none elsewhere. The
 * brand's own people are no members: to them a portal is what it is to anybody.
 */
export async function members() {
  const reply = await fetch('/demo/members').catch(() => null)
  if (!reply?.ok) return []
  const all = await reply.json()
  const members = all.filter(({ situation }) => situation !== 'staff')
  return members.flatMap(({ id, alias, description }) => [id, alias, description])
}

/** A callback that gives the tokens of a demo member. */
export function tokensOf(member) {
  return () => memberToken(member)
}

// The base of a block in a state: see `Stage::store`.
const SHOWN = /\/~shown\/([\w-]+)\/([\w-]+)(\/.*)$/

/**
 * Answers every request of a block in a state by `shown(method, kind, state, address)`, and every
 * other write of the canvas itself, with what `ordered` gives for a redemption and `refusal` for
 * the rest. A quote writes nothing, so it may ask.
 */
export function sandbox(shown, ordered, refusal) {
  intercept((method, url) => {
    const found = SHOWN.exec(url)
    if (found && method === 'GET') return shown(method, ...found.slice(1))
    if (!found && (method === 'GET' || url.endsWith('/redemptions/quote'))) return null
    const redeems = method === 'POST' && url.endsWith('/redemptions')
    if (redeems) return ordered()
    return found ? shown(method, ...found.slice(1)) : { status: 403, body: refusal }
  })
}

let fetched = null

/** The text of the fixtures file that the page links to. */
export async function fixtures() {
  fetched ??= fetch(document.querySelector('link[rel=palier-fixtures]').href).then((reply) => {
    if (!reply.ok) throw new Error(`fixtures: HTTP ${reply.status}`)
    return reply.text()
  })
  // What failed is tried again by the next who asks.
  return fetched.catch((cause) => {
    fetched = null
    throw cause
  })
}

/** The value of a date field in this time zone, as milliseconds since 1970; NaN when it is empty. */
export function instantOf(text) {
  return text ? new Date(text).getTime() : NaN
}
