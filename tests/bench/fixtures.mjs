// What the bench's backend answers: the contract's fixtures, and generated boards of 50 rows.
import { readFileSync } from 'node:fs'

const folder = new URL('../../crates/contract/fixtures/', import.meta.url)
const text = (name) => readFileSync(new URL(`${name}.json`, folder), 'utf8')

const FIXED = {
  '/portal': 'portal',
  '/me': 'me',
  '/me/balances': 'balances',
  '/me/ledger': 'ledger',
  '/me/redemptions': 'redemptions',
  '/me/tier': 'standing',
  '/me/badges': 'collection',
  '/rewards': 'rewards',
  '/tiers': 'tiers',
  '/series': 'collection_public',
  '/leaderboards': 'leaderboards',
}

/** A board of `rows` in which nobody is called the same on two boards; `swapped` moves one up. */
function board(id, rows, swapped) {
  const made = JSON.parse(text('board_top'))
  const offset = id === 'month' ? 1000 : 0
  const entries = Array.from({ length: rows }, (_, index) => ({
    id: `be_${offset + index}`,
    rank: index + 1,
    name: `Member ${String(offset + index).padStart(4, '0')}`,
    score: 9000 - index * 20,
    tier: ['Canopy', 'Bloom', 'Sprout'][index % 3],
    is_me: index === 20,
    movement: (index % 5) - 2,
  }))
  if (swapped) {
    // Row 10 overtakes row 9: two rows change places, and each says so.
    const [upper, lower] = [entries[8], entries[9]]
    entries[8] = { ...lower, rank: 9, score: upper.score + 10, movement: 1 }
    entries[9] = { ...upper, rank: 10, movement: -1 }
  }
  const me = entries.find((entry) => entry.is_me)
  return { ...made, id, entries, me: made.me && { ...made.me, ...me } }
}

/** A list as long as was asked for: a backend answers no more rows than `limit`. */
function page(name, limit) {
  const whole = JSON.parse(text(name))
  if (!whole.items || !limit || whole.items.length <= limit) return text(name)
  return JSON.stringify({ ...whole, items: whole.items.slice(0, limit), next_cursor: 'next' })
}

/**
 * The answer to `GET /v1` + `path`, as JSON text; null when there is none. `state.swapped` has
 * two neighbours of the board change places.
 */
export function answer(path, query, state) {
  if (FIXED[path]) return page(FIXED[path], Number(query.get('limit')))
  if (path.startsWith('/rewards/')) return text('reward')
  const id = path.match(/^\/leaderboards\/([\w-]+)$/)?.[1]
  if (!id) return null
  if (Number(query.get('limit')) >= 50) return JSON.stringify(board(id === 'default' ? 'week' : id, 50, state.swapped))
  return text(query.get('view') === 'top' ? 'board_top' : 'board_around_me')
}
