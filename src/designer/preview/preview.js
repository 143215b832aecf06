// Shows the portal as a member would see it; what they would write stays here.

import { carry } from '../../client/session.js'
import { intercept } from '../../client/transport.js'
import { endpoint } from '../../portal/tab.js'
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

let chosen = ''

/** Blocks in a state are read by this demo member from now on; by the one of the fixtures when empty. */
export function readAs(member) {
  chosen = member
}

/** What the backend says of the chosen member, as text; undefined without one, and without an answer. */
export async function ownMe() {
  if (!chosen) return
  const headers = { Authorization: `Bearer ${await memberToken(chosen)}` }
  const reply = await fetch(`${endpoint()}/me`, { headers }).catch(() => null)
  return reply?.ok ? reply.text() : undefined
}

// The base of a block in a state: see `Stage::store`.
const SHOWN = /\/~shown\/([\w-]+)\/([\w-]+)(\/.*)$/

const base = () => endpoint().replace(/\/+$/, '')

/**
 * What the backend answers nobody in particular, whoever was chosen. `address` is below the API's base;
 * never rejects.
 */
export function asNobody(address, language) {
  return carry('GET', base() + address, { 'Accept-Language': language }, null, '')
}

let look = () => null

/**
 * What whoever is described would be answered: a promise of `{status, body}`. Null for what is the same for
 * everybody, and while nobody is described.
 */
export function seen(method, url, language, body) {
  const [api, asked] = [base(), url].map((address) => new URL(address, document.baseURI).href)
  if (!asked.startsWith(`${api}/`)) return null
  return look(method, asked.slice(api.length), language ?? '', body ?? '') ?? null
}

/**
 * Answers every request of a block in a state by `shown(method, kind, state, address, body)`, those of whoever is
 * described by `looked(method, address, language, body)`, and every other write of the canvas itself: with
 * what `ordered(body, reward, quote)` makes of a redemption and what the backend says of its choice, and
 * `refusal` for the rest. A quote writes nothing, so it may ask.
 */
export function sandbox(shown, looked, ordered, refusal) {
  look = looked
  intercept((method, url, body, headers) => {
    const found = SHOWN.exec(url)
    const { 'Accept-Language': language } = headers
    if (found && method === 'GET') return shown(method, ...found.slice(1), body ?? '')
    if (!found && (method === 'GET' || url.endsWith('/redemptions/quote'))) return seen(method, url, language, body)
    if (method === 'POST' && url.endsWith('/redemptions')) {
      const base = url.slice(0, -'/redemptions'.length)
      const ask = (method, path, body) =>
        found
          ? shown(method, found[1], found[2], path, body ?? '')
          : (seen(method, base + path, language, body) ?? carry(method, base + path, { 'Accept-Language': language }, body, path))
      return order(ask, body, ordered)
    }
    return found ? shown(method, ...found.slice(1), body ?? '') : { status: 403, body: refusal }
  })
}

async function order(ask, body, ordered) {
  const { choice } = JSON.parse(body)
  const [reward, quote] = await Promise.all([
    ask('GET', `/rewards/${encodeURIComponent(choice.reward_id)}`),
    ask('POST', '/redemptions/quote', JSON.stringify(choice)),
  ])
  return ordered(body, ...[reward, quote].map((reply) => (reply.status < 300 ? reply.body : undefined)))
}

/** The value of a date field in this time zone, as milliseconds since 1970; NaN when it is empty. */
export function instantOf(text) {
  return text ? new Date(text).getTime() : NaN
}
