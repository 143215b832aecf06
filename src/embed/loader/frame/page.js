// The page's side of `mode="frame"`: an element's block in a document of the kit's origin.
//
//   frame ── hello ──> page          to the page's origin, which the frame's address names
//   page ── port ──> frame           to the frame's origin; whatever follows takes this port
//   page ── start, look ──> frame    attributes, words, tokens of the theme; again when they change
//   frame ── ready ──> page          they hold: what is painted from now on is right
//   frame ── height, events, questions ──> page

import { ask } from '../../../blocks/ask.js'
import { askWhenBack } from '../back.js'
import { outside, steady } from './steady.js'
import { EVENTS, PROPERTIES } from '../surface.js'

const DEADLINE_MS = 10000
const TITLE = { en: 'Member club', fr: 'Club des membres' }
const SHEET = `.pl-framed>iframe{display:block;inline-size:100%;border:0;color-scheme:light dark}.pl-card>iframe{border-radius:var(--palier-block-radius,var(--palier-radius,.875em));box-shadow:var(--palier-shadow,0 1px 2px rgb(16 20 30 / .05),0 2px 8px rgb(16 20 30 / .04))}.pl-wait>iframe{opacity:0}.pl-framed[hidden]{position:relative;block-size:0;min-block-size:0!important;opacity:0;pointer-events:none}.pl-framed[hidden]>iframe{position:absolute;inset:0 0 auto}`
let sheet

function styled(place) {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(SHEET)
  }
  const { adoptedStyleSheets } = place.getRootNode()
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet)
}

/** The scheme that is meant by a wish; the reader's for `auto`, absent for none. */
const schemeOf = (wish, dark) => (wish === 'auto' ? (dark.matches ? 'dark' : 'light') : wish)

/** The theme as the element has it, so that the frame looks as the page would. */
function look(element, frame, dark, config) {
  const style = getComputedStyle(frame)
  return {
    theme: schemeOf(element.getAttribute('theme') || config.theme, dark),
    tokens: PROPERTIES.map((name) => [name, style.getPropertyValue(name).trim()]),
    rem: getComputedStyle(document.documentElement).fontSize,
    dir: style.direction,
  }
}

/**
 * Puts a frame with the element's block into `place`. Gives what a mounted block gives, and `tell`
 * for what concerns the session.
 */
export function embed({ element, row, place, attributes, config, beside, endpointOf, localeOf, bearer, failure }) {
  askWhenBack(config)
  const page = new URL(config.frame || beside('frame.html'), document.baseURI)
  const given = { endpoint: endpointOf(element), locale: localeOf(element), messages: config.messages }
  if (location.origin === 'null') throw failure('frame-blocked', 'a frame needs a page with an origin')
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const heights = steady()
  const frame = document.createElement('iframe')
  const ended = new AbortController()
  const { signal } = ended
  const heard = { signal }
  let port = null
  let asked = false

  const tell = (message) => port?.postMessage(message)
  const ground = () => tell({ look: { ...look(element, frame, dark, config), attributes: attributes() } })
  const changed = () => {
    if (!asked) queueMicrotask(() => signal.aborted || ((asked = false), ground()))
    asked = true
  }

  function connect({ source, origin, data }) {
    if (source !== frame.contentWindow || origin !== page.origin || data?.palier !== 'hello') return
    // A frame that was loaded anew asks anew; the one before hears nothing any more.
    port?.close()
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = ({ data }) => hear(data)
    frame.contentWindow.postMessage({ palier: 'port' }, page.origin, [channel.port2])
    tell({ start: { kind: row.kind, ...given } })
    ground()
  }

  function hear({ height, title, ready, event, detail, ask: question, token, failed, looks }) {
    if (ready) clearTimeout(late)
    if (title) frame.title = title
    if (height != null) grow(height)
    if (looks) tell({ outside: outside(frame.getBoundingClientRect(), innerHeight) })
    if ('number' === typeof question) event ? object(question, event, detail) : give(question, token)
    else if (event) say(event, detail)
    if (failed) element.failed(failure(failed.code, failed.message, failed.retryable))
    frame.inert = place.hidden
  }

  function grow(height) {
    const next = heights.take(height, frame.clientWidth, performance.now())
    if (next != null) frame.style.blockSize = `${next}px`
    else if (heights.stuck()) tell({ scroll: true })
  }

  // A frame speaks for its block, and for nothing else of the page.
  const say = (name, detail) => name !== 'palier-state' && !EVENTS.includes(name) || ask(element, name, detail)

  const object = async (question, name, detail) => tell({ answer: question, allowed: await say(name, detail) })

  function give(question, refused) {
    bearer(refused, AbortSignal.timeout(DEADLINE_MS), given.endpoint).then(
      (token) => tell({ answer: question, token }),
      () => tell({ answer: question, failed: true }),
    )
  }

  const fail = (code, message) => element.failed(failure(code, message, code === 'load-failed'))
  const late = setTimeout(
    () => fail('load-failed', `${page.origin} gave no frame within 10 s: frame-ancestors must name ${location.origin}`),
    DEADLINE_MS,
  )
  const refused = ({ effectiveDirective, blockedURI }) => {
    if (!/^(frame|child|default)-src$/.test(effectiveDirective) || !blockedURI.startsWith(page.origin)) return
    fail('frame-blocked', `the page's policy allows no frame from there; allow it with frame-src ${page.origin}`)
  }

  addEventListener('message', connect, heard)
  document.addEventListener('securitypolicyviolation', refused, heard)
  dark.addEventListener('change', changed, heard)
  const watch = new MutationObserver(changed)
  watch.observe(element, { attributes: true })

  styled(place)
  place.classList.add('pl-framed')
  place.classList.toggle('pl-card', !row.engine)
  frame.allow = 'clipboard-write'
  frame.title = TITLE[given.locale.split('-')[0]] ?? TITLE.en
  frame.inert = true
  frame.style.blockSize = `${element.getBoundingClientRect().height || 150}px`
  // A token that changes further up is a transition of no length, where browsers tell of those.
  frame.style.transition = PROPERTIES.map((name) => `${name} 1ms step-start allow-discrete`).join()
  frame.addEventListener('transitionrun', changed, heard)
  const address = new URL(page)
  address.hash = encodeURIComponent(location.origin)
  frame.src = address.href
  place.append(frame)

  return {
    // The observer has seen it too, and tells everything that changed at once.
    set: changed,
    tell: (what, value = '') => tell({ [what]: value }),
    unmount() {
      clearTimeout(late)
      ended.abort()
      watch.disconnect()
      port?.close()
      port = null
      frame.remove()
      place.classList.remove('pl-framed', 'pl-card')
    },
  }
}
