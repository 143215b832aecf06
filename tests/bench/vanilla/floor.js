// The floor: what five blocks cost a page that has no kit. It defines the tags, shows the same
// placeholders, fetches the same resources side by side, parses them, and builds the same
// elements, each block as soon as its own resources are there. It has no state, no listeners, no
// plural rules and no dates: sentences that are not literally in a reply are constants.
// `FLOOR` is put in front of it by `record.mjs`.

const { blocks, styles, resources } = FLOOR
const SVG = 'http://www.w3.org/2000/svg'
const numbers = new Intl.NumberFormat('en')
const sheets = styles.map((text) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
})
const data = []
const headers = { Authorization: 'Bearer bench', 'Accept-Language': 'en' }
const loads = resources.map(async (url, index) => {
  const reply = await fetch(url, { headers, credentials: 'omit' })
  data[index] = JSON.parse(await reply.text())
})

// `[0, resource, …path]` stands for a value of a reply.
function value(given) {
  if (typeof given === 'string') return given
  let found = data[given[1]]
  for (let at = 2; at < given.length; at++) found = found[given[at]]
  return typeof found === 'number' ? numbers.format(found) : found
}

function build([tag, attributes, ...children], svg) {
  const inside = svg || tag === 'svg'
  const element = inside ? document.createElementNS(SVG, tag) : document.createElement(tag)
  for (const name in attributes) element.setAttribute(name, value(attributes[name]))
  for (const child of children) {
    element.append(typeof child === 'string' || child[0] === 0 ? value(child) : build(child, inside))
  }
  return element
}

for (const { tag, style, needs, place, after } of blocks) {
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode: 'open' })
        root.adoptedStyleSheets = style.slice(0, 1).map((index) => sheets[index])
        const waiting = document.createElement('div')
        waiting.className = 'pl-place pl-wait'
        root.append(waiting, ...after.map((part) => build(part, false)))
        Promise.all(needs.map((index) => loads[index])).then(() => {
          // One block per task, as the kit does, so that input can come between.
          setTimeout(() => {
            root.adoptedStyleSheets = style.map((index) => sheets[index])
            waiting.replaceWith(build(place, false))
            this.dispatchEvent(new CustomEvent('palier-ready', { bubbles: true, composed: true }))
          })
        })
      }
    },
  )
}
