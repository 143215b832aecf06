// Several people, or tabs, on one portal: what does not contradict is joined, what does waits for a
// person, and nobody's work is undone by somebody else.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, box, carry, enter, middle, portal, said, select, structure, text, undo, unfold } from './pages/designer.js'
import { hold } from './pages/host.js'
import { blocks, count, dialog, edit, put, state } from './pages/saving.js'

const OLD = () => block('s', 'hero', { props: { title: { en: 'Old' } } })
const decide = (page) => page.getByRole('button', { name: 'Decide', exact: true })

/** Two people change the title of the hero `s`, which comes after `a`. */
async function contradict(page, id) {
  await select(page, 's')
  await put(page, id, (document) => {
    document.root[1].props.title.en = 'Their words'
    document.root.push(text('theirs', 'Theirs'))
  })
  await page.locator('#prop-title').fill('My words')
  await expect(decide(page)).toBeVisible()
}

const titled = async (page, id) => (await blocks(page, id)).find((node) => node.id === 's').props.title.en

test('what somebody else did elsewhere on the page is joined with a word, and undo leaves it alone', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), OLD()])
  await enter(page, id)
  await edit(page, 'a')
  await count(page, id).toBe(3)
  await select(page, 's')
  await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
  const title = page.locator('#prop-title')
  await title.focus()
  await page.keyboard.press('End')
  await title.pressSequentially(' and new', { delay: 20 })
  await expect(said(page)).toHaveText('Somebody else has saved meanwhile. Their changes are here, with yours.')
  // Whoever writes goes on.
  await title.pressSequentially(', too', { delay: 20 })
  await expect(title).toBeFocused()
  await expect(title).toHaveValue('Old and new, too')
  await count(page, id).toBe(4)
  await expect.poll(() => titled(page, id)).toBe('Old and new, too')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  while (!(await undo(page).and(page.locator('[aria-disabled=true]')).count())) await undo(page).click()
  await expect.poll(() => structure(page)).toEqual(['a', 's', 'theirs'])
  await count(page, id).toBe(3)
  expect(await titled(page, id)).toBe('Old')
})

test('nothing moves under a hand: what others saved comes once it has let go', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), text('b', 'Two')])
  await enter(page, id)
  await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
  // What is saved goes out once the hand is down.
  const send = await hold(page, `**/v1/portals/${id}/draft`)
  await edit(page, 'a')
  const from = middle(await box(page, 'b'))
  const before = await structure(page)
  await carry(page, from, { x: from.x + 20, y: from.y + 20 })
  const met = page.waitForResponse((reply) => reply.url().endsWith('/draft') && reply.status() === 412)
  send()
  await met
  await page.waitForTimeout(1500)
  expect(await structure(page)).toEqual(before)
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect.poll(() => structure(page)).toEqual([...before, 'theirs'])
  await count(page, id).toBe(4)
})

for (const [choice, mine, left] of [
  ['Both; where they contradict, yours', 'My words', 3],
  ['Both; where they contradict, theirs', 'Their words', 3],
  ['Only yours', 'My words', 2],
  ['Only theirs', 'Their words', 3],
]) {
  test(`somebody else’s save is never overwritten unseen: ${choice}`, async ({ page }) => {
    const id = await portal(page, [text('a', 'One'), OLD()])
    await enter(page, id)
    await contradict(page, id)
    await expect(dialog(page, 'conflict'), 'nobody is interrupted').toHaveCount(0)
    await decide(page).click()
    const ask = dialog(page, 'conflict')
    await expect(ask.getByRole('region', { name: 'What you did' }).locator('[data-sign=changed]')).toHaveCount(1)
    await expect(ask.getByRole('region', { name: 'What the others did' }).locator('[data-sign=added]')).toHaveCount(1)
    expect((await blocks(page, id)).map(({ id }) => id)).toEqual(['a', 's', 'theirs'])
    await clean(page, 'dialog')
    const [file] = await Promise.all([page.waitForEvent('download'), ask.locator('[data-download=mine]').click()])
    expect(file.suggestedFilename()).toBe(`${id}-mine.json`)
    await ask.getByLabel(choice).check()
    await ask.getByRole('button', { name: 'Keep this' }).click()
    await expect(ask).toHaveCount(0)
    await expect(state(page)).toHaveText('Saved')
    await count(page, id).toBe(left)
    expect(await titled(page, id)).toBe(mine)
  })
}

test('what contradicts is told before it is decided', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), OLD()])
  await enter(page, id)
  await contradict(page, id)
  await decide(page).click()
  const told = dialog(page, 'conflict').getByRole('region', { name: '1 contradiction' }).getByRole('listitem').filter({ hasText: 'Hero · Old' })
  await expect(told).toContainText('Title')
  await expect(told).toContainText('Yours: “My words”')
  await expect(told).toContainText('Theirs: “Their words”')
})

