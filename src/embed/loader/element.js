// The element class: a shadow root with a placeholder of the final size, and a block that
// arrives in it. Moving an element keeps its state; removing it ends everything it took.

import { embed, forget, isFramed, localeOf, mount, prefetch, remember, say, theme, warn } from './kit.js'

const SHARED = ['endpoint', 'locale', 'theme', 'mode', 'loading']
const WORDS = { theme: ['light', 'dark', 'auto'], mode: ['inline', 'frame'], loading: ['eager', 'lazy'] }
// What a block's phase is to the page. Who may not see it is told what to do, which is no error.
const SHOWN = { ready: 'ready', empty: 'empty', loading: 'loading', 'signed-out': 'ready', 'not-enrolled': 'ready', suspended: 'ready' }
const SORRY = {
  en: 'This part of the page could not be loaded.',
  fr: 'Cette partie de la page n’a pas pu être chargée.',
}

const sheets = new Map()

function sheetOf(reserve) {
  const key = JSON.stringify(reserve)
  if (!sheets.has(key)) {
    const steps = reserve.map(([width, height]) => {
      const size = `var(--palier-reserve,${height / 16}rem)`
      const rule = `.pl-place,slot{min-block-size:${size}}.pl-place{contain-intrinsic-block-size:auto ${size}}`
      return width ? `@container (inline-size>=${width}px){${rule}}` : rule
    })
    const sheet = new CSSStyleSheet()
    // A block that is far from view is not laid out. Where a browser cannot let it paint over its
    // edge all the same, its shadow would be cut off.
    sheet.replaceSync(
      `:host{display:block;container-type:inline-size;min-inline-size:0}:host([hidden]){display:none}.pl-place{display:grid}@supports (overflow-clip-margin:1px){.pl-place{content-visibility:auto;overflow-clip-margin:2rem}}slot{display:block}.pl-place>*{min-inline-size:0}.pl-wait{border-radius:14px;background:#8881;animation:w 1.4s ease-in-out infinite alternate}@keyframes w{to{opacity:.5}}@media (prefers-reduced-motion:reduce){.pl-wait{animation:none}}[hidden]:not(.pl-framed){display:none!important}${steps.join('')}`,
    )
    sheets.set(key, sheet)
  }
  return sheets.get(key)
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())

/** Fills `{name}` with a value and `{_name}` with it in snake_case; an empty parameter goes. */
function address(path, value) {
  const [base, query] = path.split('?')
  const fill = (text) =>
    text.replace(/\{(_?)([\w-]+)\}/g, (_, snake, name) =>
      encodeURIComponent(snake ? value(name).replaceAll('-', '_') : value(name)),
    )
  const pairs = (query?.split('&') ?? []).map(fill).filter((pair) => !pair.endsWith('='))
  return fill(base) + (pairs.length ? `?${pairs.join('&')}` : '')
}

/** Whether a value is one of the words, or within the two bounds. */
const fits = (takes, value) =>
  !takes || (takes.includes(value) || (/^[+-]?\d+$/.test(value) && value >= takes[0] && value <= takes[1]))

