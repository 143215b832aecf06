// Blocks that the hosting page brings of its own: declared by a script of the page, edited like
// any other, drawn live on the canvas and in the published portal; one that fails fails alone.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, carry, design, enter, item, middle, portal, box, said, section, select, structure, text } from './pages/designer.js'
import { tokenOf } from './pages/host.js'

/** What a brand's script says on either page: elements, and the declarations of their blocks. */
function brand() {
  const define = (name, make) => customElements.define(name, make)
  define(
    'acme-offer',
    class extends HTMLElement {
      #root = this.attachShadow({ mode: 'open' })
      #values = {}
      connectedCallback() {
        this.#draw()
      }
      #draw() {
        const { title = '', percent, tone, picture, more, steps = [] } = this.#values
        const part = (tag, words) => Object.assign(document.createElement(tag), { textContent: words })
        const heading = part('h3', `${title} −${percent}%`)
        heading.dataset.tone = tone
        heading.lang = this.lang
        const link = more && Object.assign(part('a', 'More'), { href: more })
        const image = picture && Object.assign(document.createElement('img'), { src: picture, alt: '' })
        this.#root.replaceChildren(heading, ...steps.map((step) => part('p', step.text ?? '')), ...[link, image].filter(Boolean), document.createElement('slot'))
        this.#root.lastChild.name = 'main'
      }
      static {
        for (const name of ['title', 'percent', 'tone', 'picture', 'more', 'steps']) {
          Object.defineProperty(this.prototype, name, {
            get() {
              return this.#values[name]
            },
            set(value) {
              if (value === 'Fail') throw new RangeError('this title is taken')
              this.#values[name] = value
              if (this.isConnected) this.#draw()
            },
          })
        }
      }
    },
  )
  define(
    'acme-made-badly',
    class extends HTMLElement {
      constructor() {
        super()
        throw new TypeError('no map key')
      }
    },
  )
  define(
    'acme-connected-badly',
    class extends HTMLElement {
      connectedCallback() {
        throw new Error('no room here')
      }
    },
  )
  const offer = {
    type: 'acme-offer',
    label: { en: 'Offer', fr: 'Offre' },
    icon: 'M4 12 12 4h8v8l-8 8z',
    columns: { min: 3, max: 8 },
    slots: [{ name: 'main', accepts: ['rich-text', 'acme-offer'], max: 2 }],
    props: [
      { name: 'title', kind: 'text', label: { en: 'Headline', fr: 'Accroche' }, required: true },
      { name: 'percent', kind: 'number', label: { en: 'Reduction', fr: 'Remise' }, min: 5, max: 90, unit: '%', default: 10 },
      {
        name: 'tone',
        kind: 'choice',
        label: { en: 'Tone' },
        style: true,
        default: 'calm',
        options: [
          { value: 'calm', label: { en: 'Calm', fr: 'Calme' } },
          { value: 'bold', label: { en: 'Bold', fr: 'Fort' } },
        ],
      },
      { name: 'picture', kind: 'image' },
      { name: 'more', kind: 'link' },
      { name: 'steps', kind: 'list', max: 3, of: [{ name: 'text', kind: 'text', required: true }] },
    ],
  }
  const plain = (type, label) => ({ type, label })
  const blocks = [offer, plain('acme-made-badly', 'Map'), plain('acme-connected-badly', 'Clock'), plain('acme-missing', 'Missing')]
  ;(globalThis.palierDesigner ??= {}).blocks = blocks
  ;(globalThis.palierPortal ??= {}).blocks = blocks
}

const panel = (page) => page.locator('[data-properties]')
const field = (page, name) => page.locator(`[data-properties] [data-field="prop-${name}"]`)
const cell = (page, id) => page.locator(`[data-page] [data-node="${id}"]`)
const find = (nodes, id) => nodes.flatMap((node) => [node, ...Object.values(node.slots ?? {}).flat()]).find((node) => node.id === id)
const read = async (page, id) => find((await page.evaluate(() => palierDesigner.document())).root, id)

function errors(page) {
  const told = []
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()))
  page.on('pageerror', (error) => told.push(`uncaught ${error}`))
  return told
}

