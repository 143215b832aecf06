// The room that a block takes before it is there, and how it looks until then.

const sheets = new Map()

/** The style sheet of a shadow root in `page` that keeps the heights of `reserve`. */
export function sheetOf(reserve, page) {
  const key = JSON.stringify(reserve)
  // A sheet is for one document; elsewhere than here an element stands seldom.
  const mine = page === document
  if (mine && sheets.has(key)) return sheets.get(key)
  const steps = reserve.map(([width, height]) => {
    const size = `var(--palier-reserve,${height / 16}rem)`
    const rule = `.pl-place,slot{min-block-size:${size}}.pl-place{contain-intrinsic-block-size:auto ${size}}`
    return width ? `@container (inline-size>=${width}px){${rule}}` : rule
  })
  const sheet = new page.defaultView.CSSStyleSheet()
  // A block that is far from view is not laid out. Where a browser cannot let it paint over its
  // edge all the same, its shadow would be cut off. Parents that ask how wide it would like to be
  // hear a width of a card's kind, since a container's content may not tell.
  sheet.replaceSync(
    `:host{display:block;container-type:inline-size;contain-intrinsic-inline-size:min(40rem,90vw);inline-size:-moz-available;inline-size:-webkit-fill-available;min-inline-size:0}:host([hidden]){display:none}.pl-place{display:grid}@supports (overflow-clip-margin:1px){.pl-place{content-visibility:auto;overflow-clip-margin:var(--palier-bleed,6rem)}}slot{display:flow-root}.pl-place>*{min-inline-size:0}.pl-wait{border-radius:14px;background:#8881;animation:w 1.4s ease-in-out infinite alternate}@keyframes w{to{opacity:.5}}@media (prefers-reduced-motion:reduce){.pl-wait{animation:none}}[hidden]:not(.pl-framed){display:none!important}${steps.join('')}`,
  )
  if (mine) sheets.set(key, sheet)
  return sheet
}
