// Layout and content blocks of portal documents against the real server: tabs, what differs by
// width, who sees what and when, links within the page, headings. The documents are made here;
// everything else is the demo programme's.
import { expect, test } from '@playwright/test'
import { clean } from './pages/axe.js'

const text = (words) => ({ en: words })
const rich = (words) => ({ en: [{ kind: 'paragraph', children: [{ kind: 'text', text: words }] }] })
let count = 0
const block = (type, props = {}, more = {}) => ({ id: `b${++count}`, type, v: 1, props, ...more })
const words = (said, more) => block('rich-text', { text: rich(said) }, more)
const hero = (title, more) => block('hero', { title: text(title) }, more)

/** Publishes a document in place of the demo's, for this page alone, and opens it. */
async function open(page, root, { member, path = '/' } = {}) {
  if (member) await page.addInitScript((id) => sessionStorage.setItem('palier-demo-member', id), member)
  const document = { schema: 1, id: 'grove', title: text('Test club'), theme: { tokens: {} }, root }
  await page.route('**/v1/portals/grove', (route) => route.fulfill({ json: document }))
  await page.goto(path)
  // A dev build is some seven megabytes: a busy machine takes its time to compile it.
  await expect(page.locator('.pg-page')).toBeAttached()
}

const tabs = (...stretches) =>
  block(
    'tabs',
    { labels: stretches.map(([label]) => ({ text: text(label) })) },
    { slots: Object.fromEntries(stretches.map(([, blocks], index) => [`tab${index + 1}`, blocks])) },
  )

for (const [direction, forward, back] of [
  ['ltr', 'ArrowRight', 'ArrowLeft'],
  ['rtl', 'ArrowLeft', 'ArrowRight'],
]) {
  test(`tabs are one stop, walked by arrows and chosen by Enter or the space bar (${direction})`, async ({ page }) => {
    await open(page, [hero('Club'), tabs(['One', [words('First words')]], ['Two', [words('Second words')]], ['Three', [words('Third words')]])])
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction)
    const tab = (name) => page.getByRole('tab', { name })
    await expect(page.getByRole('tabpanel', { name: 'One' })).toHaveText('First words')
    await tab('One').focus()
    await page.keyboard.press(forward)
    await expect(tab('Two')).toBeFocused()
    await expect(tab('Two')).toHaveAttribute('aria-selected', 'false')
    await expect(page.getByRole('tabpanel')).toHaveText('First words')
    await page.keyboard.press('Enter')
    await expect(tab('Two')).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel')).toHaveText('Second words')
    await expect(tab('Two')).toBeFocused()
    await page.keyboard.press(back)
    await page.keyboard.press(back)
    await expect(tab('Three')).toBeFocused()
    await page.keyboard.press('Home')
    await expect(tab('One')).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await expect(page.getByRole('tabpanel', { name: 'Three' })).toHaveText('Third words')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('tabpanel', { name: 'Three' })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(tab('Three')).toBeFocused()
    await clean(page)
  })
}

test('a stretch that nobody chose asks the backend for nothing', async ({ page }) => {
  const asked = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await open(page, [tabs(['Words', [words('First words')]], ['Board', [block('leaderboard', { board: 'week' })]])])
  await expect(page.getByText('First words')).toBeVisible()
  expect(asked.filter((path) => path.includes('leaderboards'))).toEqual([])
  await page.getByRole('tab', { name: 'Board' }).click()
  await expect(page.locator('[data-block=leaderboard][data-state=ready]')).toBeVisible()
})

test('two boards of one page share no id', async ({ page }) => {
  await open(page, [tabs(['Week', [block('leaderboard', { board: 'week' })]], ['Season', [block('leaderboard', { board: 'season' })]])], { member: 'top' })
  await page.getByRole('tab', { name: 'Season' }).click()
  await expect(page.locator('[data-block=leaderboard][data-state=ready]')).toHaveCount(2)
  await page.getByRole('tab', { name: 'Week' }).click()
  await page.getByText('Your name and privacy').first().click()
  await page.getByRole('tab', { name: 'Season' }).click()
  await page.getByText('Your name and privacy').last().click()
  await expect(page.getByRole('textbox', { name: 'Name that others see' })).toBeVisible()
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
  expect(ids.length).toBeGreaterThan(4)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what is hidden at a width is neither seen nor announced there', async ({ page }) => {
  await open(page, [
    words('Narrow only', { hidden: { md: true } }),
    words('Wide only', { hidden: { base: true, lg: false } }),
    words('Between', { hidden: { base: true, sm: false, md: true } }),
  ])
  for (const [width, expected] of [
    [360, ['Narrow only']],
    [600, ['Narrow only', 'Between']],
    [800, []],
    [1280, ['Wide only']],
  ]) {
    await page.setViewportSize({ width, height: 800 })
    for (const said of ['Narrow only', 'Wide only', 'Between']) {
      await expect(page.getByText(said), `${said} at ${width}`).toBeVisible({ visible: expected.includes(said) })
    }
    const spoken = await page.getByRole('main').ariaSnapshot()
    expect(['Narrow only', 'Wide only', 'Between'].filter((said) => spoken.includes(said))).toEqual(expected)
  }
})

