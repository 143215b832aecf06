// Writing where a text stands, and fields that are left before what is typed there is whole.
import { expect, test } from '@playwright/test'

import { block, box, design, enter, portal, said, section, select, structure, text, undo } from './pages/designer.js'
import { tokenOf } from './pages/host.js'

const hero = (title, label) => block('h', 'hero', { props: { title: { en: title }, button: { label: { en: label }, href: '/x' } } })

/** Double-clicks what matches `selector` in a block, so that its text is being written. */
async function write(page, selector) {
  const at = await page.evaluate((selector) => {
    const found = document.querySelector('[data-page] > *').shadowRoot.querySelector(selector)
    const { x, y, width, height } = found.getBoundingClientRect()
    return [x + width / 2, y + height / 2]
  }, selector)
  await page.mouse.dblclick(...at)
  await expect(page.locator('.ds-inline')).toBeVisible()
}

/** What the backend has of the draft, once everything is saved. */
async function saved(page, id) {
  await expect(page.locator('[data-save]')).toHaveText('Saved')
  const token = await tokenOf(page.request, 'admin')
  return (await page.request.get(`/v1/portals/${id}/draft`, { headers: { Authorization: `Bearer ${token}` } })).json()
}

test('a field of the panel that ends the writing keeps the focus, and its keys are its own', async ({ page }) => {
  const id = await design(page, [hero('Welcome', 'Go')])
  await write(page, '[data-node=h] h1, [data-node=h] h2')
  await page.keyboard.type('Changed')
  const link = page.locator('#prop-button-href')
  await link.click()
  await expect(page.locator('.ds-inline')).toHaveCount(0)
  await expect(link).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(link).toHaveValue('/')
  const { root } = await saved(page, id)
  expect(root.map(({ id, props }) => [id, props.title.en, props.button.href])).toEqual([['h', 'Changed', '/']])
})

test('of texts that are the same words, the one under the pointer is written', async ({ page }) => {
  const id = await design(page, [hero('Join', 'Join')])
  await write(page, '[data-node=h] a')
  await page.keyboard.type('Buy now')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-focus]')).toBeFocused()
  const { props } = (await saved(page, id)).root[0]
  expect([props.title.en, props.button.label.en]).toEqual(['Join', 'Buy now'])
})

test('what another tab saves waits for the end of the writing, and is not overwritten', async ({ context, page }) => {
  const id = await portal(page, [hero('Welcome', 'Go')])
  await enter(page, id)
  const other = await context.newPage()
  await enter(other, id)
  await expect(page.getByText('This portal is open in another tab too.')).toBeVisible()
  await write(page, '[data-node=h] h1, [data-node=h] h2')
  await select(other, 'h')
  await other.locator('#prop-title').fill('Their words')
  await saved(other, id)
  await expect(page.locator('.ds-inline')).toHaveText('Welcome')
  await page.keyboard.press('Escape')
  await expect(said(page)).toContainText('Changes from another tab have arrived.')
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  expect((await saved(page, id)).root[0].props.title.en).toBe('Their words')
})

test('keys that remove are about the panel there, and not about the selected block', async ({ page }) => {
  await design(page, [block('t', 'tabs', { props: { labels: [{ text: { en: 'A' } }, { text: { en: 'B' } }] } }), text('z', 'x')])
  await select(page, 't')
  const row = page.locator('#prop-labels-1-name')
  await row.focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Backspace')
  await expect(row).toBeFocused()
  expect(await structure(page)).toHaveLength(2)
})

test('a year is typed to its end before it is one', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello', { when: { from: '2026-11-29T10:00:00Z' } })])
  await select(page, 'a')
  const from = page.locator('#when-from')
  await from.focus()
  // Month and day come first in this language.
  await page.keyboard.type('1129202')
  expect((await saved(page, id)).root[0].when.from).toMatch(/^2026-11-29T/)
  await page.keyboard.type('7')
  await expect(from).toHaveValue(/^2027-11-29T/)
  expect((await saved(page, id)).root[0].when.from).toMatch(/^2027-11-29T/)
  await page.keyboard.press('Backspace')
  await page.locator('#when-until').focus()
  await expect(from).toHaveValue(/^2027-11-29T/)
  expect((await saved(page, id)).root[0].when.from).toMatch(/^2027-11-29T/)
})

