// Looking at a page at every width: what differs, what breaks, and how its edge is dragged.
import { expect, test } from '@playwright/test'

import { block, design, middle, text } from './pages/designer.js'
import { cell, documentOf, drawn, pick } from './pages/preview.js'

const state = (page, id, wanted) => expect(drawn(page, id)).toHaveAttribute('data-state', wanted)
const width = (page) => page.evaluate(() => document.querySelector('[data-page] > *').offsetWidth)

test('what differs per width is seen at that width, and what is hidden keeps a quiet place', async ({ page }) => {
  await design(page, [
    text('b1', 'On large screens', { hidden: { base: true, md: false } }),
    text('b2', 'On phones', { hidden: { md: true } }),
    block('b3', 'leaderboard', { props: { board: 'week', view: 'top', limit: 3 }, at: { md: { limit: 6 } } }),
  ])
  const phone = page.getByRole('button', { name: 'Phone, 360 pixels' })
  const tablet = page.getByRole('button', { name: 'Tablet, 768 pixels' })
  const rows = drawn(page, 'b3').locator('tbody tr:not([data-own])')
  await phone.click()
  await expect(cell(page, 'b1').getByText('On large screens', { exact: true })).toBeHidden()
  await expect(cell(page, 'b1')).toContainText('Text')
  await expect(cell(page, 'b1').getByText('Hidden on phones')).toBeVisible()
  await expect(cell(page, 'b2').getByText('On phones', { exact: true })).toBeVisible()
  await state(page, 'b3', 'ready')
  const few = await rows.count()
  await tablet.click()
  await expect(cell(page, 'b1').getByText('On large screens', { exact: true })).toBeVisible()
  await expect(cell(page, 'b2').getByText('Hidden on tablets')).toBeVisible()
  await expect.poll(() => rows.count()).toBe(few + 3)
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(cell(page, 'b2')).toBeHidden()
  await expect(cell(page, 'b1')).toBeVisible()
  await page.getByRole('button', { name: 'Back to editing' }).click()
  // The place of what is hidden can be selected and edited, and one click inherits again.
  await phone.click()
  await pick(page, 'b1')
  await expect(page.locator('#prop-hidden')).toBeChecked()
  await tablet.click()
  await expect(page.locator('[data-field=prop-hidden] [data-badge=own]')).toBeVisible()
  await page.locator('[data-field=prop-hidden] [data-reset]').click()
  await expect(page.locator('[data-field=prop-hidden] [data-badge=inherited]')).toBeVisible()
  await expect(cell(page, 'b1').getByText('Hidden on tablets')).toBeVisible()
  // A prop set at this width reaches the block at once.
  await pick(page, 'b3')
  await page.locator('#prop-limit').fill('4')
  await page.keyboard.press('Tab')
  await expect.poll(() => rows.count()).toBe(few + 1)
})

test('a word longer than the page breaks and pushes nothing apart', async ({ page }) => {
  const long = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'
  const title = { en: long }
  await design(page, [text('t', long), block('h', 'hero', { props: { title } }), block('b', 'button', { props: { label: { en: long }, href: '#x' } }), block('s', 'section', { props: { title } })])
  await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
  await expect.poll(() => width(page)).toBe(360)
  const outside = () =>
    page.evaluate(() => {
      const root = document.querySelector('[data-page] > *').shadowRoot
      const edge = root.querySelector('.pg-page').getBoundingClientRect().right
      const said = [...root.querySelectorAll('.pg-prose, .pg-title, .pg-heading, .pl-button')]
      const out = said.filter((part) => part.getBoundingClientRect().right > edge + 0.5 || part.scrollWidth > part.clientWidth + 1)
      return [said.length, ...out.map((part) => part.className)]
    })
  await expect.poll(outside).toEqual([4])
})

test('the page is as wide as its edge is dragged, by hand and by keys, and says so', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await design(page, [text('b1', 'Words')])
  await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
  await expect.poll(() => width(page)).toBe(360)
  const edge = page.locator('[data-edge]')
  await expect(edge).toHaveAttribute('aria-valuenow', '360')
  const { x, y } = middle(await edge.boundingBox())
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 50, y, { steps: 5 })
  // It stands in the middle: both sides go.
  await expect.poll(() => width(page)).toBe(460)
  await expect(edge).toContainText('460 px')
  await page.mouse.up()
  await page.mouse.move(x + 200, y)
  await expect.poll(() => width(page)).toBe(460)
  await expect(edge).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => width(page)).toBe(468)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => width(page)).toBe(404)
  await page.keyboard.press('Home')
  await expect.poll(() => width(page)).toBe(240)
  await page.keyboard.press('End')
  await expect.poll(() => width(page)).toBe(2560)
  await expect(page.locator('[data-pixels]')).toHaveText('2,560 px')
  expect(JSON.parse(await documentOf(page)).root).toHaveLength(1)
})
