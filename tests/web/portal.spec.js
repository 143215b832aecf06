// The standalone portal against the real server: routes, titles, sign-in, switches, keyboard,
// and axe on the three demo portals in both schemes.
import { expect, test } from '@playwright/test'
import { clean } from './pages/axe.js'
import { tokenOf } from './pages/host.js'

const PORTALS = [
  ['/', 'Grove Club', 'light', 5],
  ['/p/arcade', 'Arcade League', 'dark', 5],
  ['/p/guild', 'The Guild of Makers', 'light', 5],
]

const heading = (page, name) => page.getByRole('heading', { level: 1, name })

function listen(page) {
  const noise = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && noise.push(message.text()))
  page.on('pageerror', (error) => noise.push(String(error)))
  return noise
}

/** Signs in before the page starts, as the demo's sign-in page would have. */
const asMember = (page, member) => page.addInitScript((id) => sessionStorage.setItem('palier-demo-member', id), member)

const settled = (page) => expect(page.locator('main [data-block][data-state=loading]')).toHaveCount(0)

test('what a portal draws has its brand’s colours from the first moment', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.colours = new Set()
    const look = () => {
      const button = document.querySelector('main .pl-primary')
      if (button) colours.add(getComputedStyle(button).backgroundColor)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  for (const [path, title] of PORTALS.slice(0, 2)) {
    await page.goto(path)
    await expect(heading(page, title)).toBeVisible()
    await settled(page)
    expect(await page.evaluate(() => colours.size), path).toBe(1)
  }
})

for (const [path, title, scheme, blocks] of PORTALS) {
  test(`${path} shows ${title} under its own title and in its own scheme`, async ({ page }) => {
    const noise = listen(page)
    await asMember(page, 'almost')
    await page.goto(path)
    await expect(page).toHaveTitle(title)
    await expect(heading(page, title)).toBeVisible()
    await expect(page.locator('.palier-root').first()).toHaveAttribute('data-theme', scheme)
    await expect(page.locator('[data-block]')).toHaveCount(blocks)
    await expect(page.locator('[data-block][data-state=ready]')).toHaveCount(blocks)
    expect(noise).toEqual([])
  })

  for (const theme of ['light', 'dark']) {
    test(`${path} is accessible in the ${theme} scheme and fits`, async ({ page }) => {
      await asMember(page, 'collector')
      await page.addInitScript((word) => localStorage.setItem('palier.theme', word), theme)
      await page.goto(path)
      await expect(heading(page, title)).toBeVisible()
      await settled(page)
      await clean(page)
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect.soft(over, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0)
      }
    })
  }
}

test('links move between portals without loading the page again; back returns; the heading takes the focus', async ({ page }) => {
  await page.goto('/')
  await expect(heading(page, 'Grove Club')).toBeVisible()
  await page.evaluate(() => (globalThis.sameDocument = true))
  await page.getByRole('navigation', { name: 'Portals' }).getByRole('link', { name: 'Arcade League' }).click()
  await expect(heading(page, 'Arcade League')).toBeFocused()
  await expect(page).toHaveTitle('Arcade League')
  await expect(page).toHaveURL(/\/p\/arcade$/)
  await expect(page.getByRole('link', { name: 'Arcade League' }).last()).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('.palier-root').first()).toHaveAttribute('data-theme', 'dark')
  await page.goBack()
  await expect(heading(page, 'Grove Club')).toBeFocused()
  await expect(page).toHaveTitle('Grove Club')
  await expect(page.locator('.palier-root').first()).toHaveAttribute('data-theme', 'light')
  expect(await page.evaluate(() => globalThis.sameDocument)).toBe(true)
})

for (const path of ['/p/nowhere', '/nothing/here']) {
  test(`${path} says that there is no such portal and leads home`, async ({ page }) => {
    await page.goto(path)
    await expect(heading(page, 'There is no such portal')).toBeVisible()
    await expect(page).toHaveTitle('There is no such portal')
    await page.getByRole('link', { name: 'Go to the start page' }).click()
    await expect(heading(page, 'Grove Club')).toBeFocused()
  })
}

test('a portal that cannot be reached can be asked for again', async ({ page }) => {
  await page.route('**/v1/portals/grove', (route) => route.abort())
  await page.goto('/')
  await expect(heading(page, 'You are offline')).toBeVisible()
  await page.unroute('**/v1/portals/grove')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(heading(page, 'Grove Club')).toBeVisible()
})

