// Sections that the designer saved, in this browser's storage.

const BOX = 'palier.designer.sections'

function all() {
  try {
    return JSON.parse(localStorage.getItem(BOX)) ?? []
  } catch {
    return []
  }
}

function write(sections) {
  try {
    localStorage.setItem(BOX, JSON.stringify(sections))
    return true
  } catch {
    return false
  }
}

/** The names of what was saved, oldest first. */
export function names() {
  return all().map(({ name }) => name)
}

/** What was saved under a name. */
export function text(name) {
  return all().find((section) => section.name === name)?.text
}

/** Saves a text under a name, in place of what had it; false when the device does not let us. */
export function keep(name, text) {
  return write([...all().filter((section) => section.name !== name), { name, text }])
}

/** Forgets what was saved under a name. */
export function forget(name) {
  write(all().filter((section) => section.name !== name))
}
