// Everything that does without dragging: block menu, inserter, places, list of commands, selection, focus.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { box, design, middle, said, section, select, structure, text, unfold } from './pages/designer.js'

const PAGE = [text('a', 'Alpha', { name: 'Alpha' }), text('b', 'Bravo', { name: 'Bravo' }), section('s', [text('c', 'Charlie', { name: 'Charlie' })], { name: 'Shelf' }), text('e', 'Echo', { name: 'Echo' })]

test.use({ viewport: { width: 1280, height: 1000 } })

const menu = (page) => page.getByRole('menu')
const dialog = (page) => page.locator('dialog[open]')
const field = (page) => dialog(page).getByRole('combobox')
const row = (page, name) => dialog(page).locator('[data-choice]').filter({ hasText: name })
const focused = (page) => page.locator('[data-focus]')

/** Focuses the selected block as Tab would. */
async function on(page, id) {
  await select(page, id)
  await expect(focused(page)).toBeFocused()
}

test('the menu opens from its button, walks by arrows and letters, and gives the focus back', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'b')
  const more = page.locator('[data-opens=menu]')
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(menu(page)).toHaveAccessibleName('Bravo')
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Copy' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'All commands…' })).toBeFocused()
  await page.keyboard.press('i')
  await expect(page.getByRole('menuitem', { name: 'Insert a block…' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu(page)).toHaveCount(0)
  await expect(more).toBeFocused()
})

test('a command that cannot be done says why, and does nothing', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await page.keyboard.press('Shift+F10')
  const up = page.getByRole('menuitem', { name: 'Move up' })
  await expect(up).toHaveAttribute('aria-disabled', 'true')
  await expect(up).toHaveAccessibleName('Move up')
  await expect(up).toHaveAccessibleDescription('It comes first already.')
  const before = await structure(page)
  await up.click({ force: true })
  await expect(menu(page)).toBeVisible()
  expect(await structure(page)).toEqual(before)
  await expect(said(page)).toHaveText('It comes first already.')
})

test('the whole menu is seen where the window has room for it', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await page.keyboard.press('Shift+F10')
  const fits = (menu) => menu.evaluate((menu) => menu.scrollHeight <= menu.clientHeight && menu.getBoundingClientRect().bottom <= innerHeight)
  expect(await fits(menu(page))).toBe(true)
})

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('all of the menu of a block is seen', async ({ page }) => {
    await design(page, PAGE)
    await on(page, 'b')
    await page.locator('[data-opens=menu]').click()
    await expect(menu(page)).toBeVisible()
    expect(await menu(page).evaluate((menu) => menu.scrollHeight - menu.clientHeight)).toBe(0)
  })
})

test('a right click opens the menu of the block under the pointer', async ({ page }) => {
  await design(page, PAGE)
  const { x, y } = middle(await box(page, 'e'))
  await page.mouse.click(x, y, { button: 'right' })
  await expect(menu(page)).toHaveAccessibleName('Echo')
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect.poll(() => structure(page)).toEqual(['a', 'b', 'e', ['s', ['c']]])
  await expect(said(page)).toHaveText('Echo, 3 of 4 in Page')
})

test('the inserter shows where it inserts, filters, and leaves the focus on the new block', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'b')
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await expect(page.locator('[data-where]')).toHaveText('After Bravo, in Page')
  await dialog(page).getByRole('button', { name: 'Before it' }).click()
  await expect(page.locator('[data-where]')).toHaveText('After Alpha, in Page')
  await field(page).fill('spac')
  await expect(dialog(page).getByRole('option')).toHaveText(['Spacer'])
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect.poll(async () => (await structure(page)).indexOf('b')).toBe(2)
  await expect(focused(page)).toBeFocused()
  await expect(focused(page)).toHaveAccessibleName('Spacer, 2 of 5 in Page')
})

