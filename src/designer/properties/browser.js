// What the properties panel needs of the browser.

const CONTROLS = 'button, input, select, textarea, [contenteditable]'

/** Focuses the element of that id, or the first control in it, once what changed is drawn. */
export function focusLater(id) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = document.getElementById(id)
      const inside = [...(found?.querySelectorAll(CONTROLS) ?? [])]
      const control = found?.matches(CONTROLS) ? found : inside.find((control) => control.checkVisibility())
      control?.focus()
    }),
  )
}

/** Enter ends typing in a text of one line; an input method keeps its Enter. */
export function keepToOneLine(event) {
  if (event.key === 'Enter' && !event.isComposing) event.preventDefault()
}

/** The name of a language in another one. */
export function languageName(tag, locale) {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** An instant as `<input type=datetime-local>` shows it, in the browser's own zone; '' for none. */
export function localOf(instant) {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const two = (n) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The instant that a local date and time mean, as RFC 3339; '' for none. */
export function instantOf(local) {
  const date = new Date(local)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('.000Z', 'Z')
}

/** The pictures that the site offers to choose from: see `public/media/index.json`. */
export async function pictures() {
  const reply = await fetch('/media/index.json').catch(() => null)
  if (!reply?.ok || !reply.headers.get('Content-Type')?.includes('json')) return []
  return (await reply.json()).filter((path) => typeof path === 'string')
}

/** Whether the focus leaves what hears the event, and does not only go from one part to another. */
export function isLeft(event) {
  return !event.currentTarget.contains(event.relatedTarget)
}