const OFFER = block('o', 'acme-offer', { props: { title: { en: 'Two for one', fr: 'Deux pour un' } }, slots: { main: [text('t', 'Terms apply')] } })

test.beforeEach(({ page }) => page.addInitScript(brand))

test('it is in the palette by its own name, goes in by click or drag, and its fields come from its declaration', async ({ page }) => {
  await design(page, [text('a', 'One')])
  await expect(page.getByRole('heading', { name: 'Your own' })).toBeVisible()
  const offer = item(page, 'acme-offer')
  await expect(offer).toHaveText('Offer')
  await expect(offer.locator('path')).toHaveAttribute('d', 'M4 12 12 4h8v8l-8 8z')
  await offer.focus()
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText(/Offer/)
  await expect(panel(page).getByRole('heading', { level: 2, name: 'Offer' })).toBeVisible()
  const made = (await page.evaluate(() => palierDesigner.document())).root[1]
  expect(made).toMatchObject({ type: 'acme-offer', v: 1, props: { title: { en: 'Offer' } }, span: { base: 8 } })

  await expect(cell(page, made.id).getByRole('heading', { name: 'Offer −10%' })).toBeVisible()
  await panel(page).getByLabel('Headline', { exact: true }).fill('Autumn')
  await panel(page).getByLabel('Reduction', { exact: true }).fill('25')
  await field(page, 'tone').getByRole('button', { name: 'Bold' }).click()
  const heading = cell(page, made.id).getByRole('heading', { name: 'Autumn −25%' })
  await expect(heading).toHaveAttribute('data-tone', 'bold')
  expect((await read(page, made.id)).props).toEqual({ title: { en: 'Autumn' }, percent: 25, tone: 'bold' })
  await panel(page).getByRole('button', { name: 'Reset Reduction' }).click()
  await expect(cell(page, made.id).getByRole('heading', { name: 'Autumn −10%' })).toBeVisible()
  await field(page, 'steps').getByRole('button', { name: 'Add' }).click()
  await expect(field(page, 'steps').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Show your card')
  await expect(cell(page, made.id).getByText('Show your card')).toBeVisible()

  await expect(field(page, 'width').getByRole('slider')).toHaveAttribute('max', '8')
  await expect(field(page, 'width').getByRole('slider')).toHaveAttribute('min', '3')
  await clean(page, '[data-properties]')
})

test('a colour is one of the theme’s, called by its name, and the one chosen keeps the focus', async ({ page }) => {
  await page.addInitScript(() => {
    customElements.define('acme-badge', class extends HTMLElement {
      connectedCallback() {
        this.textContent = 'Badge of the brand'
      }
    })
    const props = [{ name: 'tone', kind: 'color', label: { en: 'Tone' } }]
    ;(globalThis.palierDesigner ??= {}).blocks = [{ type: 'acme-badge', label: { en: 'Badge' }, props }]
  })
  await design(page, [block('o', 'acme-badge')], { query: '&lang=fr' })
  await select(page, 'o')
  const tone = field(page, 'tone').getByRole('group').getByRole('button')
  const accent = field(page, 'tone').getByRole('button', { name: 'Accent', exact: true })
  await expect(tone).toHaveCount(11)
  await expect(field(page, 'tone').getByRole('button', { name: 'Texte', exact: true })).toBeVisible()
  await expect.poll(() => accent.evaluate((button) => getComputedStyle(button).getPropertyValue('--swatch'))).toMatch(/^#/)
  await accent.focus()
  await page.keyboard.press('Enter')
  await expect(accent).toHaveAttribute('aria-pressed', 'true')
  await expect(accent).toBeFocused()
  expect((await read(page, 'o')).props.tone).toBe('color.accent')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(tone.nth(1)).toBeFocused()
  await expect(accent).toHaveAttribute('aria-pressed', 'false')
})

test('its slot takes what it says, refuses the rest with a reason, and the inserter and the outline know both', async ({ page }) => {
  await design(page, [OFFER, text('b', 'Two'), block('h', 'spacer')])
  await expect(cell(page, 't')).toContainText('Terms apply')
  expect(await structure(page)).toEqual([['o', ['t']], 'b', 'h'])
  await carry(page, middle(await box(page, 'b')), middle(await box(page, 't')))
  await page.mouse.up()
  await expect.poll(() => structure(page)).toEqual([['o', expect.arrayContaining(['t', 'b'])], 'h'])
  await select(page, 't')
  await page.keyboard.press('/')
  const inserter = page.locator('dialog[data-dialog="inserter"]')
  await expect(inserter.getByText('No block')).toHaveCount(0)
  await expect(inserter.getByRole('option', { name: 'Spacer' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Outline', exact: true }).click()
  const row = page.getByRole('tree').getByRole('treeitem', { name: 'Offer' })
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await row.click()
  await expect(page.locator('[data-focus]')).toHaveAccessibleName(/^Offer · .+, 1 of 2/)
})

test('what its declaration asks for is asked for: problems lead to the field, and hold the publishing', async ({ page }) => {
  await design(page, [block('o', 'acme-offer', { props: { title: { en: 'A', fr: 'A' }, percent: 95, more: 'javascript:alert(1)' } })])
  await page.getByRole('button', { name: /^Problems/ }).click()
  const problems = page.getByRole('complementary', { name: 'Problems' })
  await expect(problems.getByRole('heading', { name: 'Offer' }).first()).toBeVisible()
  await problems.getByRole('button', { name: /Reduction/ }).click()
  await expect(panel(page).getByLabel('Reduction', { exact: true })).toBeFocused()
  await expect(field(page, 'percent').locator('.ds-error')).toHaveText('Give a whole number from 5 to 90.')
  // Whatever a document says, an element never gets an address that may not be followed.
  await expect(cell(page, 'o').getByRole('link')).toHaveCount(0)
  await page.locator('[data-publish]').click()
  await expect(page.locator('dialog[data-dialog="publish"]').getByRole('button', { name: 'Publish now' })).toHaveAttribute('aria-disabled', 'true')
})

test('an element that throws, wherever, or is never defined leaves a card with the reason, and the rest works', async ({ page }) => {
  const told = errors(page)
  await design(page, [block('x', 'acme-made-badly'), OFFER, block('y', 'acme-connected-badly'), block('z', 'acme-missing'), text('a', 'Last')])
  await expect(cell(page, 'x')).toContainText('“Map” cannot be drawn')
  await expect(cell(page, 'x')).toContainText('TypeError: no map key')
  await expect(cell(page, 'y')).toContainText('Error: no room here')
  await expect(cell(page, 'z')).toContainText('The element <acme-missing> is not defined')
  await expect(cell(page, 'o').getByRole('heading', { name: 'Two for one' })).toBeVisible()
  expect(told.filter((line) => line.includes('block "acme-made-badly", <acme-made-badly>: it threw'))).toHaveLength(1)
  expect(told.filter((line) => line.startsWith('uncaught'))).toEqual([])

  await select(page, 'o')
  await panel(page).getByLabel('Headline', { exact: true }).fill('Fail')
  await expect(cell(page, 'o')).toContainText('RangeError: this title is taken')
  await expect(cell(page, 't')).toContainText('Terms apply')
  await panel(page).getByLabel('Headline', { exact: true }).fill('Well')
  await expect(cell(page, 'o').getByRole('heading', { name: 'Well' })).toBeVisible()
  await expect(cell(page, 'o')).not.toContainText('RangeError')

  await select(page, 'a')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await structure(page)).flat(2)).toEqual(['x', 'o', 't', 'y', 'a', 'z'])
  await page.evaluate(() => customElements.define('acme-missing', class extends HTMLElement {
    connectedCallback() {
      this.textContent = 'Here now'
    }
  }))
  await expect(cell(page, 'z')).toHaveText('Here now')
})

test('a declaration that says something else is told with its place; the others are taken', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.palierDesigner.blocks.push(
      { type: 'offer', label: 'No hyphen' },
      { type: 'acme-wrong', label: 'Wrong', props: [{ name: 'a', kind: 'text' }, { name: 'b', kind: 'number', min: 1, max: 'ten' }] },
      { type: 'acme-offer', label: 'Twice' },
      { type: 'acme-shout', label: 'Shout', icon: '<svg onload=alert(1)>' },
      null,
    )
  })
  const told = errors(page)
  await design(page, [text('a', 'One')])
  await expect(item(page, 'acme-offer')).toHaveText('Offer')
  await expect(page.locator('[data-source^="new:acme-"]')).toHaveCount(4)
  const about = (place) => told.find((line) => line.includes(`palierDesigner.blocks[${place}]`))
  expect(about(4)).toContain('type: expected lower-case letters')
  expect(about(5)).toContain('props[1].max: expected a whole number from 1')
  expect(about(6)).toContain('"acme-offer" is registered already')
  expect(about(7)).toContain('icon: expected SVG path data')
  expect(about(8)).toContain('expected an object')
})

