// Fields of the properties panel that the hosting page draws itself: custom elements that a block's
// declaration names; one that fails leaves the field of its kind.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, design, select } from './pages/designer.js'
import { document, field, openProblems, problem, told } from './pages/extensions.js'

/** A block with fields that its brand draws itself. */
function brandFields() {
  class Field extends HTMLElement {
    control = document.createElement('input')
    connectedCallback() {
      this.append(this.control)
      this.control.addEventListener('input', () => this.say(this.read()))
    }
    say(value) {
      this.dispatchEvent(new CustomEvent('change', { bubbles: true, detail: { value } }))
    }
    read() {
      return this.control.value
    }
    set value(value) {
      this.control.value = value ?? ''
    }
    set label(label) {
      this.control.ariaLabel = label
    }
    set locale(locale) {
      this.dataset.locale = locale
    }
    set disabled(disabled) {
      this.control.disabled = disabled
    }
    set invalid(invalid) {
      this.control.ariaInvalid = invalid
    }
  }
  customElements.define('acme-words-field', Field)
  customElements.define('acme-slider-field', class extends Field {
    control = Object.assign(document.createElement('input'), { type: 'number' })
    read() {
      return this.control.value === '' ? null : Number(this.control.value)
    }
  })
  customElements.define('acme-made-badly-field', class extends HTMLElement {
    constructor() {
      super()
      throw new TypeError('no key of the palette')
    }
  })
  customElements.define('acme-set-badly-field', class extends HTMLElement {
    set value(value) {
      if (value === 7) throw new RangeError('seven is too many')
    }
  })
  customElements.define('acme-offer', class extends HTMLElement {
    set title(title) {
      this.textContent = title
    }
  })
  const number = (name, field) => ({ name, kind: 'number', min: 0, max: 50, label: { en: `Name of ${name}`, fr: `Nom de ${name}` }, field })
  const props = [
    { name: 'title', kind: 'text', required: true, label: { en: 'Headline', fr: 'Accroche' }, field: 'acme-words-field' },
    number('percent', 'acme-slider-field'),
    number('badly', 'acme-made-badly-field'),
    number('later', 'acme-set-badly-field'),
    number('missing', 'acme-missing-field'),
  ]
  ;(globalThis.palierDesigner ??= {}).blocks = [{ type: 'acme-offer', label: { en: 'Offer' }, props }]
}

const OFFER = block('o', 'acme-offer', { props: { title: { en: 'Two for one', fr: 'Deux pour un' }, percent: 20 } })
const props = async (page) => (await document(page)).root[0].props

test('a prop is edited by the element that its declaration names: value, name and description; undo takes one step', async ({ page }) => {
  await page.addInitScript(brandFields)
  await design(page, [OFFER])
  await select(page, 'o')
  const percent = field(page, 'percent').getByRole('group', { name: 'Name of percent' })
  const input = percent.getByRole('spinbutton', { name: 'Name of percent' })
  await expect(input).toHaveValue('20')
  await expect(percent.locator('acme-slider-field')).toHaveAttribute('lang', 'en')
  await input.fill('')
  expect(await props(page)).not.toHaveProperty('percent')
  await input.pressSequentially('75')
  expect((await props(page)).percent).toBe(75)
  await expect(field(page, 'percent').locator('.ds-error')).toHaveText('Give a whole number from 0 to 50.')
  await expect(percent).toHaveAccessibleDescription('Give a whole number from 0 to 50.')
  await expect(input).toHaveAttribute('aria-invalid', 'true')
  await clean(page, '[data-properties]')
  // Typing does not lose its place, and is one step.
  await expect(input).toBeFocused()
  await page.locator('[data-properties] h2').click()
  await page.keyboard.press('Control+z')
  await expect(input).toHaveValue('20')
  await openProblems(page)
  await input.fill('99')
  await problem(page, /Name of percent/).click()
  await expect(input).toBeFocused()

  const title = field(page, 'title').getByRole('textbox', { name: 'Headline' })
  await title.fill('Three for one')
  await page.locator('[data-properties] [data-locale="fr"]').click()
  await expect(title).toHaveValue('Deux pour un')
  await title.fill('Trois pour un')
  expect((await props(page)).title).toEqual({ en: 'Three for one', fr: 'Trois pour un' })
})

test('an element that throws, is never defined or says nothing that can be read leaves the field of the kind and a word to developers', async ({ page }) => {
  const lines = told(page)
  await page.addInitScript(brandFields)
  await design(page, [{ ...OFFER, props: { ...OFFER.props, later: 7 } }], { query: '&lang=fr' })
  await select(page, 'o')
  const own = (name) => field(page, name).getByLabel(`Nom de ${name}`, { exact: true })
  await own('badly').fill('5')
  expect((await props(page)).badly).toBe(5)
  await expect(field(page, 'missing').getByRole('spinbutton')).toBeVisible({ timeout: 15_000 })
  await own('missing').fill('6')
  await expect(own('later')).toHaveValue('7')
  await page.locator('acme-slider-field').evaluate((element) => element.dispatchEvent(new Event('change')))
  expect(await props(page)).toMatchObject({ badly: 5, missing: 6, later: 7, percent: 20 })
  const about = (words) => lines.filter((line) => line.includes(words))
  expect(about('field <acme-made-badly-field> of acme-offer.badly: it threw.')).toHaveLength(1)
  expect(about('field <acme-set-badly-field> of acme-offer.later: it threw.')).toHaveLength(1)
  expect(about('field <acme-missing-field> of acme-offer.missing: the element is not defined within 3 seconds.')).toHaveLength(1)
  expect(about('its event "change" cannot be read.')).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('uncaught'))).toEqual([])
})

test('what a person may not change their field cannot change either', async ({ page }) => {
  await page.addInitScript(brandFields)
  await design(page, [OFFER], { as: 'content-editor' })
  await select(page, 'o')
  const input = field(page, 'percent').getByRole('spinbutton')
  await expect(input).toBeDisabled()
  await page.locator('acme-slider-field').evaluate((element) => {
    element.control.value = 40
    element.say(40)
  })
  await expect(input).toHaveValue('20')
  expect((await props(page)).percent).toBe(20)
  await field(page, 'title').getByRole('textbox').fill('Three for one')
  expect((await props(page)).title.en).toBe('Three for one')
})