/** Defines the tag of one block; a tag that is defined already stays as it is. */
export function define(row) {
  const { kind, attrs, defaults, takes, reserve, early } = row
  const tag = `palier-${kind}`
  if (customElements.get(tag)) return

  class PalierElement extends HTMLElement {
    static observedAttributes = [...attrs, ...SHARED]
    #internals = this.attachInternals()
    #place = document.createElement('div')
    #slot = document.createElement('slot')
    #block = null
    #turn = 0
    #watch = null
    // The theme that was set here for the page's configuration.
    #lent = null
    // Attributes that changed while the block was being drawn.
    #changed = new Set()

    constructor() {
      super()
      const root = this.attachShadow({ mode: 'open' })
      root.adoptedStyleSheets = [sheetOf(reserve)]
      this.#place.className = 'pl-place pl-wait'
      root.append(this.#place, this.#slot)
      this.addEventListener('palier-state', (event) => this.#show(event))
    }

    connectedCallback() {
      for (const name of PalierElement.observedAttributes) this.#takeOver(camel(name))
      // A move disconnects and connects within one task: the block stays where it is.
      if (this.#block || this.#turn) return
      this.#begin()
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected) this.#end()
      })
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return
      if (name === 'theme') this.dress()
      if (attrs.includes(name)) this.#block ? this.#block.set(name, now) : this.#changed.add(name)
      else if (name !== 'theme' && this.#turn) this.restart()
    }

    /** Starts afresh, with new configuration. */
    restart() {
      this.#end()
      if (this.isConnected) this.#begin()
    }

    /** Shows the fallback, and says why. */
    failed(error) {
      this.#end()
      const retryable = !!error.retryable
      remember(this, retryable)
      this.#turn = -1
      say(`<${tag}>: ${error.message}`)
      this.#state('error')
      const line = document.createElement('p')
      line.role = 'status'
      line.textContent = SORRY[localeOf(this).split('-')[0]] ?? SORRY.en
      this.#place.replaceChildren(line)
      this.#fallback(true)
      const detail = { code: error.code ?? 'load-failed', message: error.message, retryable }
      this.dispatchEvent(new CustomEvent('palier-error', { bubbles: true, composed: true, detail }))
    }

    // Properties that were set before the tag was defined hide the accessors: set them again.
    #takeOver(name) {
      if (!Object.hasOwn(this, name)) return
      const value = this[name]
      delete this[name]
      this[name] = value
    }

    /** Takes the configured theme on, unless it has one of its own. */
    dress() {
      const own = this.getAttribute('theme')
      if ((own && own !== this.#lent) || own === (theme() ?? null)) return
      this.#lent = theme() ?? null
      if (this.#lent) this.setAttribute('theme', this.#lent)
      else this.removeAttribute('theme')
    }

    #begin() {
      const turn = (this.#turn = Date.now() + Math.random())
      remember(this)
      this.#state('loading')
      this.#fallback(true)
      for (const [name, words] of Object.entries(WORDS)) {
        const value = this.getAttribute(name)
        if (value && !words.includes(value)) warn(this, name, value, `one of: ${words.join(', ')}`, words[0])
      }
      const go = () => {
        this.#watch?.disconnect()
        this.#watch = null
        // After the page's own modules, which may still call `configure`.
        setTimeout(() => this.#turn === turn && this.#arrive(turn))
      }
      if (this.getAttribute('loading') !== 'lazy') return go()
      this.#watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && go(), {
        rootMargin: '300px',
      })
      this.#watch.observe(this)
    }

    async #arrive(turn) {
      const wanted = () => this.#turn === turn
      try {
        this.dress()
        const framed = await isFramed(this)
        if (!wanted()) return
        const value = (name) => {
          const own = this.getAttribute(name)
          // What does not fit is not asked for either.
          return own != null && fits(takes[name], own) ? own : defaults[name] ?? ''
        }
        if (!framed) {
          const paths = early.map((path) => address(path, value))
          prefetch(this, paths, row.engine)
        }
        const block = await (framed ? embed : mount)(this, row, this.#place, () => this.#given(), wanted)
        if (!block || !wanted()) return block?.unmount()
        this.#block = block
        for (const name of this.#changed) block.set(name, this.getAttribute(name))
      } catch (error) {
        if (wanted()) this.failed(error)
      }
    }

    #given() {
      this.#changed.clear()
      return attrs.flatMap((name) => (this.hasAttribute(name) ? [name, this.getAttribute(name)] : []))
    }

    #end() {
      this.#watch?.disconnect()
      this.#watch = null
      const block = this.#block
      this.#block = null
      this.#turn = 0
      forget(this)
      block?.unmount()
      // An instance that panicked takes nothing away.
      this.#place.replaceChildren()
    }

    // The block's own state decides what is seen: the block, or the page's fallback.
    #show(event) {
      event.stopPropagation()
      const state = SHOWN[event.detail] ?? 'error'
      this.#state(state)
      this.#fallback(state === 'loading' || event.detail === 'not-offered' || event.detail === 'broken')
    }

    #state(state) {
      const { states } = this.#internals
      // From now on the block is as high as what it shows.
      this.#place.style.minBlockSize = state === 'loading' ? '' : 0
      this.#slot.style.minBlockSize = state === 'loading' ? '' : 0
      states.clear()
      try {
        states.add(state)
      } catch {
        // Engines before the present syntax want dashes.
        states.add(`--${state}`)
      }
    }

    // The page's own children stand in for the block; without any, the placeholder does.
    #fallback(wanted) {
      const own = wanted && (this.childElementCount > 0 || this.textContent.trim() !== '')
      this.#slot.hidden = !own
      this.#place.hidden = own
      this.#place.classList.toggle('pl-wait', wanted && !own && !this.#place.childElementCount && this.#turn !== -1)
    }
  }

  for (const name of PalierElement.observedAttributes) {
    Object.defineProperty(PalierElement.prototype, camel(name), {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name)
      },
      set(value) {
        if (value == null) this.removeAttribute(name)
        else this.setAttribute(name, String(value))
      },
    })
  }
  customElements.define(tag, PalierElement)
}
