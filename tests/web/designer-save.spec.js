// Nothing is lost: autosave, a page that dies, two people, two tabs, documents that are newer.
import { expect, test } from '@playwright/test'

import { clean } from './pages/axe.js'
import { block, enter, portal, select, text } from './pages/designer.js'
import { tokenOf } from './pages/host.js'

const state = (page) => page.locator('[data-save]')

const dialog = (page, name) => page.locator(`dialog[data-dialog="${name}"][open]`)

const draft = async (page, id) => {
  const token = await tokenOf(page.request, 'admin')
  const reply = await page.request.get(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}` } })
  return { text: await reply.text(), etag: reply.headers().etag }
}

const put = async (page, id, change) => {
  const token = await tokenOf(page.request, 'admin')
  const { text, etag } = await draft(page, id)
  const data = JSON.parse(text)
  change(data)
  const reply = await page.request.put(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}`, 'If-Match': etag }, data })
  expect(reply.status(), await reply.text()).toBe(200)
}

/** Duplicates the first block: an edit like any other. */
const edit = async (page, id) => {
  await select(page, id)
  await page.keyboard.press('Control+d')
}

const count = (page, id) => expect.poll(async () => JSON.parse((await draft(page, id)).text).root.length)

test('an edit is on the backend by itself, and the bar says so', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  await expect(state(page)).toHaveText('Saved')
  await edit(page, 'a')
  await count(page, id).toBe(2)
  await expect(state(page)).toHaveText('Saved')
})

test('the work of a page that died is offered, compared and brought back', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await context.route(`**/v1/portals/${id}/draft`, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await page.close({ runBeforeUnload: false })
  await context.unroute(`**/v1/portals/${id}/draft`)
  const again = await context.newPage()
  await enter(again, id)
  const ask = dialog(again, 'restore')
  await expect(ask.getByRole('heading', { level: 2 })).toHaveText(/Restore your unsaved work from .*\d+:\d\d.*\?/)
  await expect(ask.locator('[data-sign=added]')).toHaveText(/Added.*Text/)
  await clean(again, 'dialog')
  await ask.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(ask).toHaveCount(0)
  await count(again, id).toBe(2)
  await again.reload()
  await expect(state(again)).toHaveText('Saved')
  await expect(dialog(again, 'restore')).toHaveCount(0)
})

/** How many blocks the documents have that this browser's tabs keep on the device. */
const onDevice = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const asked = indexedDB.open('palier-designer', 1)
        asked.onsuccess = () => {
          const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => {
            asked.result.close()
            done(all.result.map(({ text }) => JSON.parse(text).root.length))
          }
        }
      }),
  )

/** Opens the portal again after its page was killed, and restores what it had done. */
const restore = async (context, page, id) => {
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await enter(again, id)
  const ask = dialog(again, 'restore')
  await ask.getByRole('button', { name: 'Restore', exact: true }).click()
  return again
}

/** Keeps every event from the page that tells it that it is left: a page that is killed gets none. */
const deaf = (page) =>
  page.addInitScript(() => {
    for (const name of ['pagehide', 'visibilitychange']) addEventListener(name, (event) => event.stopImmediatePropagation(), true)
  })

for (const arrives of [false, true]) {
  test(`what is done while the backend is away is kept too, whenever the next try is due${arrives ? ', and though the last one arrived' : ''}`, async ({ context, page }) => {
    const id = await portal(page, [text('a', 'One')])
    await deaf(page)
    let tries = 0
    await page.route(`**/v1/portals/${id}/draft`, async (route) => {
      if (route.request().method() !== 'PUT') return route.continue()
      tries += 1
      if (tries < 3) return route.abort()
      // The third is never answered: nothing that comes after it waits for it.
      if (arrives) await route.fetch()
    })
    await enter(page, id)
    await edit(page, 'a')
    await expect(state(page)).toHaveText('Offline — kept on this device')
    await expect.poll(() => tries).toBe(3)
    if (arrives) await count(page, id).toBe(2)
    await edit(page, 'a')
    await expect.poll(() => onDevice(page)).toEqual([3])
    const again = await restore(context, page, id)
    await count(again, id).toBe(3)
    await expect(dialog(again, 'conflict'), 'there is nothing to decide').toHaveCount(0)
  })
}

test('what is done after “Decide later” is kept, and nothing that was undone', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await deaf(page)
  await enter(page, id)
  await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
  await edit(page, 'a')
  await dialog(page, 'conflict').getByRole('button', { name: 'Decide later' }).click()
  await expect.poll(() => onDevice(page)).toEqual([2])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => onDevice(page)).toEqual([])
  for (const left of [2, 3]) {
    await edit(page, 'a')
    await expect.poll(() => onDevice(page)).toEqual([left])
  }
  const again = await restore(context, page, id)
  await dialog(again, 'conflict').getByRole('button', { name: 'Keep this' }).click()
  await count(again, id).toBe(4)
})