test('the inserter offers no inside of a block that holds none', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await page.keyboard.press('/')
  await expect(dialog(page).getByRole('button', { name: 'Inside it' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await on(page, 'c')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await dialog(page).getByRole('button', { name: 'Inside it' }).click()
  await expect(page.locator('[data-where]')).toHaveText('After Charlie, in Shelf')
})

test('Move to… lists the places, moves in one history entry and gives the focus back to the block', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await page.keyboard.press('Control+m')
  await expect(dialog(page).getByRole('tree')).toBeVisible()
  await field(page).fill('after char')
  await page.keyboard.press('Enter')
  await expect.poll(() => structure(page)).toEqual(['b', ['s', ['c', 'a']], 'e'])
  await expect(said(page)).toHaveText('Moved: Alpha, 2 of 2 in Shelf')
  await expect(focused(page)).toBeFocused()
  await expect(focused(page)).toHaveAccessibleName('Alpha, 2 of 2 in Shelf')
  await page.keyboard.press('Control+z')
  await expect.poll(() => structure(page)).toEqual(['a', 'b', ['s', ['c']], 'e'])
})

test('the list of commands finds by letters, runs, and offers what was used last first', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await page.keyboard.press('Control+k')
  await field(page).fill('mvdn')
  await expect(dialog(page).getByRole('option').first()).toContainText('Move down')
  await page.keyboard.press('Enter')
  await expect.poll(() => structure(page)).toEqual(['b', 'a', ['s', ['c']], 'e'])
  await page.keyboard.press('Control+k')
  await expect(dialog(page).getByRole('option').first()).toContainText('Move down')
  await field(page).fill('tablet')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Tablet, 768 pixels' })).toHaveAttribute('aria-pressed', 'true')
})

test('the list of commands that is asked for again in the moment it closes is there', async ({ page }) => {
  await design(page, PAGE)
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  const closed = await page.evaluate(async () => {
    const old = document.querySelector('dialog[open]')
    const told = new Promise((done) => old.addEventListener('close', () => done(true)))
    old.close()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }))
    return told
  })
  expect(closed).toBe(true)
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
})

