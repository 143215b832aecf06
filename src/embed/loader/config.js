// What the page has configured, and what follows from it for one element.

/**
 * The script tag of this copy of the kit; none where it was imported. Looked for among true scripts:
 * a form called `scripts` would stand in for `document.scripts`, and its fields have addresses too.
 */
export const own = [...document.querySelectorAll('script')].find((script) => script.src === import.meta.url)
/**
 * What `configure` was given, over `data-endpoint`, `data-locale`, `data-theme`, `data-mode`,
 * `data-fallback` and `data-frame` of the script tag.
 */
export const config = Object.create({ ...own?.dataset })

/** The API base, without a slash at its end: the element's own, the configured one, or `/v1` of the kit's origin. */
export const endpointOf = (element) => absolute(element.getAttribute('endpoint') || config.endpoint)

/**
 * Whether the reader's token may go there: to the backend that the page has configured, or to the page's
 * own origin. What an element says is markup, which others than the page's authors may have written.
 */
export const isHome = (url) => {
  const { origin } = new URL(url)
  return [location.origin, new URL(absolute(config.endpoint)).origin].includes(origin) || say(`No token for ${origin}`)
}

function absolute(wanted) {
  try {
    return new URL(wanted || '/v1', wanted ? document.baseURI : import.meta.url).href.replace(/\/+$/, '')
  } catch {
    throw failure('bad-endpoint', `endpoint="${wanted}" is no address`)
  }
}

/** The locale: the element's own, the configured one, or the page's language. */
export function localeOf(element) {
  const wanted = element.getAttribute('locale') || config.locale || regional(languageOf(element)) || navigator.language
  try {
    return Intl.getCanonicalLocales(String(wanted))[0]
  } catch {
    say(`<${element.localName} locale="${wanted}">: expected a language tag such as fr-CH; using "en".`)
    return 'en'
  }
}

/** The language of what surrounds a node, also from within shadow roots. */
function languageOf(node) {
  const near = node.closest('[lang]')?.lang
  const { host } = node.getRootNode()
  return near || (host && languageOf(host))
}

// A page that names a language only leaves to the reader how that language writes dates.
const regional = (tag) => navigator.languages.find((one) => one.startsWith(`${tag}-`)) ?? tag

const told = new Set()

/** Tells developers a line, once. */
export function say(text) {
  if (!told.has(text)) console.warn(text)
  told.add(text)
}

export const failure = (code, message, retryable = false) => Object.assign(new Error(message), { code, retryable })