test('props follow the width of the slot: by the sheet, and told to members’ blocks', async ({ page }) => {
  const noise = []
  page.on('pageerror', (error) => noise.push(String(error)))
  await page.setViewportSize({ width: 360, height: 800 })
  await open(page, [
    block('spacer', { size: 's' }, { at: { md: { size: 'xl' } } }),
    block('leaderboard', { board: 'week', view: 'top', limit: 3 }, { at: { lg: { limit: 6 } } }),
  ])
  const spacer = page.locator('.pg-spacer')
  const high = () => spacer.evaluate((node) => node.getBoundingClientRect().height)
  await expect(page.locator('[data-block=leaderboard][data-state=ready]')).toBeVisible()
  const rows = page.locator('[data-block=leaderboard] tbody tr:not([data-own])')
  const few = await rows.count()
  const narrow = await high()
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(() => rows.count()).toBe(few + 3)
  expect(await high()).toBeGreaterThan(narrow)
  await page.setViewportSize({ width: 360, height: 800 })
  await expect.poll(() => rows.count()).toBe(few)
  expect(await high()).toBe(narrow)
  expect(noise).toEqual([])
})

const AUDIENCES = ['anonymous', 'candidate', 'member', 'suspended']
for (const [member, sees] of [
  [undefined, ['anonymous']],
  ['new', ['member']],
  ['top', ['member', 'canopy']],
  ['suspended', ['suspended']],
]) {
  test(`${member ?? 'nobody'} sees what is meant for them`, async ({ page }) => {
    const meant = AUDIENCES.map((state) => words(`For ${state}`, { when: { audience: [state] } }))
    await open(page, [hero('Club'), ...meant, words('For canopy', { when: { tiers: ['canopy'] } }), words('For all', { when: {} })], { member })
    await expect(page.getByText('For all')).toBeVisible()
    for (const name of [...AUDIENCES, 'canopy']) await expect(page.getByText(`For ${name}`)).toHaveCount(sees.includes(name) ? 1 : 0)
  })
}

test('rewards are as many and laid out as the designer chose', async ({ page }) => {
  await open(page, [block('reward-catalogue', { layout: 'list', 'page-size': 3 }), block('tier-progress', { benefits: 'none' })], { member: 'top' })
  await expect(page.locator('[data-layout]')).toHaveAttribute('data-layout', 'list')
  await expect(page.locator('[part~="cards"] [part~="card"]')).toHaveCount(3)
  await expect(page.locator('[part~="ladder"]')).toBeVisible()
  await expect(page.locator('[part~="benefits"]')).toHaveCount(0)
})

test('what is meant for members goes when they sign out', async ({ page }) => {
  await open(page, [words('For members', { when: { audience: ['member'] } }), words('For guests', { when: { audience: ['anonymous'] } })], { member: 'top' })
  await expect(page.getByText('For members')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('For guests')).toBeVisible()
  await expect(page.getByText('For members')).toHaveCount(0)
})

test('a block comes and goes at its times while the page is open', async ({ page }) => {
  // The device's clock is right: another would be told from the backend's.
  const now = Date.now()
  await page.clock.install({ time: now })
  const from = new Date(now + 60_000).toISOString()
  const until = new Date(now + 2 * 3_600_000).toISOString().replace('Z', '+01:00')
  await open(page, [hero('Club'), words('At noon', { when: { from, until } })])
  await expect(page.getByText('At noon')).toHaveCount(0)
  await page.clock.runFor(61_000)
  await expect(page.getByText('At noon')).toBeVisible()
  await page.clock.runFor(3_600_000)
  await expect(page.getByText('At noon')).toHaveCount(0)
})