test('one that is registered while the portal is open is known from then on', async ({ page }) => {
  await design(page, [block('n', 'acme-note', { props: { words: { en: 'Hello' } } })])
  await expect(cell(page, 'n')).toContainText('Block of the type “acme-note”')
  await page.evaluate(() => {
    customElements.define('acme-note', class extends HTMLElement {
      set words(words) {
        this.textContent = `Note: ${words}`
      }
    })
    palierDesigner.register({ type: 'acme-note', label: 'Note', props: [{ name: 'words', kind: 'text', required: true }] })
  })
  await expect(cell(page, 'n')).toHaveText('Note: Hello')
  await expect(item(page, 'acme-note')).toBeVisible()
  await expect(page.locator('[data-save]')).toHaveText('Saved')
  await select(page, 'n')
  await expect(field(page, 'words').locator('textarea')).toHaveValue('Hello')
})

test('it is published, and drawn for members in their language; what nobody knows is not drawn', async ({ context, page }) => {
  const id = await portal(page, [block('g', 'acme-gone', { props: { kept: [1, null] } }), section('s', [OFFER]), block('x', 'acme-made-badly'), text('a', 'Last words')])
  await enter(page, id)
  await select(page, 'a')
  await page.keyboard.press('Control+d')
  await expect(page.locator('[data-save]')).toHaveText('Saved')
  await page.locator('[data-publish]').click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.locator('dialog').getByText('Published. New visitors see it at once')).toBeVisible()
  const token = await tokenOf(page.request, 'admin')
  const draft = await page.request.get(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}` } })
  expect((await draft.json()).root[0]).toEqual({ id: 'g', type: 'acme-gone', v: 1, props: { kept: [1, null] } })

  const member = await context.newPage()
  await member.addInitScript(brand)
  const told = errors(member)
  await member.goto(`/p/${id}?lang=fr`)
  await expect(member.getByRole('heading', { name: 'Deux pour un −10%' })).toBeVisible()
  await expect(member.getByText('Terms apply')).toBeVisible()
  await expect(member.getByText('Cette partie n’a pas pu être affichée')).toHaveCount(1)
  await expect(member.getByText('Last words')).toHaveCount(2)
  await expect(member.getByText('TypeError')).toHaveCount(0)
  expect(told.filter((line) => line.includes('acme-made-badly'))).toHaveLength(1)
  await expect(member.locator('.pg-cell:not([hidden])')).toHaveCount(6)
  await member.evaluate(() => {
    customElements.define('acme-gone', class extends HTMLElement {
      connectedCallback() {
        this.textContent = 'Back again'
      }
    })
    palierPortal.register({ type: 'acme-gone', label: 'Gone' })
  })
  await expect(member.getByText('Back again')).toBeVisible()
})

test('a portal in somebody else’s page draws what the page registers with the kit', async ({ page }) => {
  const id = await portal(page, [OFFER])
  const token = await tokenOf(page.request, 'admin')
  const headers = { Authorization: `Bearer ${token}` }
  const draft = await page.request.get(`/v1/portals/${id}/draft`, { headers })
  const done = await page.request.post(`/v1/portals/${id}/publish`, { headers: { ...headers, 'If-Match': draft.headers().etag }, data: {} })
  expect(done.status(), await done.text()).toBeLessThan(300)
  await page.route('**/own-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Brand</title><script type="module">
        import { registerBlock } from '/kit/palier.js'
        for (const block of palierPortal.blocks) registerBlock(block)
      </script><palier-portal portal="${id}"></palier-portal>`,
    }),
  )
  await page.goto('/own-page')
  await expect(page.getByRole('heading', { name: 'Two for one −10%' })).toBeVisible()
  await expect(page.getByText('Terms apply')).toBeVisible()
})
