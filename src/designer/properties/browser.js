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

/** The name of a language in another one, as it stands by itself. */
export function languageName(tag, locale) {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
    return name.replace(/^./u, (letter) => letter.toLocaleUpperCase(locale))
  } catch {
    return tag
  }
}

/** An instant as `<input type=datetime-local>` shows it, in the browser's own zone; '' for none. */
export function localOf(instant) {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const pad = (n, digits = 2) => String(n).padStart(digits, '0')
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

// No programme was there before: such a year is still being typed.
const FIRST_YEAR = 1970

/** The instant that stands in a field, as RFC 3339; '' for none, undefined while a part of it is missing. */
export function instantTyped({ target }) {
  if (target.validity.badInput || Number.parseInt(target.value, 10) < FIRST_YEAR) return undefined
  return target.value && new Date(target.value).toISOString().replace('.000Z', 'Z')
}

/** Whether what stands in a field of numbers is none. */
export const isNoNumber = ({ target }) => target.validity.badInput

/** Shows `value` in a field, whatever was typed there; says whether that was something else. */
export function showValue({ target }, value) {
  const differs = target.validity.badInput || target.value !== value
  if (!differs) return false
  // What is no value at all is not replaced by the one that the field has.
  target.value = ''
  target.value = value
  return true
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
