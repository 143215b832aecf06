// Themes of the backend, by the id that `theme` may name. What gives one to a block is code of the second
// part of the WASM, for which no first draw waits.

import * as glue from 'palier-glue'

const asked = new Set()

/** Whether a theme is the id of one, and no scheme's word. */
export const isTheme = (theme) => !!theme && !/^(light|dark|auto)$/.test(theme)

/**
 * Themes the block of that number: told a theme, it says whether that is one of the backend's.
 * `begin` starts a read, beside which the second part arrives; once per `where`.
 */
export function themer(id, place, begin, where) {
  let isThemed = false
  const apply = async (theme) => {
    try {
      await glue.rest?.()
      glue.set_theme(id, theme)
    } catch {
      // A trap has been told already.
    }
  }
  return (theme) => {
    const named = isTheme(theme)
    if (named) {
      place.dataset.theme = 'auto'
      const path = `/portals/${encodeURIComponent(theme)}/theme`
      if (!asked.has(where + path)) begin(path)
      asked.add(where + path)
    }
    if (named || isThemed) apply(named ? theme : '')
    isThemed ||= named
    return named
  }
}
