// Who reads the page, as far as the page has said.

import { authorise, bearer } from '../../client/session.js'
import { config, isHome } from './config.js'

let known = false
let done

/**
 * Settles once it is known who reads: a script of the page tells, and that may run after this one, so
 * no data is asked for before one has called `configure`, all that the page waits for have run, or a
 * second has passed.
 */
export const reader = new Promise((settle) => {
  done = settle
  const [page] = performance.getEntriesByType('navigation')
  if (page?.domContentLoadedEventStart !== 0) return readerIsKnown()
  document.addEventListener('DOMContentLoaded', readerIsKnown, { once: true })
  setTimeout(readerIsKnown, 1000)
})

export function readerIsKnown() {
  known = true
  done()
}

/** Whether the room of what nobody sees is enough: the page says so, or has no token to give. */
export const isNobody = () => document.documentElement.dataset.palier === 'nobody' || (known && !config.getToken)

/** Another reader from now on, unless the callback of the present one still gives their token. */
export async function setReader(callback, forget) {
  const before = authorise(callback, isHome)
  if (before && before === (await bearer().catch(() => {}))) return
  forget()
}
