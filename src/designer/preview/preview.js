// Shows the portal as a member would see it; what they would write stays here.

import { intercept } from '../../client/transport.js'
import { memberToken } from '../port/port.js'

/** The programme's demo members: id, alias, description, one after the other; none elsewhere. */
export async function members() {
  const reply = await fetch('/demo/members').catch(() => null)
  if (!reply?.ok) return []
  const all = await reply.json()
  return all.flatMap(({ id, alias, description }) => [id, alias, description])
}

/** A callback that gives the tokens of a demo member. */
export function tokensOf(member) {
  return () => memberToken(member)
}

/**
 * Answers every write of the canvas itself, with `order` for a redemption and `refusal` for the
 * rest. A quote writes nothing, so it may ask.
 */
export function sandbox(order, refusal) {
  intercept((method, url) => {
    if (method === 'GET' || url.endsWith('/redemptions/quote')) return null
    const redeems = method === 'POST' && url.endsWith('/redemptions')
    return redeems ? { status: 201, body: order } : { status: 403, body: refusal }
  })
}