test('a colour is typed to its sixth digit', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello')])
  await page.locator('[data-opens-panel=Theme]').click()
  const hex = page.locator('[data-token="color.accent"] input[type=text]')
  await hex.fill('')
  await hex.pressSequentially('#12f4a0')
  await expect(hex).toHaveValue('#12f4a0')
  expect((await saved(page, id)).theme.tokens['color.accent']).toBe('#12f4a0')
  await hex.fill('#abc')
  expect((await saved(page, id)).theme.tokens['color.accent']).toBe('#12f4a0')
  await hex.press('Tab')
  await expect(hex).toHaveValue('#aabbcc')
})

test('what is no whole number is not written, and said when the field is left', async ({ page }) => {
  const id = await design(page, [block('b', 'leaderboard', { props: { limit: 10 } })])
  await select(page, 'b')
  const limit = page.locator('#prop-limit')
  await limit.fill('2.5')
  await expect(limit).toHaveValue('2.5')
  await page.locator('#prop-limit').press('Tab')
  await expect(limit).toHaveValue('10')
  await expect(said(page)).toHaveText('Only whole numbers: what was there stays.')
  expect((await saved(page, id)).root[0].props.limit).toBe(10)
})

/** Pastes what another page, or a word processor, put on the clipboard. */
const paste = (page, html, plain = 'plain') =>
  page.evaluate(
    ([html, plain]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', plain)
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, plain],
  )

/** A rich text in short: `p(words b(bold) a[address](words))`. */
const short = (nodes) =>
  nodes
    .map(({ kind, text, href, children }) => {
      const inner = children ? short(children) : (text ?? '')
      return kind === 'text' ? inner : `${kind}${href ? `[${href}]` : ''}(${inner})`
    })
    .join(' ')