test('the list of commands has what the bar and the outline have, and says why not', async ({ page }) => {
  await design(page, PAGE)
  const list = () => page.locator('dialog[data-dialog=commands][open]')
  const row = (name) => list().getByRole('option', { name })
  const run = async (name) => {
    await page.keyboard.press('Control+k')
    await list().getByRole('combobox').fill(name)
    await page.keyboard.press('Enter')
    await expect(list()).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  for (const name of ['Rename…', 'Hide at every width', 'Lock', 'Save as a section…']) {
    await expect(row(new RegExp(`^${name}`)), name).toContainText('Nothing is selected.')
  }
  await expect(row(/^Hide at every width/).locator('kbd')).toHaveText(/Shift\+H|⇧⌘H/)
  await page.keyboard.press('Escape')
  await run('Publish')
  await expect(page.locator('dialog[data-dialog=publish][open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await run('Get the portal')
  await expect(page.locator('dialog[data-dialog=snippet][open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await run('Show the canvas dark')
  await expect(page.locator('[data-bar] [data-preview=dark]')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+k')
  await expect(row(/^Show the canvas dark/)).toContainText('It is shown like that already.')
  await page.keyboard.press('Escape')
  await run('Try it')
  await page.keyboard.press('Control+k')
  await expect(row(/^Undo/)).toContainText('The page is being tried out.')
  await page.keyboard.press('Escape')
  await run('Back to editing')
  await page.keyboard.press('Control+k')
  await expect(row(/^Try it/)).toBeVisible()
})

test('the list of commands opens again at once, whatever has just closed it', async ({ page }) => {
  await design(page, PAGE)
  const list = page.locator('dialog[data-dialog=commands][open]')
  await page.keyboard.press('Control+k')
  await expect(list.getByRole('combobox')).toBeFocused()
  // In one task: nothing that closing leaves for later has been done by then.
  await list.getByRole('combobox').evaluate((field) => {
    field.closest('dialog').close()
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, composed: true, cancelable: true }))
  })
  await expect(list).toHaveCount(1)
  await list.getByRole('combobox').fill('Publish')
  await page.keyboard.press('Enter')
  await expect(page.locator('dialog[data-dialog=publish][open]')).toBeVisible()
})

test('a block is renamed, hidden, locked and saved as a section from the list of commands', async ({ page }) => {
  await design(page, [text('a', 'Alpha'), text('b', 'Beta')])
  const made = async () => (await page.evaluate(() => palierDesigner.document())).root[0]
  const run = async (name) => {
    await page.keyboard.press('Control+k')
    await page.locator('dialog[data-dialog=commands][open]').getByRole('combobox').fill(name)
    await page.keyboard.press('Enter')
  }
  await select(page, 'a')
  await run('Rename')
  const ask = page.locator('dialog[data-dialog=rename][open]')
  await expect(ask.getByLabel('Name of the block')).toBeFocused()
  await page.keyboard.type('Greeting')
  await page.keyboard.press('Enter')
  await expect(ask).toHaveCount(0)
  expect((await made()).name).toBe('Greeting')
  await page.keyboard.press('Control+Shift+H')
  await expect(said(page)).toHaveText('Greeting is hidden at every width')
  expect((await made()).hidden).toEqual({ base: true })
  await run('Show at every width')
  expect((await made()).hidden ?? {}).toEqual({})
  await page.getByRole('button', { name: 'Phone, 360 pixels' }).click()
  await run('Hide at this width')
  await expect(said(page)).toHaveText('Greeting is hidden at this width')
  expect((await made()).hidden).toEqual({ base: true, sm: false })
  await run('Show at this width')
  expect((await made()).hidden ?? {}).toEqual({})
  await page.getByRole('button', { name: 'As wide as there is room' }).click()
  await page.keyboard.press('Control+Shift+L')
  await expect(said(page)).toHaveText('Greeting is locked: others cannot move or remove it')
  expect((await made()).lock).toEqual(['move', 'remove'])
  await run('Unlock')
  expect((await made()).lock ?? []).toEqual([])
  await run('Save as a section')
  const save = page.locator('dialog[data-dialog=section][open]')
  await save.getByRole('button', { name: 'Save' }).click()
  await expect(save.getByRole('alert')).toHaveText('Type a name.')
  await save.getByLabel('Name of the section').fill('Mine')
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText('Saved in this browser, on this device only')
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Templates' }).click()
  await expect(page.locator('.left').getByRole('button', { name: 'Mine', exact: true })).toBeVisible()
})

test('a key that everybody knows saves at once, from a field too, and the browser does not', async ({ page }) => {
  const id = await design(page, [text('a', 'Alpha')])
  await page.evaluate(() => {
    globalThis.left = []
    addEventListener('keydown', (event) => event.key === 's' && globalThis.left.push(event), true)
  })
  await select(page, 'a')
  await page.keyboard.press('Control+s')
  await expect(said(page)).toHaveText('Saved')
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(`/portals/${id}/draft`))
  await unfold(page)
  await page.locator('#prop-name').fill('Greeting')
  await page.keyboard.press('Control+s')
  expect((await sent).postData()).toContain('Greeting')
  await expect(said(page)).toHaveText('Saved')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+s')
  expect(await page.evaluate(() => globalThis.left.map((event) => event.defaultPrevented))).toEqual([true, true, true])
  await expect(row(page, 'Save now')).toContainText('Ctrl+S')
})

test('the list of commands opens from a text on the canvas, and from any field', async ({ page }) => {
  await design(page, [text('a', 'Alpha')])
  await on(page, 'a')
  await page.keyboard.press('F2')
  await expect(page.locator('.ds-inline-layer')).toHaveCount(1)
  await page.keyboard.type('Written')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await expect(page.locator('.ds-inline-layer')).toHaveCount(0)
  expect(JSON.stringify(await page.evaluate(() => palierDesigner.document().root[0].props))).toContain('Written')
  await page.keyboard.press('Escape')
  await unfold(page)
  await page.locator('#prop-name').focus()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
})

test('Escape closes a dialog and the focus is where it was', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'b')
  for (const key of ['/', 'Control+m', 'Control+k']) {
    await page.keyboard.press(key)
    await expect(field(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(focused(page)).toBeFocused()
  }
})

test('Shift and Control select several; Escape goes to what holds it, then to the page', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  const click = async (id, modifier) => {
    const { x, y } = middle(await box(page, id))
    await page.keyboard.down(modifier)
    await page.mouse.click(x, y)
    await page.keyboard.up(modifier)
  }
  await click('e', 'Shift')
  await page.keyboard.press('Control+x')
  await expect.poll(() => structure(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await on(page, 'a')
  await click('e', 'Control')
  await page.keyboard.press('Delete')
  await expect.poll(() => structure(page)).toEqual(['b', ['s', ['c']]])
  await on(page, 'c')
  await page.keyboard.press('Escape')
  await expect(focused(page)).toHaveAccessibleName('Shelf, 2 of 2 in Page')
  await page.keyboard.press('Escape')
  await expect(focused(page)).toHaveAccessibleName('Page, 3 blocks')
  await expect(focused(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAccessibleName('Bravo, 1 of 2 in Page')
})

test('after deleting, undoing and moving, the focus is on a block', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'b')
  for (const [key, name] of [
    ['Delete', 'Shelf, 2 of 3 in Page'],
    ['Control+z', 'Bravo, 2 of 4 in Page'],
    ['Alt+ArrowDown', 'Bravo, 3 of 4 in Page'],
    ['Control+d', 'Bravo, 4 of 5 in Page'],
  ]) {
    await page.keyboard.press(key)
    await expect(focused(page)).toHaveAccessibleName(name)
    await expect(focused(page)).toBeFocused()
  }
})

test('Place… takes the selection up, and a tap puts it down', async ({ page }) => {
  await design(page, PAGE)
  await on(page, 'a')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Place…' }).click()
  const e = await box(page, 'e')
  await page.mouse.click(e.x + e.width / 2, e.y + e.height - 3)
  await expect.poll(() => structure(page)).toEqual(['b', ['s', ['c']], 'e', 'a'])
  await expect(said(page)).not.toContainText(/t-[a-z0-9]/)
})

for (const [name, key] of [['menu', 'Shift+F10'], ['inserter', '/'], ['places', 'Control+m'], ['commands', 'Control+k']]) {
  test(`nothing is wrong for axe with the ${name} open`, async ({ page }) => {
    await design(page, PAGE)
    await on(page, 'b')
    await page.keyboard.press(key)
    await expect(page.locator('dialog[open], [data-menu]')).toBeVisible()
    await clean(page)
  })
}

test('a section of one’s own that is called as a ready-made one is one’s own', async ({ page }) => {
  await design(page, [text('a', 'Mine alone'), text('b', 'Beta')])
  const kinds = async () => (await page.evaluate(() => palierDesigner.document())).root.map((node) => node.type)
  await select(page, 'a')
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Templates' }).click()
  const panel = page.locator('.left')
  await panel.getByLabel('Name of the selection').fill('banner')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(said(page)).toHaveText('Saved in this browser, on this device only')
  await panel.getByRole('button', { name: 'banner', exact: true }).click()
  await expect.poll(kinds).toEqual(['rich-text', 'rich-text', 'rich-text'])
  await panel.getByLabel('Name of the selection').fill('banner')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  const ask = page.locator('dialog[data-dialog=section-taken][open]')
  await expect(ask.getByRole('heading', { name: 'There is a section called banner already' })).toBeFocused()
  await ask.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(said(page)).toHaveText('Saved on this device, in place of the section that was called banner')
  await expect(panel.locator('[data-source^="new:own:"]')).toHaveCount(1)
  await panel.getByLabel('Name of the selection').fill('banner')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await ask.getByRole('button', { name: 'Keep both' }).click()
  await expect(panel.getByRole('button', { name: 'banner 2', exact: true })).toBeVisible()
  await expect(panel.locator('[data-source^="new:own:"]')).toHaveCount(2)
})
