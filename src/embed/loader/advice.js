// What is told to developers, and the texts that the page has of its own.
/* global PALIER_MESSAGE_NAMES -- filled in by crates/xtask/src/build/bundle.rs */

const OPTIONS = 'endpoint, getToken, locale, theme, messages, mode, fallback, frame'

/** Says what of an element's attributes and of the page's configuration there is not. */
export function warnOfUnknownOptions(element, config, say) {
  for (const name of Object.keys(config)) if (!OPTIONS.split(', ').includes(name)) say(`configure: there is no option "${name}"; there are ${OPTIONS}.`)
}

/** The messages, with the page's own in their places. */
export function withOwnMessages([list, names], own, say) {
  // Configured since: the element is about to start afresh.
  if (!own || !names) return list
  for (const name of Object.keys(own)) if (!names.includes(name)) say(`configure: there is no message "${name}"; ${PALIER_MESSAGE_NAMES} lists all.`)
  // Texts that are all the page's own are in the language that was wished for.
  return Object.assign([], names.every((name) => own[name]) || list, list.map((text, at) => own[names[at]] ?? text))
}
