// What the theme's panel needs of the page: files, and what the reader's system prefers.

/** Whether the system asks for a dark page. */
export function prefersDark() {
  return matchMedia('(prefers-color-scheme: dark)').matches
}

/** Hands a text over as a file. */
export function download(name, text) {
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address))
}

/** The text of the file that was chosen; the same file can be chosen again. */
export async function readFile(event) {
  const field = event.target
  const text = await field.files?.[0]?.text()
  field.value = ''
  return text
}

/** Puts a value back into the field that an event came from. */
export function setValue(event, value) {
  event.target.value = value
}
