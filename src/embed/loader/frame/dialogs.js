// How high the frame has to be, and where a dialog stands in it: a frame may be higher than the
// window, and lower than a dialog.

const MOST = 736
const EDGE = 24
const SHEET = `.pl-dialog{inset-block:var(--pl-above,0px) var(--pl-below,0px)!important;max-block-size:min(46*var(--_r),100dvh - var(--pl-above,0px) - var(--pl-below,0px) - 1.5*var(--_r))!important}`

/** Watches `element`; `tell` hears whenever its height may have changed. */
export function dialogs(element, tell) {
  const { style } = document.documentElement
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(SHEET)
  element.shadowRoot.adoptedStyleSheets.push(sheet)
  const sized = new ResizeObserver(() => tell({}))
  sized.observe(element)
  const opened = () => [...element.shadowRoot.querySelectorAll('dialog[open]')]
  const open = new MutationObserver((records) => {
    for (const { target } of records) target.open ? sized.observe(target) : sized.unobserve(target)
    tell({})
  })
  open.observe(element.shadowRoot, { subtree: true, attributeFilter: ['open'] })
  // Whatever may open a dialog comes after one of these, and by then the answer is here.
  for (const name of ['pointerover', 'pointerdown', 'focusin', 'keydown']) {
    element.addEventListener(name, () => opened().length || tell({ looks: true }), { passive: true })
  }
  return {
    /** The height of the tag, or of what a dialog needs. */
    height() {
      const needs = opened().map((dialog) => Math.min(dialog.scrollHeight + 2, MOST) + EDGE)
      return Math.max(element.getBoundingClientRect().height, ...needs)
    },
    /** What of the frame is out of sight, above and below. */
    between([above, below]) {
      style.setProperty('--pl-above', `${above}px`)
      style.setProperty('--pl-below', `${below}px`)
    },
  }
}