test('a document that cannot be read is told plainly, and to developers in detail', async ({ page }) => {
  const noise = listen(page)
  await page.route('**/v1/portals/grove', (route) => route.fulfill({ json: { id: 'grove' } }))
  await page.goto('/')
  await expect(heading(page, 'The portal did not load')).toBeVisible()
  expect(noise.join()).toContain('"schema": 1')
})

test('unknown blocks and unsafe tokens are left out, the rest is drawn, and the console says so', async ({ page }) => {
  const noise = listen(page)
  const document = {
    schema: 1,
    id: 'grove',
    title: { en: 'Odd one' },
    theme: { tokens: { 'color.accent': 'url(//elsewhere)', 'radius.base': '3px' } },
    root: [
      { id: 'b1', type: 'tombola', v: 1 },
      { id: 'b2', type: 'rich-text', v: 1, props: { text: { en: [{ kind: 'paragraph', children: [{ kind: 'link', href: 'javascript:alert(1)', text: 'Still here' }] }] } } },
    ],
  }
  await page.route('**/v1/portals/grove', (route) => route.fulfill({ json: document }))
  await page.goto('/')
  await expect(heading(page, 'Odd one')).toBeVisible()
  await expect(page.getByText('Still here')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Still here' })).toHaveCount(0)
  const style = await page.locator('.palier-root').first().evaluate((root) => [root.style.getPropertyValue('--palier-color-accent'), root.style.getPropertyValue('--palier-radius')])
  expect(style).toEqual(['', '3px'])
  expect(noise.filter((line) => line.includes('tombola'))).toHaveLength(1)
})

test('the sign-in page leads back signed in, and signing out forgets the member', async ({ page }) => {
  await page.goto('/p/guild')
  const header = page.getByRole('banner')
  await header.getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/demo\/sign-in/)
  await page.locator('button[data-member=top]').click()
  await expect(page).toHaveURL(/\/p\/guild$/)
  await expect(page.getByText('Hello, Tall Oak')).toBeVisible()
  await expect(header.getByText('Tall Oak')).toBeVisible()
  await expect(header.getByText('Canopy')).toBeVisible()
  // All that is said on the page from here on.
  await page.evaluate(() => {
    globalThis.said = []
    const before = new Map([...document.querySelectorAll('[role=status]')].map((one) => [one, one.textContent]))
    const hear = () =>
      document.querySelectorAll('[role=status]').forEach((one) => {
        if (one.textContent && before.get(one) !== one.textContent) globalThis.said.push(one.textContent)
        before.set(one, one.textContent)
      })
    new MutationObserver(hear).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  await header.getByRole('button', { name: 'Sign out' }).press('Enter')
  await expect(header.getByRole('link', { name: 'Sign in' })).toBeFocused()
  await expect(header.getByRole('status')).toHaveText('You are signed out.')
  const said = await page.evaluate(() => globalThis.said)
  expect(said.filter((words) => !/^[\d,]* ?rewards?$/.test(words))).toEqual(['You are signed out.'])
  await expect(page.getByText('Hello, Tall Oak')).toHaveCount(0)
  await expect(header.getByText('Tall Oak')).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
})

test('members of a brand’s own come with its tokens, and leave by its way out', async ({ page }) => {
  const asked = []
  page.on('request', (request) => request.url().includes('/demo/token') && asked.push(request.url()))
  const token = await tokenOf(page.request, 'almost')
  const enter = (more) => page.addInitScript(([token, more]) => (globalThis.palierPortal = { getToken: async ({ reason }) => (sessionStorage.setItem('reason', reason), token), ...more }), [token, more])
  await enter({})
  await page.goto('/')
  await expect(page.locator('.pg-face').first()).toBeVisible()
  await settled(page)
  expect(await page.evaluate(() => sessionStorage.getItem('reason'))).toBe('first')
  await expect(page.getByRole('button', { name: 'Sign out' }), 'nobody said how').toHaveCount(0)

  await page.addInitScript(() => (globalThis.palierPortal.signOut = () => sessionStorage.setItem('left', 'yes')))
  await page.reload()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.getItem('left'))).toBe('yes')
  expect(asked).toEqual([])
})