test('a save whose answer was lost is no conflict with what came after it', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  let lost = false
  await page.route(`**/v1/portals/${id}/draft`, async (route) => {
    if (lost || route.request().method() !== 'PUT') return route.continue()
    lost = true
    await route.fetch()
    return route.abort()
  })
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Saved')
  await expect(dialog(page, 'conflict')).toHaveCount(0)
  await count(page, id).toBe(3)
})

test('a conflict whose own side was undone is over when another tab saves', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
  await edit(page, 'a')
  await dialog(page, 'conflict').getByRole('button', { name: 'Decide later' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  const other = await context.newPage()
  await enter(other, id)
  await edit(other, 'a')
  await expect(state(other)).toHaveText('Saved')
  await expect(state(page)).toHaveText('Saved')
  await edit(page, 'a')
  await count(page, id).toBe(4)
  await expect(state(page)).toHaveText('Saved')
  await expect(dialog(page, 'conflict')).toHaveCount(0)
})

test('lost work can be let go', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await page.route(`**/v1/portals/${id}/draft`, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await enter(page, id)
  await edit(page, 'a')
  await expect(state(page)).toHaveText('Offline — kept on this device')
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await enter(again, id)
  await dialog(again, 'restore').getByRole('button', { name: 'Discard' }).click()
  await expect(dialog(again, 'restore')).toHaveCount(0)
  await again.reload()
  await expect(state(again)).toHaveText('Saved')
  await expect(dialog(again, 'restore')).toHaveCount(0)
  await count(again, id).toBe(1)
})

test('leaving is asked about only while something is unsaved', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  const asked = () =>
    page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return event.defaultPrevented
    })
  await expect(state(page)).toHaveText('Saved')
  expect(await asked()).toBe(false)
  await page.route(`**/v1/portals/${id}/draft`, (route) => route.abort())
  await edit(page, 'a')
  expect(await asked()).toBe(true)
  await expect(state(page)).toHaveText('Offline — kept on this device')
  expect(await asked()).toBe(true)
  await page.unroute(`**/v1/portals/${id}/draft`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(state(page)).toHaveText('Saved')
  expect(await asked()).toBe(false)
})

for (const [choice, left] of [
  ['Both: nothing contradicts', 3],
  ['Only yours', 2],
  ['Only theirs', 2],
]) {
  test(`somebody else’s save is never overwritten unseen: ${choice}`, async ({ page }) => {
    const id = await portal(page, [text('a', 'One')])
    await enter(page, id)
    await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
    await edit(page, 'a')
    const ask = dialog(page, 'conflict')
    await expect(ask).toBeVisible()
    await expect(ask.getByRole('region', { name: 'What you did' }).locator('[data-sign=added]')).toHaveCount(1)
    await expect(ask.getByRole('region', { name: 'What the others did' }).locator('[data-sign=added]')).toHaveCount(1)
    expect(JSON.parse((await draft(page, id)).text).root.map(({ id }) => id)).toEqual(['a', 'theirs'])
    await clean(page, 'dialog')
    const [file] = await Promise.all([page.waitForEvent('download'), ask.locator('[data-download=mine]').click()])
    expect(file.suggestedFilename()).toBe(`${id}-mine.json`)
    await ask.getByLabel(choice).check()
    await ask.getByRole('button', { name: 'Keep this' }).click()
    await expect(ask).toHaveCount(0)
    await expect(state(page)).toHaveText('Saved')
    await count(page, id).toBe(left)
    const ids = JSON.parse((await draft(page, id)).text).root.map(({ id }) => id)
    expect(ids.includes('theirs')).toBe(choice !== 'Only yours')
    // What somebody else has made is not undone here, unseen.
    await expect(page.getByRole('button', { name: 'Undo' }).and(page.locator('[aria-disabled=true]'))).toHaveCount(choice === 'Only yours' ? 0 : 1)
  })
}

test('what contradicts is told before it is decided, and stays as chosen', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), block('s', 'section', { props: { title: { en: 'Old' } } })])
  await enter(page, id)
  await select(page, 's')
  await put(page, id, (document) => {
    document.root[1].props.title.en = 'Their words'
    document.root.push(text('theirs', 'Theirs'))
  })
  await page.locator('#prop-title').fill('My words')
  await page.getByRole('button', { name: 'Decide', exact: true }).click()
  const ask = dialog(page, 'conflict')
  const told = ask.getByRole('region', { name: '1 contradiction' }).getByRole('listitem').filter({ hasText: 'Section · Old' })
  await expect(told).toContainText('Title')
  await expect(told).toContainText('Yours: “My words”')
  await expect(told).toContainText('Theirs: “Their words”')
  await clean(page, 'dialog')
  await ask.getByLabel('Both; where they contradict, yours').check()
  await ask.getByRole('button', { name: 'Keep this' }).click()
  await count(page, id).toBe(3)
  await expect(state(page)).toHaveText('Saved')
  const { root } = JSON.parse((await draft(page, id)).text)
  expect(root[1].props.title.en).toBe('My words')
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
  await page.locator('[data-field=prop-lock] input[value=style]').check()
  await page.locator('[data-field=when-audience] input[value=suspended]').check()
  await page.locator('#when-from').fill('2028-02-03T10:00')
  const told = dialog(page, 'conflict').locator('[data-contradictions]')
  // It comes by itself unless somebody is typing.
  const decide = page.getByRole('button', { name: 'Decide', exact: true })
  await expect(told.or(decide).first()).toBeVisible()
  if (!(await told.isVisible())) await decide.click()
  const names = async (field, words) =>
    (await Promise.all(words.map((word) => page.locator(`[data-field=${field}] label:has([value=${word}])`).textContent()))).map((name) => name.trim())
  const [move, remove] = await names('prop-lock', ['move', 'remove'])
  await expect(told).toContainText(`Theirs: ${move}, ${remove}`)
  const [candidate, suspended] = await names('when-audience', ['candidate', 'suspended'])
  await expect(told).toContainText(`Theirs: ${candidate}, ${suspended}`)
  await expect(told).toContainText(/Theirs: 2 Jan(uary)? 2027, |Theirs: Jan 2, 2027, /)
  await expect(told).not.toContainText(/2027-01-02/)
})