const WORD = (level, mark, words) =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>${words}</p>`

for (const [name, html, expected] of [
  ['another page', '<h2>Rules</h2><p>Read <a href="https://a.example/x">them</a>, <b>all</b></p><ul><li>one</li><li>two</li></ul>', 'heading(Rules) paragraph(Read  link[https://a.example/x](them) ,  strong(all)) list(item(one) item(two))'],
  ['a page of wrappers', '<section><div><h1>Rules</h1></div><article><p>One</p><p>Two</p></article></section>', 'heading(Rules) paragraph(One) paragraph(Two)'],
  ['Google Docs', '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span><span style="font-weight:400"> plain</span></p><p>Two</p></b>', 'paragraph(strong(Bold)  plain) paragraph(Two)'],
  ['Word', `<style>p{color:red}</style>${WORD(1, '·', 'First')}${WORD(1, '·', 'Second')}<p class=MsoNormal>Between</p>${WORD(1, '1.', 'Third')}`, 'list(item(First) item(Second)) paragraph(Between) ordered_list(item(Third))'],
  ['links that lead nowhere safe', '<p>Do <a href="javascript:alert(1)">not</a> <a href="http://a.example">go</a></p><p>there<script>alert(1)</script></p>', 'paragraph(Do not go) paragraph(there)'],
]) {
  test(`what is pasted from ${name} keeps what rich text has`, async ({ page }) => {
    const id = await design(page, [text('a', 'Hello')])
    await write(page, '[data-node=a] p')
    await paste(page, html)
    await page.keyboard.press('Escape')
    expect(short((await saved(page, id)).root[0].props.text.en)).toBe(expected)
  })
}

test('words pasted into a paragraph are a part of it, and what is no HTML is text', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello')])
  await write(page, '[data-node=a] p')
  await page.keyboard.press('End')
  await paste(page, '<p>, <b>you</b></p>')
  await paste(page, '', ' there')
  await page.keyboard.press('Escape')
  expect(short((await saved(page, id)).root[0].props.text.en)).toMatch(/^paragraph\(Hello, {1,2}strong\(you( there)?\)( there)?\)$/)
})

test('what is cut out of a rich text is the same where it is pasted', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const nodes = [
    { kind: 'heading', children: [{ kind: 'text', text: 'Rules' }] },
    { kind: 'paragraph', children: [{ kind: 'text', text: 'Read ' }, { kind: 'link', href: '/rules', text: 'them' }] },
    { kind: 'list', children: [{ kind: 'item', children: [{ kind: 'strong', text: 'one' }] }] },
  ]
  const id = await design(page, [block('a', 'rich-text', { props: { text: { en: nodes } } })])
  await write(page, '[data-node=a] p')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+x')
  await page.keyboard.press('ControlOrMeta+v')
  await page.keyboard.press('Escape')
  expect(short((await saved(page, id)).root[0].props.text.en)).toBe('heading(Rules) paragraph(Read  link[/rules](them)) list(item(strong(one)))')
})

test('the tools of a text that is written leave its block selected', async ({ page }) => {
  await design(page, [text('a', 'Hello'), text('b', 'World')])
  await write(page, '[data-node=a] p')
  await page.locator('.ds-inline [data-rich=strong]').click()
  await expect(page.locator('.ds-inline')).toBeVisible()
  await expect(page.locator('.crumb[aria-current], [aria-current=true]').last()).toContainText('Hello')
  await expect(page.locator('#prop-text')).toBeVisible()
})

test('a button whose label is written remains one, and grows', async ({ page }) => {
  await design(page, [block('a', 'button', { props: { label: { en: 'Go' }, href: '/x' } })])
  await write(page, '[data-node=a] a, [data-node=a] .pl-button')
  const look = () =>
    page.evaluate(() => {
      const button = document.querySelector('[data-page] > *').shadowRoot.querySelector('[data-node=a] .pl-button')
      const field = document.querySelector('.ds-inline')
      const box = (element) => element.getBoundingClientRect()
      const words = (element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        return range.getBoundingClientRect()
      }
      const style = getComputedStyle(button)
      const away = (a, b) => Math.max(...['left', 'top', 'width', 'height'].map((side) => Math.abs(a[side] - b[side])))
      return { seen: style.visibility, words: style.webkitTextFillColor, box: away(box(button), box(field)), at: away(words(button), words(field)), width: box(field).width }
    })
  const before = await look()
  expect(before).toMatchObject({ seen: 'visible', words: 'rgba(0, 0, 0, 0)' })
  expect(before.box).toBeLessThan(2)
  expect(before.at).toBeLessThan(2)
  await page.keyboard.type('A label of a good many words')
  const after = await look()
  expect(after.width).toBeGreaterThan(before.width + 60)
  expect(after.box).toBeLessThan(2)
  expect(after.at).toBeLessThan(2)
})

test('a link is checked when it is applied, and a domain by itself leads to the web', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello')])
  await write(page, '[data-node=a] p')
  const form = page.locator('.ds-inline [data-rich-link]')
  await page.locator('.ds-inline [data-rich=link]').click()
  await form.locator('input').fill('http://shop.example')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Give an address that begins with https:, mailto:, tel: or /.')
  await expect(form.locator('input')).toBeFocused()
  await expect(form.locator('input')).toHaveAttribute('aria-invalid', 'true')
  await form.locator('input').fill('shop.example/rules?a=1')
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await page.keyboard.press('Escape')
  expect(short((await saved(page, id)).root[0].props.text.en)).toBe('paragraph(link[https://shop.example/rules?a=1](Hello))')
})

test('a domain in the field of a link leads to the web once the field is left', async ({ page }) => {
  const id = await design(page, [block('a', 'button', { props: { label: { en: 'Go' }, href: '/x' } })])
  await select(page, 'a')
  const link = page.locator('#prop-href')
  await link.fill('shop.example')
  await link.press('Tab')
  await expect(link).toHaveValue('https://shop.example')
  await page.locator('#prop-href').fill('help@shop.example')
  await link.press('Tab')
  expect((await saved(page, id)).root[0].props.href).toBe('mailto:help@shop.example')
})

test('keys without a modifier are about blocks on the page and in the outline alone', async ({ page }) => {
  await design(page, [text('a', 'Hello'), text('b', 'World')])
  await select(page, 'a')
  for (const button of [page.locator('[data-opens-panel=Theme]'), page.getByRole('button', { name: 'Publish', exact: true }), page.getByRole('button', { name: 'Zoom in' })]) {
    await button.focus()
    for (const key of ['Delete', 'Backspace', '/']) await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(await structure(page)).toEqual(['a', 'b'])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('[data-focus]').focus()
  await page.keyboard.press('/')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('[data-focus]').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => structure(page)).toEqual(['b'])
})

test('a text that is emptied can be found and written again where it stood', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello'), block('h', 'hero', { props: { title: { en: 'Club' } } }), block('b', 'button', { props: { label: { en: 'Go' }, href: '/x' } })])
  const shown = (selector) =>
    page.evaluate((selector) => {
      const found = document.querySelector('[data-page] > *').shadowRoot.querySelector(selector)
      return [getComputedStyle(found, '::before').content, found.getBoundingClientRect().height > 8]
    }, selector)
  for (const [selector, empty] of [['[data-node=a] p', '[data-node=a] .pg-prose'], ['[data-node=h] .pg-title', '[data-node=h] .pg-title'], ['[data-node=b] .pl-button', '[data-node=b] .pg-aligned']]) {
    await write(page, selector)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Escape')
    await expect.poll(() => shown(empty)).toEqual(['"Write here"', true])
    await write(page, empty)
    await page.keyboard.type('Again')
    await page.keyboard.press('Escape')
  }
  const { root } = await saved(page, id)
  expect([short(root[0].props.text.en), root[1].props.title.en, root[2].props.label.en]).toEqual(['paragraph(Again)', 'Again', 'Again'])
})

test('a hero keeps a place for the sentence below its title, which only the desk sees', async ({ page }) => {
  const id = await design(page, [block('h', 'hero', { props: { title: { en: 'Club' }, text: { en: 'Soon gone' } } })])
  const place = '[data-node=h] .pg-hero-text'
  const seen = () =>
    page.evaluate((place) => {
      const found = document.querySelector('[data-page] > *').shadowRoot.querySelector(place)
      return found.checkVisibility() ? getComputedStyle(found, '::before').content : ''
    }, place)
  await write(page, place)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await expect.poll(seen).toBe('"A sentence below the title"')
  expect((await saved(page, id)).root[0].props.text).toBeUndefined()
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect.poll(seen).toBe('')
  await page.keyboard.press('Escape')
  await write(page, place)
  await page.keyboard.type('Here again')
  await page.keyboard.press('Escape')
  expect((await saved(page, id)).root[0].props.text).toEqual({ en: 'Here again' })
})

test('a text that a block can be without says where it is written anew, once it is emptied', async ({ page }) => {
  await design(page, [section('h', [text('a', 'One')], { props: { title: { en: 'Soon gone' } } })])
  await write(page, '[data-node=h] .pg-heading')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await expect(said(page)).toHaveText('Without words it is no longer on the page. Write it anew in the properties.')
})

test('what is typed in a language of the panel is seen on the page, over the words that stand in for it', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello'), block('b', 'button', { props: { label: { en: 'Go' }, href: '/x' } })])
  await select(page, 'a')
  await page.locator('[data-properties] [data-locale=fr]').click()
  await expect(page.locator('[data-language]')).toHaveValue('fr')
  const rich = page.locator('[data-properties] [data-rich-text]')
  expect(await rich.evaluate((rich) => getComputedStyle(rich, '::before').content)).toBe('"Hello"')
  await rich.click()
  await page.keyboard.type('Bonjour')
  await expect(page.locator('[data-page] [data-node=a]')).toContainText('Bonjour')
  await select(page, 'b')
  await expect(page.locator('#prop-label')).toHaveAttribute('placeholder', 'Go')
  await page.locator('#prop-label').fill('Allez')
  await expect(page.locator('[data-page] [data-node=b]')).toContainText('Allez')
  expect((await saved(page, id)).root[1].props.label).toEqual({ en: 'Go', fr: 'Allez' })
})

test('a picture that is not there is said at its field and seen on the canvas', async ({ page }) => {
  await design(page, [block('i', 'image', { props: { src: '/media/none.svg', alt: { en: '' }, decorative: true } })])
  const card = () => box(page, 'i')
  await expect.poll(async () => (await card()).height).toBeGreaterThan(60)
  await select(page, 'i')
  const note = page.locator('[data-properties] [data-broken]')
  await expect(note.last()).toHaveText('This picture cannot be loaded.')
  await page.locator('#prop-src').fill('/media/heroes/grove.svg')
  await expect(page.getByText('This picture cannot be loaded.')).toHaveCount(0)
})

test('a picture that only decorates needs no words', async ({ page }) => {
  await design(page, [block('i', 'image', { props: { src: '/media/heroes/grove.svg' } })])
  const errors = page.getByRole('button', { name: /^Problems: 1 error,/ })
  await expect(errors).toBeVisible()
  await select(page, 'i')
  await page.getByRole('checkbox', { name: 'Decoration: it shows nothing that is to be known' }).check()
  await expect(errors).toHaveCount(0)
})

test('the menu of a block leads to its text; of one without any it says so', async ({ page }) => {
  const id = await design(page, [text('a', 'Hello'), section('s', [])])
  const menu = page.getByRole('menu')
  await select(page, 'a')
  await page.keyboard.press('Shift+F10')
  const write = menu.getByRole('menuitem', { name: 'Write here' })
  await expect(write).toContainText('F2')
  await write.click()
  await expect(page.getByRole('textbox', { name: 'Text, on the page' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Bonjour')
  await page.keyboard.press('Escape')
  expect(JSON.stringify((await saved(page, id)).root[0].props)).toContain('Bonjour')
  const { x, y } = await box(page, 's')
  await page.mouse.click(x + 8, y + 8)
  await page.keyboard.press('Shift+F10')
  await expect(menu.getByRole('menuitem', { name: 'Write here' })).toHaveAccessibleDescription('There is no text here to edit.')
})