test('whoever is no member yet finds the way to join in the header of the page', async ({ page }) => {
  await asMember(page, 'candidate')
  await page.goto('/p/guild')
  await expect(page.locator('.pg-guest').getByRole('button', { name: 'Join' })).toBeVisible()
})

const large = (page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
const width = (page) => page.evaluate(() => document.documentElement.scrollWidth)

test('with text twice as large nothing of the header lies over another thing, and the page fits', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await asMember(page, 'almost')
  await page.goto('/')
  await expect(page.locator('.pg-face').first()).toBeVisible()
  await settled(page)
  await large(page)
  expect(await width(page)).toBeLessThanOrEqual(360)
  const boxes = await page.locator('.pg-brand, .pg-face, .pg-sign-out').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  for (const [at, one] of boxes.entries()) for (const other of boxes.slice(at + 1)) expect(overlap(one, other), JSON.stringify([one, other])).toBe(false)
})

test('with text twice as large the page fits while its blocks are still loading, too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await asMember(page, 'almost')
  await page.route('**/v1/{me/*,leaderboards*,leaderboards/*,rewards*,tiers,series}', () => {})
  await page.goto('/')
  await expect(page.locator('main [data-block][data-state=loading]')).toHaveCount(5)
  await large(page)
  expect(await width(page)).toBeLessThanOrEqual(360)
})

test('a block’s own way in leads back to this page too', async ({ page }) => {
  await page.goto('/p/guild')
  await page.locator('[data-block=points-history]').getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/demo\/sign-in\?next=%2Fp%2Fguild$/)
})

test('a token that lapsed is asked for again without the member noticing', async ({ page }) => {
  await page.addInitScript(() => {
    sessionStorage.setItem('palier-demo-member', 'almost')
    sessionStorage.setItem('palier-token', 'no.longer.good')
  })
  await page.goto('/')
  await expect(page.getByText('Hello, Budding Rose')).toBeVisible()
})

test('the language follows the address, is remembered, and names the document', async ({ page }) => {
  await page.goto('/p/guild')
  await page.getByRole('group', { name: 'Language' }).getByRole('link', { name: 'Français' }).click()
  await expect(page).toHaveTitle('La Guilde des artisans')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('heading', { level: 2, name: 'Votre rang', exact: true })).toBeVisible()
  await page.goto('/')
  await expect(page).toHaveTitle('Club Grove')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveTitle('Grove Club')
})

test('the scheme can be chosen, by keyboard too, and is remembered', async ({ page }) => {
  await page.goto('/')
  const root = page.locator('.palier-root').first()
  const ground = () => root.evaluate((node) => getComputedStyle(node).backgroundColor)
  await expect(heading(page, 'Grove Club')).toBeVisible()
  const light = await ground()
  const dark = page.getByRole('group', { name: 'Appearance' }).getByRole('button', { name: 'Dark' })
  await dark.focus()
  await page.keyboard.press('Enter')
  await expect(dark).toHaveAttribute('aria-pressed', 'true')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  expect(await ground()).not.toBe(light)
  await page.reload()
  await expect(heading(page, 'Grove Club')).toBeVisible()
  await expect(root).toHaveAttribute('data-theme', 'dark')
})

test('the first Tab reaches the skip link, which leads to the content', async ({ page }) => {
  await page.goto('/')
  await expect(heading(page, 'Grove Club')).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('nothing in the window jumps while a portal arrives', async ({ page }) => {
  await asMember(page, 'almost')
  await page.addInitScript(() => {
    globalThis.shifted = 0
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/')
  await expect(page.locator('[data-block][data-state=ready]')).toHaveCount(5)
  // Google's line between good and the rest is 0.1; the header's corner is all that moves.
  expect(await page.evaluate(() => globalThis.shifted)).toBeLessThan(0.02)
})

for (const width of [560, 620, 700, 760, 820]) {
  test(`at ${width} px the header of who is not signed in is as high as its words`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/')
    const card = page.locator('[data-kind=member-header]')
    await expect(card.locator('.pg-guest')).toBeVisible()
    const [outer, inner] = [await card.boundingBox(), await card.locator('.pg-guest').boundingBox()]
    expect(outer.height).toBeLessThan(Math.max(116, inner.height + 46))
  })
}
