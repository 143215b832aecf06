// Makes the floor: reads the kit's finished page, puts references where a text is a value of a
// reply, and joins the result with `floor.js` to one minified module.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { COUNT } from '../pages.mjs'
import { drawn, settled, visit } from '../browser.mjs'

const esbuild = createRequire(new URL('../../web/package.json', import.meta.url))('esbuild')
const shadow = readFileSync(new URL('shadow.js', import.meta.url), 'utf8')
const floor = readFileSync(new URL('floor.js', import.meta.url), 'utf8')

/** The page's shadow trees once all is drawn, again when it is still, and what it asked for. */
export async function look(browser, url) {
  const asked = []
  return visit(browser, url, { wanted: COUNT, counting: true }, async (page) => {
    page.on('request', (request) => asked.push([request.method(), new URL(request.url())]))
    await drawn(page)
    const [trees, sheets] = await page.evaluate(`${shadow};[shadow(),sheets()]`)
    await settled(page)
    const later = await page.evaluate(`${shadow};shadow()`)
    const resources = asked
      .filter(([method, { pathname }]) => method === 'GET' && (pathname.startsWith('/v1/') || pathname.includes('/messages-')))
      .filter(([, { pathname }]) => pathname !== '/v1/me/stream')
      .map(([, { pathname, search }]) => pathname + search)
    return { trees, later, sheets, resources: [...new Set(resources)] }
  })
}

/** Where each text and formatted number of the replies is found, the first place winning. */
function index(replies) {
  const places = new Map()
  const numbers = new Intl.NumberFormat('en')
  const walk = (value, path) => {
    if (value && typeof value === 'object') for (const key of Object.keys(value)) walk(value[key], [...path, Array.isArray(value) ? Number(key) : key])
    const text = typeof value === 'number' && value >= 10 ? numbers.format(value) : value
    if (typeof text === 'string' && text.length > 1 && !places.has(text)) places.set(text, path)
  }
  replies.forEach((reply, at) => walk(reply, [0, at]))
  return places
}

/** Attributes that never hold a value of a reply. */
const CONSTANT = /^(class|part|role|type|for|id|href|d|style|data-.*|aria-(?!label$).*)$/

function refer(tree, places, needs) {
  const value = (text) => {
    const place = places.get(text)
    if (place) needs.add(place[1])
    return place ?? text
  }
  const [tag, attributes, ...children] = tree
  const named = Object.entries(attributes).map(([name, text]) => [name, CONSTANT.test(name) ? text : value(text)])
  return [tag, Object.fromEntries(named), ...children.map((child) => (typeof child === 'string' ? value(child) : refer(child, places, needs)))]
}

/** The floor's module for what `look` has seen. */
export async function record(origin, { trees, sheets, resources }) {
  const replies = await Promise.all(resources.map(async (path) => (await fetch(origin + path)).json()))
  const places = index(replies)
  const styles = [...new Set(sheets.flat())]
  const blocks = trees.map(({ tag, tree: [first, ...rest] }, at) => {
    const needs = new Set()
    const place = refer(first, places, needs)
    return { tag, place, after: rest, style: sheets[at].map((text) => styles.indexOf(text)), needs: [...needs] }
  })
  const source = `const FLOOR=${JSON.stringify({ blocks, styles, resources })};${floor}`
  const { code } = await esbuild.transform(source, { minify: true, format: 'esm', target: 'es2022', charset: 'utf8' })
  const references = JSON.stringify(blocks).split('[0,').length - 1
  return { code, references }
}

/** The first place where two recorded pages differ, in words; null when they are equal. */
export function difference(one, two, path = '') {
  if (typeof one !== 'object' || typeof two !== 'object' || !one || !two) {
    return one === two ? null : `${path}: ${JSON.stringify(one)?.slice(0, 120)} ≠ ${JSON.stringify(two)?.slice(0, 120)}`
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(two)])) {
    const found = difference(one[key], two[key], `${path}/${one.tag ?? key}`)
    if (found) return found
  }
  return null
}