test('before it is decided nothing is published, and publishing leads there', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), OLD()])
  await enter(page, id)
  await contradict(page, id)
  await page.locator('[data-publish]').click()
  const publish = dialog(page, 'publish')
  await expect(publish.locator('[data-undecided]')).toBeVisible()
  await expect(publish.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
  await clean(page, 'dialog')
  await publish.getByRole('button', { name: 'Decide' }).click()
  await dialog(page, 'conflict').getByRole('button', { name: 'Keep this' }).click()
  await expect(state(page)).toHaveText('Saved')
  await page.locator('[data-publish]').click()
  await publish.getByRole('button', { name: 'Publish now' }).click()
  await expect(publish.getByText('Published. New visitors see it at once')).toBeVisible()
})

test('what others have saved meanwhile is looked at before it is published', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await page.route(`**/v1/portals/${id}/draft`, async (route) => {
    // The save that publishing waits for is the first to meet theirs.
    if (route.request().method() === 'PUT') await new Promise((go) => setTimeout(go, 1500))
    return route.continue()
  })
  await enter(page, id)
  await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
  await edit(page, 'a')
  await page.locator('[data-publish]').click()
  const publish = dialog(page, 'publish')
  await publish.getByRole('button', { name: 'Publish now' }).click()
  await expect(publish.getByText('Somebody else has just changed the draft, so nothing was published.')).toBeVisible()
  expect((await page.request.get(`/v1/portals/${id}`)).status()).toBe(404)
})

test('a conflict whose own side was undone is over when another tab saves', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One'), OLD()])
  await enter(page, id)
  await contradict(page, id)
  await undo(page).click()
  const other = await context.newPage()
  await enter(other, id)
  await edit(other, 'a')
  await expect(state(other)).toHaveText('Saved')
  await expect(state(page)).toHaveText('Saved')
  await edit(page, 'a')
  await count(page, id).toBe(5)
  await expect(state(page)).toHaveText('Saved')
  await expect(decide(page)).toHaveCount(0)
})

test('locks, audiences and times that contradict are told as they are called', async ({ page }) => {
  const id = await portal(page, [text('a', 'One', { lock: ['edit'], when: { audience: ['member'], from: '2026-12-01T00:00:00Z' } })])
  await enter(page, id)
  await put(page, id, (document) => {
    document.root[0].lock = ['move', 'remove']
    document.root[0].when = { audience: ['candidate', 'suspended'], from: '2027-01-02T09:00:00Z' }
  })
  await page.getByRole('button', { name: 'Outline', exact: true }).click()
  await page.locator('[role=treeitem][data-source=a]').click()
  await unfold(page)
  await page.locator('[data-field=prop-lock] input[value=style]').check()
  await page.locator('[data-field=when-audience] input[value=suspended]').check()
  await page.locator('#when-from').fill('2028-02-03T10:00')
  const told = dialog(page, 'conflict').locator('[data-contradictions]')
  await decide(page).click()
  const names = async (field, words) =>
    (await Promise.all(words.map((word) => page.locator(`[data-field=${field}] label:has([value=${word}])`).textContent()))).map((name) => name.trim())
  const [move, remove] = await names('prop-lock', ['move', 'remove'])
  await expect(told).toContainText(`Theirs: ${move}, ${remove}`)
  const [candidate, suspended] = await names('when-audience', ['candidate', 'suspended'])
  await expect(told).toContainText(`Theirs: ${candidate}, ${suspended}`)
  await expect(told).toContainText(/Theirs: 2 Jan(uary)? 2027, |Theirs: Jan 2, 2027, /)
  await expect(told).not.toContainText(/2027-01-02/)
})

test('two tabs on one portal know of each other, and what one saves arrives in the other', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  const other = await context.newPage()
  await enter(other, id)
  for (const tab of [page, other]) await expect(tab.getByText('This portal is open in another tab too.')).toBeVisible()
  // What was done here before can be undone after it, too.
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Saved')
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.ok())
  await undo(page).click()
  await saved
  // What one saves takes a moment to reach the other.
  const cells = (tab) => tab.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.querySelectorAll('[data-node]').length)
  await expect.poll(() => cells(other)).toBe(1)
  await edit(other, 'a')
  await expect(state(other)).toHaveText('Saved')
  await expect.poll(() => cells(page)).toBe(2)
  await expect(dialog(page, 'conflict')).toHaveCount(0)
  await expect(said(page)).toHaveText('Changes from another tab have arrived.')
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => cells(page)).toBe(3)
  await undo(page).click()
  await expect.poll(() => cells(page)).toBe(2)
  await expect(state(page)).toHaveText('Saved')
  // Told until it is put away, or the other is gone.
  const told = page.getByText('This portal is open in another tab too.')
  await page.getByRole('button', { name: 'Put this notice away' }).click()
  await expect(told).toHaveCount(0)
  await expect.poll(() => cells(other)).toBe(2)
  await edit(other, 'a')
  await expect.poll(() => cells(page)).toBe(3)
  await expect(told).toHaveCount(0)
  const third = await context.newPage()
  await enter(third, id)
  await expect(told).toBeVisible()
  await third.close({ runBeforeUnload: true })
  await expect(other.getByText('This portal is open in another tab too.')).toBeVisible()
  await other.close({ runBeforeUnload: true })
  await expect(told).toHaveCount(0)
})

