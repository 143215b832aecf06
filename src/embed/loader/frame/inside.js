// The frame's side of `mode="frame"`: the kit draws one tag, and the page that holds the frame is
// told how high it is and what it tells. Runs after `palier.js`, in a page of its own.

import { EVENTS } from '../surface.js'
import { dialogs } from './dialogs.js'

const { configure, refresh, signOut } = globalThis[Symbol.for('palier.kit@1')].api
const root = document.documentElement
const host = originOf(decodeURIComponent(location.hash.slice(1)))
const questions = new Map()
// What was pressed, while the page thinks about it.
const open = new WeakSet()
let asked = 0
let port = null
let element = null
let room = null
// The block's heading, as the page knows it.
let title
// What a click fell on, while it is being handled.
let pressed = null
let passing = false
let token = null

const sheet = new CSSStyleSheet()
sheet.replaceSync('html{overflow:hidden}html.pl-scrolls{overflow:auto}body{margin:0}')
document.adoptedStyleSheets = [sheet]

/** Tells the page, once what is being drawn is there to be measured. */
const tell = (message) => setTimeout(() => port.postMessage({ height: room?.height(), title: (title = heading()), ...message }))

const heading = () => element?.shadowRoot.querySelector('[part~=heading],[role=heading],h1,h2,h3')?.textContent.trim()

/** Asks the page; resolves to its answer. */
function ask(question) {
  asked += 1
  port.postMessage({ ...question, ask: asked })
  return new Promise((done) => questions.set(asked, done))
}

async function getToken({ reason }) {
  const answer = await ask({ token: reason === 'expired' ? token : null })
  if (answer.failed) throw new Error('the page gave no token')
  return (token = answer.token)
}

/** Whether an event waits for the page: what it prevents here has not happened yet. */
const waits = () => pressed?.localName === 'a'

/** Passes on what the page answers: its words, or that it has said no by itself. */
function answered({ allowed }) {
  if (allowed !== true) throw allowed === false ? null : allowed
}

function relay(event) {
  const { type, detail } = event
  if (passing) return
  if (event.waitUntil) return event.waitUntil(ask({ event: type, detail }).then(answered))
  if (!waits()) return tell({ event: type, detail })
  event.preventDefault()
  const again = pressed
  // One question at a time: a second click is no second order.
  if (open.has(again)) return
  open.add(again)
  ask({ event: type, detail }).then(({ allowed }) => {
    open.delete(again)
    if (allowed !== true) return
    passing = true
    again.click()
    passing = false
  })
}

function remember(event) {
  pressed = event.composedPath().find((node) => node.localName === 'a' || node.localName === 'button') ?? null
  // Places on this page stay here, every other link opens in the page around it.
  if (pressed?.getAttribute('href')?.startsWith('#')) pressed.target = '_self'
  setTimeout(() => (pressed = null))
}

function start({ kind, endpoint, locale, messages }) {
  if (!customElements.get(`palier-${kind}`)) return
  root.lang = locale
  configure({ endpoint, locale, messages, getToken })
  element = document.createElement(`palier-${kind}`)
  element.failed = ({ code, message, retryable }) => tell({ failed: { code, message, retryable } })
  // It may be another one at the same height.
  new MutationObserver(() => heading() !== title && tell({})).observe(element.shadowRoot, { subtree: true, childList: true, characterData: true })
  element.addEventListener('click', remember, true)
  for (const name of ['palier-state', ...EVENTS]) element.addEventListener(name, relay)
}

/** Makes the tag and the theme what the page says; the tag appears once both are. */
function appear({ attributes, theme, tokens, rem, dir }) {
  for (const [name, value] of tokens) {
    if (name.startsWith('--palier-')) root.style.setProperty(name, value)
  }
  root.style.fontSize = rem
  root.dir = dir
  const wanted = new Map()
  for (let at = 0; at < attributes.length; at += 2) wanted.set(attributes[at], attributes[at + 1])
  if (theme == null) wanted.delete('theme')
  else wanted.set('theme', theme)
  for (const name of element.getAttributeNames()) if (!wanted.has(name)) element.removeAttribute(name)
  for (const [name, value] of wanted) if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  if (element.isConnected) return tell({})
  port.postMessage({ ready: true })
  document.body.append(element)
  // Over the element's own sheets, the first of which it puts in when it begins.
  room = dialogs(element, tell)
}

function hear({ data }) {
  if (data.start) start(data.start)
  if (data.look && element) appear(data.look)
  if (data.outside) room?.between(data.outside)
  if (data.scroll) root.classList.add('pl-scrolls')
  if (data.refresh != null) refresh(data.refresh.split(',').filter(Boolean))
  if (data.forget != null) {
    token = null
    if (data.forget) signOut()
    // Whoever signs in next is asked for here too, as somebody else.
    configure({ getToken: (ask) => getToken(ask) })
  }
  if (questions.has(data.answer)) {
    questions.get(data.answer)(data)
    questions.delete(data.answer)
  }
}

function meet({ source, origin, data, ports }) {
  if (source !== parent || origin !== host || data?.palier !== 'port' || port) return
  port = ports[0]
  port.onmessage = hear
}

function originOf(text) {
  try {
    const { origin } = new URL(text)
    return origin === text ? text : null
  } catch {
    return null
  }
}

// Only the page that the address names hears from here, and only it is heard.
if (parent !== window && host) {
  addEventListener('message', meet)
  parent.postMessage({ palier: 'hello' }, host)
}
