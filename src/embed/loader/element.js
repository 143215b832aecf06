// The element class: a shadow root with a placeholder of the final size, and a block that
// arrives in it. Moving an element keeps its state; removing it ends everything it took.

import { config, localeOf, say } from './config.js'
import { address, fits } from './early.js'
import { isFramed } from './instance.js'
import { forget, remember } from './live.js'
import { embed, mount, prefetch } from './mounts.js'
import { sheetOf } from './placeholder.js'
import { isNobody, reader } from './reader.js'

const SHARED = ['endpoint', 'locale', 'theme', 'mode', 'loading']
// What a block's phase is to the page. Who may not see it is told what to do, which is no error.
const SHOWN = { empty: 'empty', loading: 'loading', 'signed-out': 'ready', ready: 'ready', 'not-enrolled': 'ready', suspended: 'ready' }
const SORRY = {
  en: 'This part could not be loaded.',
  fr: 'Cette partie n’a pas pu être chargée.',
}

let turns = 0

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
// What HTML makes of a property's name: templates write it as an attribute before the tag is defined.
const flat = (name) => name.replace('-', '')

/** What a shared attribute's value comes to. */
function meaning(name, value) {
  const meant = value || config[name]
  return name === 'mode' ? meant === 'frame' : meant
}

/** Defines the tag of one block; a tag that is defined already stays as it is. */
export function define(row) {
  const { kind, attrs } = row
  const tag = `palier-${kind}`
  if (customElements.get(tag)) return

  const names = [...attrs, ...SHARED]

  class PalierElement extends HTMLElement {
    static observedAttributes = [...names, ...names.map(flat)]
    #internals = this.attachInternals()
    #root = this.attachShadow({ mode: 'open' })
    #place = document.createElement('div')
    #slot = document.createElement('slot')
    #block = null
    #turn = 0
    #watch = null
    #theme
    // Whether the page's own children are to be seen, if there are any.
    #waits = true
    // Attributes that changed while the block was being drawn.
    #changed = new Set()

    constructor() {
      super()
      this.#place.className = 'pl-place palier-root pl-wait'
      this.#root.append(this.#place, this.#slot)
      this.#slot.addEventListener('slotchange', () => this.#fallback(this.#waits))
      this.addEventListener('palier-state', (event) => this.#show(event))
    }

    connectedCallback() {
      for (const name of names) this.#takeOver(camel(name))
      // A move disconnects and connects within one task: the block stays where it is.
      if (this.#block || this.#turn) return
      this.#begin()
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected) this.#end()
      })
    }

    // Style sheets stay in their document.
    adoptedCallback() {
      this.#end()
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return
      name = names.find((own) => flat(own) === flat(name))
      this.restyle()
      if (attrs.includes(name)) this.#block ? this.#block.set(name, this.#value(name)) : this.#changed.add(name)
      // Once a block is asked for, when it may be makes no difference.
      else if (name === 'loading' ? this.#watch : this.#turn && name !== 'theme' && meaning(name, before) !== meaning(name, now)) this.restart()
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
      const { [name]: value } = this
      delete this[name]
      this[name] = value
    }

    /** Takes on the theme, the element's own or else the configured one, and the room that its reader needs. */
    restyle() {
      const page = this.ownerDocument
      const line = this.#value('layout') === 'compact' && row.compact
      if (page.defaultView) this.#root.adoptedStyleSheets[0] = sheetOf(line || (isNobody() && row.nobody) || row.reserve, page, line)
      const theme = this.#value('theme') ?? ''
      if (this.#theme === theme) return
      this.#theme = this.#place.dataset.theme = theme
      // A portal's block has a say in it, and a frame has to be told.
      this.#block?.set('theme', theme || null)
    }

    #value(name) {
      const own = this.getAttribute(name) ?? this.getAttribute(flat(name))
      return name === 'theme' ? own || config.theme : own
    }

    #begin() {
      const turn = (this.#turn = turns += 1)
      remember(this)
      this.restyle()
      reader.then(() => this.restyle())
      this.#state('loading')
      this.#fallback(true)
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
        const framed = isFramed(this)
        if (!framed) prefetch(this, this.#early(), row.engine)
        const block = await (framed ? embed : mount)(this, row, this.#place, () => this.#given(framed ? attrs : names), wanted)
        if (!block || !wanted()) return block?.unmount()
        this.#block = block
        for (const name of this.#changed) block.set(name, this.#value(name))
      } catch (error) {
        if (wanted()) this.failed(error)
      }
    }

    #early() {
      const value = (name) => {
        const own = this.#value(name)
        // What does not fit is not asked for either.
        return own != null && fits(row.takes?.[name], own) ? own : row.defaults?.[name] ?? ''
      }
      return row.early.map((path) => address(path, value))
    }

    #given(names) {
      this.#changed.clear()
      return names.flatMap((name) => {
        const value = this.#value(name)
        return value == null ? [] : [name, value]
      })
    }

    #end() {
      this.#watch?.disconnect()
      this.#watch = null
      const block = this.#block
      this.#block = null
      this.#turn = 0
      forget(this)
      block?.unmount()
      // A block may end later than it goes, or never: what is to be seen of it is the element's to take away.
      this.#place.replaceChildren()
    }

    // The block's own state decides what is seen: the block, or the page's fallback.
    #show(event) {
      event.stopPropagation()
      const state = SHOWN[event.detail] ?? 'error'
      this.#state(state)
      this.#fallback(['loading', 'not-offered', 'broken'].includes(event.detail))
    }

    #state(state) {
      const { states } = this.#internals
      // From now on the block is as high as what it shows.
      this.#slot.className = state
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
      this.#waits = wanted
      const own = wanted && !!(this.childElementCount || this.textContent.trim())
      this.#slot.hidden = !own
      this.#place.hidden = own
      this.#place.classList.toggle('pl-wait', wanted && !own && !this.#place.childElementCount && this.#turn !== -1)
    }
  }

  for (const name of names) {
    Object.defineProperty(PalierElement.prototype, camel(name), {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name)
      },
      set(value) {
        if (value == null || value === false) this.removeAttribute(name)
        else this.setAttribute(name, String(value))
      },
    })
  }
  customElements.define(tag, PalierElement)
}
