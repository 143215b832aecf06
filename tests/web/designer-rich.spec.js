// Rich text in the panel and where it stands: a typed tree, formatted by buttons and keys.
import { expect, test } from '@playwright/test'

import { add, block, field, open } from './pages/properties.js'

const props = async (page, id) => (await block(page, id)).props ?? {}

test('rich text is a typed tree, formatted by buttons', async ({ page }) => {
  await open(page)
  const id = await add(page, 'rich-text')
  const text = field(page, 'text').getByRole('textbox')
  await text.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('First line')
  await page.keyboard.press('Enter')
  await page.keyboard.type('second')
  await page.keyboard.press('Shift+Home')
  await field(page, 'text').getByRole('button', { name: 'Bold' }).click()
  expect((await props(page, id)).text.en).toEqual([
    { kind: 'paragraph', children: [{ kind: 'text', text: 'First line' }] },
    { kind: 'paragraph', children: [{ kind: 'strong', text: 'second' }] },
  ])
  await field(page, 'text').getByRole('button', { name: 'List', exact: true }).click()
  expect((await props(page, id)).text.en.at(-1)).toEqual({ kind: 'list', children: [{ kind: 'item', children: [{ kind: 'strong', text: 'second' }] }] })
  await field(page, 'text').getByRole('button', { name: 'Link' }).click()
  await page.keyboard.type('/rewards')
  await page.keyboard.press('Enter')
  expect((await props(page, id)).text.en.at(-1).children[0].children[0]).toMatchObject({ kind: 'link', href: '/rewards' })
  await expect(page.locator(`[data-node="${id}"] li`)).toHaveText('second')
})

test('a link over two paragraphs leaves them two, can be undone, changed and taken away', async ({ page }) => {
  await open(page)
  const id = await add(page, 'rich-text')
  const box = field(page, 'text')
  const text = box.getByRole('textbox')
  const said = async () => (await props(page, id)).text.en
  const link = async (href) => {
    await box.getByRole('button', { name: 'Link' }).click()
    await page.keyboard.press('Control+a')
    if (href) await page.keyboard.type(href)
    else await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
  }
  const plain = (words) => ({ kind: 'paragraph', children: [{ kind: 'text', text: words }] })
  const linked = (words, href) => ({ kind: 'paragraph', children: [{ kind: 'link', href, text: words }] })
  await text.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('One')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Two')
  await page.keyboard.press('Control+a')
  await link('/rewards')
  expect(await said()).toEqual([linked('One', '/rewards'), linked('Two', '/rewards')])
  await page.keyboard.press('Control+z')
  expect(await said()).toEqual([plain('One'), plain('Two')])
  await page.keyboard.press('Control+Shift+z')
  expect(await said()).toEqual([linked('One', '/rewards'), linked('Two', '/rewards')])

  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowLeft')
  await link('http://old.example')
  await expect(box.getByRole('alert')).toBeVisible()
  expect(await said()).toEqual([linked('One', '/rewards'), linked('Two', '/rewards')])
  // The field keeps what was refused, to be mended.
  await page.keyboard.press('Control+a')
  await page.keyboard.type('old.example')
  await page.keyboard.press('Enter')
  expect(await said()).toEqual([linked('One', '/rewards'), linked('Two', 'https://old.example')])
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowLeft')
  await link('')
  expect(await said()).toEqual([linked('One', '/rewards'), plain('Two')])
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' ')
  await link('/more')
  expect((await said()).at(-1).children.at(-1)).toEqual({ kind: 'link', href: '/more', text: '/more' })
})

test('Shift+Enter in a rich text begins a paragraph, as Enter does', async ({ page }) => {
  await open(page)
  const id = await add(page, 'rich-text')
  await field(page, 'text').getByRole('textbox').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('One')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('Two')
  const paragraph = (text) => ({ kind: 'paragraph', children: [{ kind: 'text', text }] })
  expect((await props(page, id)).text.en).toEqual([paragraph('One'), paragraph('Two')])
})

test('a rich text is edited in the lines that it stands in, and what is below makes room', async ({ page }) => {
  await open(page)
  const id = await add(page, 'rich-text')
  const paragraph = page.locator(`[data-node="${id}"] p`).first()
  await paragraph.scrollIntoViewIfNeeded()
  const place = await paragraph.boundingBox()
  await page.mouse.dblclick(place.x + 8, place.y + place.height / 2)
  const inline = page.locator('.ds-inline-rich')
  await expect(inline.locator('[data-rich-text]')).toBeFocused()
  const field = await inline.boundingBox()
  expect(Math.abs(field.x - place.x) + Math.abs(field.y - place.y)).toBeLessThan(4)
  expect(Math.abs(field.width - place.width)).toBeLessThan(2)
  await expect(page.locator('[data-main] [role=toolbar]')).toBeHidden()
  await page.keyboard.type('A sentence of many words. '.repeat(20))
  const long = await inline.boundingBox()
  // As wide as the words are on the page by now.
  expect(Math.abs(long.width - (await paragraph.boundingBox()).width)).toBeLessThan(2)
  expect(long.height).toBeGreaterThan(2 * place.height)
  const cell = await page.locator(`[data-node="${id}"]`).boundingBox()
  expect(cell.y + cell.height).toBeGreaterThan(long.y + long.height - 4)
  await page.keyboard.press('Escape')
  await expect(inline).toHaveCount(0)
  await expect(paragraph).toContainText('A sentence of many words.')
})
