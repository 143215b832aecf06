// The room that a block takes before it is there, and how it looks until then.

const sheets = new Map()

/**
 * The style sheet of a shadow root in `page` that keeps the heights of `reserve`; of what stands in one `line`,
 * as wide as what it says, if so.
 */
export function sheetOf(reserve, page, line) {
  // A sheet is for one document; elsewhere than here an element stands seldom.
  const mine = page === document
  if (mine && sheets.has(reserve)) return sheets.get(reserve)
  const steps = Object.entries(reserve).map(([width, height]) => {
    const rule = `.pl-place,slot{--pl-room:var(--palier-reserve,${height / 16}em)}`
    return +width ? `@container (inline-size>=${width}px){${rule}}` : rule
  })
  const { CSS, CSSStyleSheet } = page.defaultView
  const sheet = new CSSStyleSheet()
  try {
    // A length everywhere below the element that says what it is: so the block keeps the reader's own
    // size of letters, whatever the page has made of its root.
    CSS.registerProperty({ name: '--pl-unit', syntax: '<length>', inherits: true, initialValue: '16px' })
  } catch {
    // It is one already, or never will be.
  }
  // A block that is far from view is not laid out. Where a browser cannot let it paint over its
  // edge all the same, its shadow would be cut off. Parents that ask how wide it would like to be
  // hear a width of a card's kind, since a container's content may not tell. The page's own children
  // keep its letters: what stands before them has the room.
  const host = line
    ? `:host{display:inline-block;vertical-align:middle}.pl-place:has(+.loading){min-inline-size:7.5em}`
    : `:host{display:block;container-type:inline-size;contain-intrinsic-inline-size:min(640px,90vw);inline-size:-moz-available;inline-size:-webkit-fill-available;min-inline-size:0}@supports (overflow-clip-margin:1px){.pl-place{content-visibility:auto;overflow-clip-margin:var(--palier-bleed,6em)}}`
  sheet.replaceSync(
    `${host}:host([hidden]){display:none}.pl-place{display:grid;font:medium serif;--pl-unit:var(--palier-unit,1${CSS.registerProperty ? '' : 'r'}em);contain-intrinsic-block-size:auto var(--pl-room)}.pl-place:has(+.loading){min-block-size:var(--pl-room)}slot{display:flow-root}slot.loading::before{content:"";font:medium serif;block-size:var(--pl-room);float:inline-start}.pl-place>*{min-inline-size:0}.pl-wait{border-radius:14px;animation:w 1.4s 1s infinite alternate;background:#8881}@keyframes w{to{opacity:.5}}@media (prefers-reduced-motion:reduce){.pl-wait{animation:none}}[hidden]:not(.pl-framed){display:none!important}${steps.join('')}`,
  )
  if (mine) sheets.set(reserve, sheet)
  return sheet
}
