// What the theme's panel needs of the page: files, and what the reader's system prefers.

/** Whether the system asks for a dark page. */
export function prefersDark() {
  return matchMedia('(prefers-color-scheme: dark)').matches
}

/** Puts a value back into the field that an event came from. */
export function setValue(event, value) {
  event.target.value = value
}
