// Focuses the field that mends something, once its panel is drawn.

// What takes a value comes before what only does something, as the way back to the default does.
// An element of the hosting page that has none of these to be seen takes the focus itself.
const CONTROLS = ['input:not([type=hidden]), select, textarea, [contenteditable], [data-own] > :not(:has(input, select, textarea, button))', 'button']

/** The first control of a field that is seen and can be used. */
function control(field) {
  const all = CONTROLS.flatMap((wanted) => [field, ...field.querySelectorAll('*')].filter((element) => element.matches(wanted)))
  return all.find((element) => !element.disabled && element.checkVisibility())
}

const panel = (side) => document.querySelector(side === 'left' ? '.left.ds-panel' : '.right.ds-panel')

/** Opens whatever keeps a field from being seen: the search, rows that are shut. */
function uncover(field, within) {
  const search = within.querySelector('input[type=search]')
  if (search?.value) {
    search.value = ''
    search.dispatchEvent(new Event('input', { bubbles: true }))
  }
  for (let shut = field.closest('[hidden]'); shut && within.contains(shut); shut = shut.parentElement.closest('[hidden]'))
    if (shut.id) within.querySelector(`[aria-controls="${CSS.escape(shut.id)}"][aria-expanded=false]`)?.click()
}

/** Shows the texts of a panel in that language. */
function speak(locale, within) {
  within.querySelector(`[data-locale="${CSS.escape(locale)}"][aria-pressed=false]`)?.click()
}

const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))

/** Focuses the control of the first of these fields that there is, in that language, else the panel. */
export async function focusField(side, names, locale) {
  await drawn()
  const within = panel(side)
  if (!within) return
  const fields = names.map((name) => within.querySelector(`[data-field="${CSS.escape(name)}"], [data-token="${CSS.escape(name)}"]`))
  const field = fields.find(Boolean)
  if (field) uncover(field, within)
  if (locale) speak(locale, within)
  await drawn()
  const found = field && control(field)
  if (!found) return focusElement(within)
  found.scrollIntoView({ block: 'center' })
  found.focus()
}

/** Focuses the button that adds a block to an empty slot. */
export async function focusAdder(node, slot) {
  await drawn()
  const place = document.querySelector(`[data-empty="${CSS.escape(`${node}/${slot}`)}"]`)
  place?.scrollIntoView({ block: 'nearest' })
  place?.querySelector('button')?.focus()
}

/** Focuses the panel at the start. */
export function focusPanel() {
  focusElement(panel('left'))
}

/** Focuses the title of a panel at the start that is about to be drawn: Tab goes on in it. */
export async function focusTitle() {
  await drawn()
  focusElement(panel('left')?.querySelector('.ds-panel-title'))
}

function focusElement(element) {
  if (!element) return
  element.tabIndex = -1
  element.focus()
}