test('a link leads to its place, into a tab that is not shown too; so does the address', async ({ page }) => {
  const place = block('section', { title: text('Here it is'), anchor: 'here' }, { slots: { main: [words('At the place')] } })
  const root = [block('hero', { title: text('Club'), button: { label: text('Show me'), href: '#here' } }), tabs(['One', [words('First')]], ['Two', [place]])]
  await open(page, root)
  await page.getByRole('link', { name: 'Show me' }).click()
  await expect(page.getByText('At the place')).toBeVisible()
  await expect(page.locator('#here')).toBeFocused()
  await expect(page).toHaveURL(/#here$/)
  await page.reload()
  await expect(page.getByText('At the place')).toBeVisible()
})

test('links that may not be followed are none', async ({ page }) => {
  const to = (href) => block('button', { label: text('Away'), href })
  await open(page, [hero('Club'), to('javascript:alert(1)'), to('//elsewhere.example'), to('/\\elsewhere.example'), block('image', { src: 'javascript:1', alt: text('Bad') }), to('/p/guild')])
  await expect(page.getByRole('link', { name: 'Away' })).toHaveCount(1)
  await expect(page.getByRole('img', { name: 'Bad' })).toHaveCount(0)
})

test('there is one main heading, and headings within sections are one level below', async ({ page }) => {
  const inner = block('section', { title: text('Inner') }, { slots: { main: [block('tier-progress'), words('Words')] } })
  const cases = [
    [[hero('First'), hero('Second'), block('section', { title: text('Outer') }, { slots: { main: [inner] } })], ['h1 First', 'h2 Second', 'h2 Outer', 'h3 Inner']],
    [[hero('For members', { when: { audience: ['member'] } }), words('Words')], ['h1 Test club']],
    [[words('Words')], ['h1 Test club']],
  ]
  for (const [root, expected] of cases) {
    await page.unroute('**/v1/portals/grove')
    await open(page, root)
    const found = () => page.locator('main :is(h1, h2, h3):is(.pg-title, .pg-heading)').evaluateAll((all) => all.map((node) => `${node.localName} ${node.textContent}`))
    await expect.poll(found).toEqual(expected)
  }
  await page.unroute('**/v1/portals/grove')
  await open(page, cases[0][0])
  await expect(page.locator('[data-block=tier-progress]').getByRole('heading', { level: 4 }).first()).toBeAttached()
})

test('everything at once fits 320 px and is accessible there', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  const long = 'Mitgliedschaftsbedingungen und Datenschutzerklärung'
  await open(page, [
    block('hero', { title: text('Treueprogrammübersicht'), image: '/media/heroes/grove.svg', align: 'center', height: 'tall', button: { label: text(long), href: '/docs/' } }),
    tabs([long, [words('First')]], [`${long} 2`, [words('Second')]]),
    ...['none', 'tint', 'surface', 'accent'].map((background) =>
      block('section', { title: text(background), background, padding: 'xl' }, {
        slots: { main: [words('Words of the brand'), ...['primary', 'secondary', 'quiet'].map((look) => block('button', { label: text(`${look} ${background}`), href: '/docs/', look, align: 'stretch' }))] },
      }),
    ),
    block('columns', { ratio: 'end-wide', gap: 'xl' }, { slots: { start: [words('Start')], end: [block('image', { src: '/media/heroes/guild.svg', alt: text('A workshop'), aspect: 'wide', href: '/p/guild' })] } }),
  ])
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await over()).toBeLessThanOrEqual(0)
  await clean(page)
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  expect(await over()).toBeLessThanOrEqual(0)
})

for (const member of [undefined, 'almost']) {
  test(`nothing jumps while a page with conditions arrives for ${member ?? 'nobody'}`, async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.shifted = 0
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await open(
      page,
      [
        hero('Club'),
        words('For members', { when: { audience: ['member', 'suspended'] } }),
        words('For guests', { when: { audience: ['anonymous'] } }),
        words('Hidden here', { hidden: { base: true } }),
        tabs(['One', [words('First')]], ['Two', [words('Second')]]),
        words('Last words'),
      ],
      { member },
    )
    await expect(page.getByText(member ? 'For members' : 'For guests')).toBeVisible()
    await expect(page.locator('.pl-bone')).toHaveCount(0)
    expect(await page.evaluate(() => globalThis.shifted)).toBeLessThan(0.02)
  })
}