test('a conflict does not take the keys of somebody who is writing', async ({ page }) => {
  const id = await portal(page, [text('a', 'One'), block('s', 'section', { props: { title: { en: 'Old' } } })])
  await enter(page, id)
  await select(page, 's')
  await put(page, id, (document) => document.root.push(text('theirs', 'Theirs')))
  const title = page.locator('#prop-title')
  await title.focus()
  await title.pressSequentially('New words, ', { delay: 20 })
  await expect(page.getByText('Somebody else has changed the draft.')).toBeVisible()
  await expect(dialog(page, 'conflict')).toHaveCount(0)
  await title.pressSequentially('and a space ', { delay: 20 })
  await expect(title).toBeFocused()
  await expect(title).toHaveValue(/New words, and a space/)
  await page.getByRole('button', { name: 'Decide', exact: true }).click()
  const ask = dialog(page, 'conflict')
  await expect(ask.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(ask).toBeVisible()
})

test('two tabs on one portal know of each other, and what one saves arrives in the other', async ({ context, page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id)
  const other = await context.newPage()
  await enter(other, id)
  for (const tab of [page, other]) await expect(tab.getByText('This portal is open in another tab too.')).toBeVisible()
  await edit(other, 'a')
  await expect(state(other)).toHaveText('Saved')
  const cells = () => page.evaluate(() => document.querySelector('[data-page] > *').shadowRoot.querySelectorAll('[data-node]').length)
  await expect.poll(cells).toBe(2)
  await expect(dialog(page, 'conflict')).toHaveCount(0)
  // Told until it is put away, or the other is gone.
  const told = page.getByText('This portal is open in another tab too.')
  await page.getByRole('button', { name: 'Put this notice away' }).click()
  await expect(told).toHaveCount(0)
  await edit(other, 'a')
  await expect.poll(cells).toBe(3)
  await expect(told).toHaveCount(0)
  const third = await context.newPage()
  await enter(third, id)
  await expect(told).toBeVisible()
  await third.close({ runBeforeUnload: true })
  await expect(other.getByText('This portal is open in another tab too.')).toBeVisible()
  await other.close({ runBeforeUnload: true })
  await expect(told).toHaveCount(0)
})

test('what a role may not change is refused by the backend, and the bar says why', async ({ page }) => {
  const id = await portal(page, [text('a', 'One')])
  await enter(page, id, { as: 'designer' })
  await page.route(`**/v1/portals/${id}/draft`, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    const token = await tokenOf(page.request, 'content-editor')
    return route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } })
  })
  await edit(page, 'a')
  await expect(state(page)).toHaveText(/^Cannot save: /)
  await count(page, id).toBe(1)
})

test('a newer block makes the document read-only, and says so', async ({ page }) => {
  const id = await portal(page, [text('a', 'One', { v: 99 })])
  const before = await draft(page, id)
  await enter(page, id)
  await expect(page.getByText('Read only: the block “Text · One” is of version 99')).toBeVisible()
  await expect(state(page)).toHaveText('Read only')
  await edit(page, 'a')
  await expect(page.locator('[data-said]')).not.toHaveText('')
  expect((await draft(page, id)).text).toBe(before.text)
})

test('an unknown block survives an edit of the page byte for byte', async ({ page }) => {
  const odd = block('odd', 'tombola', { v: 3, props: { a: [1, { z: null, b: 'é' }], price: 12.5 }, zeta: { deep: [true] } })
  const id = await portal(page, [text('a', 'One'), odd])
  const bytes = (text) => JSON.stringify(JSON.parse(text).root.find(({ id }) => id === 'odd'))
  await enter(page, id)
  await edit(page, 'a')
  await count(page, id).toBe(3)
  const once = await draft(page, id)
  expect(JSON.parse(bytes(once.text))).toEqual(JSON.parse(JSON.stringify(odd)))
  await edit(page, 'a')
  await count(page, id).toBe(4)
  const raw = (text) => /\{\s*"id": "odd"[\s\S]*?\n {4}\}/.exec(text)[0]
  expect(raw((await draft(page, id)).text)).toBe(raw(once.text))
})
