// The brand's own library of pictures, which the hosting page opens.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, box, design, draft, middle, said, select, show, words } from './pages/designer.js'

const TREE = '/media/rewards/hoodie.svg'
const MUG = '/media/rewards/enamel-mug.svg'

/** A hosting page with a library: what it is asked is kept, and it answers what the test says. */
const host = (page) =>
  page.addInitScript(() => {
    const library = { asked: [], signals: [] }
    globalThis.library = library
    ;(globalThis.palierDesigner ??= {}).pickImage = ({ signal, ...asked }) => {
      library.asked.push(asked)
      library.signals.push(signal)
      return new Promise((give, fail) => Object.assign(library, { give, fail: (words) => fail(new Error(words)) }))
    }
  })

const asked = (page) => page.evaluate(() => globalThis.library.asked)
const give = (page, picture) => page.evaluate((picture) => globalThis.library.give(picture), picture)
const props = async (page, at = 0) => (await draft(page)).root[at].props
/** Waits until the picture of a block has its height: what was drawn without it moves. */
const loaded = (page, id) => expect.poll(() => page.locator(`[data-page] [data-node="${id}"] img`).evaluate((img) => img.complete && img.naturalWidth > 0 && img.clientHeight > 40)).toBe(true)

/** Selects a block whose picture is there. */
async function pick(page, id) {
  await loaded(page, id)
  await select(page, id)
}

const fault = (page) => page.locator('[data-library-fault]')
const undo = (page) => page.getByRole('button', { name: 'Undo', exact: true })

test('a picture is chosen with its text, and both are undone at once', async ({ page }) => {
  await host(page)
  await design(page, [block('i', 'image', { props: { src: TREE, alt: words('A hoodie', 'Un sweat') } })])
  await pick(page, 'i')
  await expect(page.locator('[data-properties] img[data-chooses]')).toBeVisible()
  const choose = page.locator('[data-library]')
  await expect(choose).toHaveAccessibleName(/^Choose a picture… /)
  await choose.focus()
  await page.keyboard.press('Enter')
  await expect(choose).toHaveText('Stop choosing')
  expect(await asked(page)).toEqual([{ current: TREE, alt: 'A hoodie', locale: 'en' }])
  await give(page, { src: MUG, alt: 'A mug' })
  await expect(choose).toHaveText('Choose a picture…')
  expect(await props(page)).toEqual({ src: MUG, alt: words('A mug', 'Un sweat') })
  await undo(page).click()
  expect(await props(page)).toEqual({ src: TREE, alt: words('A hoodie', 'Un sweat') })
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  await pick(page, 'i')
  await clean(page, '[data-field=prop-src]')
})

test('null keeps what was there, and a failure is told beside the field', async ({ page }) => {
  await host(page)
  await design(page, [block('i', 'image', { props: { src: TREE, alt: words('A hoodie') } })])
  await pick(page, 'i')
  const choose = page.locator('[data-library]')
  const before = await props(page)
  await choose.click()
  await give(page, null)
  await expect(choose).toHaveText('Choose a picture…')
  await expect(fault(page)).toHaveCount(0)
  await choose.click()
  await page.evaluate(() => globalThis.library.fail('the library is closed'))
  await expect(fault(page)).toHaveText('The picture library failed: the library is closed')
  for (const src of ['javascript:alert(1)', '', 'http://pictures.example/tree.png']) {
    await choose.click()
    await expect(fault(page)).toHaveCount(0)
    await give(page, { src })
    await expect(fault(page)).toHaveText(`The library’s address cannot be used in a portal: “${src}”. It takes an https: address, or a path of this site.`)
  }
  expect(await props(page)).toEqual(before)
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  // Without words of its own the picture keeps those that are there.
  await choose.click()
  await give(page, { src: MUG })
  await expect(fault(page)).toHaveCount(0)
  await expect.poll(() => props(page)).toEqual({ src: MUG, alt: words('A hoodie') })
})

test('whoever stops choosing is heard by the library, and what comes after that is not taken', async ({ page }) => {
  await host(page)
  await design(page, [block('i', 'image', { props: { src: TREE, alt: words('A hoodie') } })])
  await pick(page, 'i')
  const choose = page.locator('[data-library]')
  await choose.click()
  await choose.click()
  await expect(choose).toHaveText('Choose a picture…')
  expect(await page.evaluate(() => globalThis.library.signals[0].aborted)).toBe(true)
  await give(page, { src: MUG, alt: 'A mug' })
  await expect(fault(page)).toHaveCount(0)
  expect(await props(page)).toEqual({ src: TREE, alt: words('A hoodie') })
})

test('a double click on a picture of the page opens the library; a picture that is decoration gets no words', async ({ page }) => {
  await host(page)
  await design(page, [block('i', 'image', { props: { src: TREE, decorative: true } }), block('e', 'image')])
  await loaded(page, 'i')
  const twice = async (id) => {
    await show(page, id)
    const { x, y } = middle(await box(page, id))
    await page.mouse.dblclick(x, y)
  }
  await twice('i')
  await expect.poll(() => asked(page)).toEqual([{ current: TREE, alt: '', locale: 'en' }])
  await give(page, { src: MUG, alt: 'A mug' })
  await expect.poll(() => props(page)).toEqual({ src: MUG, decorative: true })
  await loaded(page, 'i')
  // One that is not chosen yet has a card to double click.
  await twice('e')
  await expect.poll(async () => (await asked(page)).length).toBe(2)
  await give(page, { src: TREE, alt: 'A hoodie' })
  await expect.poll(() => props(page, 1)).toEqual({ src: TREE, alt: words('A hoodie') })
})

test('for what may not be changed nothing is chosen', async ({ page }) => {
  await host(page)
  await design(page, [block('i', 'image', { props: { src: TREE, alt: words('A hoodie') }, lock: ['edit'] })], { as: 'designer' })
  await loaded(page, 'i')
  const { x, y } = middle(await box(page, 'i'))
  await page.mouse.dblclick(x, y)
  await expect(page.locator('[data-library]')).toBeDisabled()
  await expect(said(page)).toContainText(/lock/i)
  expect(await asked(page)).toEqual([])
})

test('without a library the pictures of the site are offered', async ({ page }) => {
  await design(page, [block('i', 'image', { props: { src: TREE, alt: words('A hoodie') } })])
  await pick(page, 'i')
  await expect(page.getByRole('button', { name: 'Picture: choose a picture' })).toBeVisible()
  await expect(page.locator('[data-library]')).toHaveCount(0)
})
