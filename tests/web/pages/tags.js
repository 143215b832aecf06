// The kit's tags with their attributes, from what is generated of the block registry: a new block, or
// a new attribute, is opened and tested like the others.
import { readFileSync } from 'node:fs'

const generated = (file) => readFileSync(new URL(`../../../src/embed/loader/${file}`, import.meta.url), 'utf8')
// The loader's sources are modules without a package that says so.
const { ELEMENTS } = await import(`data:text/javascript,${encodeURIComponent(generated('elements.js'))}`)
const [{ declarations }] = JSON.parse(generated('custom-elements.json')).modules

/** The blocks that are tags of their own. */
export const KINDS = ELEMENTS.filter(({ engine }) => !engine).map(({ kind }) => kind)
export const TAGS = KINDS.map((kind) => `palier-${kind}`)
/** Those that only members see: room is kept for what everybody else is told. */
export const OWN = ELEMENTS.filter(({ nobody }) => nobody).map(({ kind }) => `palier-${kind}`)

// Of texts: what the demo programme has of each thing that an attribute names.
const TEXTS = {
  board: 'week',
  currency: 'points',
  category: 'vouchers',
  series: 'seasons-2026',
  portal: 'grove',
  heading: 'Another heading',
  endpoint: '/v1',
  locale: 'fr',
  theme: 'dark',
}
// Within the bounds of every attribute that takes a number.
const NUMBER = '5'
// These are about how a tag is loaded, not about what it draws.
const LOADING = ['mode', 'loading']

function valuesOf({ name, type: { text } }, texts) {
  const words = text.match(/'[^']+'/g)
  if (words) return words.map((word) => word.slice(1, -1))
  if (text.startsWith('number')) return [NUMBER]
  if (!texts[name]) throw new Error(`tests/web/pages/tags.js: say what "${name}" may be`)
  return [texts[name]]
}

/**
 * Every tag, the portal's too, with what opens it in all the ways that its attributes allow: once for
 * each value of each attribute, and once with all of its attributes.
 */
export async function attributed(request) {
  const boards = await (await request.get('/v1/leaderboards')).json()
  const texts = { ...TEXTS, period: boards.items.find(({ id }) => id === TEXTS.board).periods.at(-1).key }
  const ways = declarations.map(({ tagName, attributes }) => {
    const own = attributes.filter(({ name }) => !LOADING.includes(name))
    const given = own.flatMap((one) => valuesOf(one, texts).map((value) => [one.name, value]))
    const needed = tagName === 'palier-portal' ? { portal: texts.portal } : {}
    const sets = [...given.map(([name, value]) => ({ [name]: value })), Object.fromEntries(given)]
    return [tagName, sets.map((set) => markup(tagName, { ...needed, ...set }))]
  })
  return Object.fromEntries(ways)
}

function markup(tag, attributes) {
  const text = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${tag}${text.join('')}></${tag}>`
}
