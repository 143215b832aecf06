// The page's weight: what a first visit asks for, what its pictures weigh, and where too much leads.
import { expect, test } from '@playwright/test'

import { bmp } from './pages/bmp.js'
import { block, design, draft, text, words } from './pages/designer.js'

test.use({ viewport: { width: 1440, height: 900 } })

const panel = (page) => page.getByRole('complementary', { name: 'Problems' })
const weight = (page) => page.locator('[data-weight]')
/** What the panel says of one part of the weight. */
const part = (page, name) => page.locator('[data-cost] dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd')

const open = async (page, root) => {
  await design(page, root, { more: { title: { en: 'Test portal', fr: 'Portail' } } })
  await page.getByRole('button', { name: /^Problems:/ }).click()
  await expect(panel(page)).toBeVisible()
}

const image = (id, src) => block(id, 'image', { props: { src, alt: words('A picture', 'Une image') } })

// A row of them is 1,000 bytes.
const LARGE = bmp(333, 620)
const SMALL = bmp(333, 40)

/** Serves pictures: the large one by that name. */
async function serve(page) {
  await page.route('**/*.bmp', (route) => {
    const { hostname, pathname } = new URL(route.request().url())
    // Browsers tell the size of another origin's files only where that allows it.
    const headers = hostname.startsWith('open.') ? { 'Timing-Allow-Origin': '*' } : {}
    return route.fulfill({ contentType: 'image/bmp', headers, body: pathname.includes('large') ? LARGE : SMALL })
  })
}

test('the weight is counted by what blocks ask for, and warns when it is too much', async ({ page }) => {
  await open(page, [text('a', 'Alpha')])
  await expect(weight(page)).toContainText('1 block')
  const requests = async () => Number(/(\d+) requests/.exec(await weight(page).textContent())[1])
  const few = await requests()
  await open(page, [block('b', 'leaderboard'), block('c', 'leaderboard'), block('d', 'tier-progress')])
  await expect(weight(page)).toContainText('3 blocks')
  await expect.poll(requests).toBeGreaterThan(few)
  await open(page, Array.from({ length: 14 }, (_, at) => image(`i${at}`, `/media/${at}.svg`)))
  await expect(weight(page)).toHaveAttribute('data-tone', 'warn')
  await expect(panel(page)).toContainText(/A first visit asks \d+ times; the aim is 16/)
})

test('the weight is that of the files that a portal loads, as they are served', async ({ page }) => {
  const files = { 'palier.js': 5000, 'palier-1a.js': 7000, 'palier-1a.wasm': 90_000, 'portal-2b.js': 8000, 'portal-2b.wasm': 60_000, 'messages-en-3c.json': 3000, 'messages-fr-3c.json': 4000 }
  await page.route('**/kit/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice('/kit/'.length)
    if (name === 'integrity.json') return route.fulfill({ json: Object.fromEntries(Object.keys(files).map((file) => [file, ''])) })
    return route.fulfill({ headers: { 'Content-Length': String(files[name]) } })
  })
  await open(page, [block('a', 'tier-progress')])
  // Loader, engine of the portal element, and the messages of one language.
  await expect(panel(page)).toContainText('76 KB as this backend serves it')
})

test('pictures weigh what the browser was sent, each once', async ({ page }) => {
  await serve(page)
  await open(page, [image('a', '/media/small.bmp'), image('b', '/media/small.bmp'), text('c', 'Alpha')])
  await expect(part(page, 'Pictures')).toHaveText('1: 41 KB, as they were sent')
  await expect(weight(page)).not.toHaveAttribute('data-tone')
  await expect(panel(page)).not.toContainText('The page’s pictures weigh')
})

test('pictures of another origin count where that tells their size, and are named as unknown where not', async ({ page }) => {
  await serve(page)
  await open(page, [image('a', 'https://open.example/small.bmp'), image('b', 'https://shut.example/large.bmp')])
  await expect(part(page, 'Pictures')).toHaveText('2: 41 KB and 1 picture of unknown size')
  await expect(weight(page)).not.toHaveAttribute('data-tone')
})

test('too heavy pictures lead to the field of the heaviest, and a smaller file mends it', async ({ page }) => {
  await serve(page)
  await open(page, [image('a', '/media/small.bmp'), block('h', 'hero', { props: { title: words('Welcome', 'Bienvenue'), image: '/media/large.bmp' } })])
  const heavy = panel(page).getByRole('button', { name: /The page’s pictures weigh about 661 KB; the aim is 500 KB\. The heaviest, here, weighs 621 KB/ })
  await expect(heavy).toBeVisible()
  await expect(weight(page)).toHaveAttribute('data-tone', 'warn')
  await heavy.click()
  await expect.poll(() => page.evaluate(() => document.activeElement.closest('[data-field]')?.dataset.field)).toBe('prop-image')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('/media/tiny.bmp')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await draft(page)).root[1].props.image).toBe('/media/tiny.bmp')
  await expect(heavy).toHaveCount(0)
  await expect(part(page, 'Pictures')).toHaveText('2: 81 KB, as they were sent')
})

test('what the canvas shows of the programme is told apart, and no edit is asked for', async ({ page }) => {
  await page.route('**/media/rewards/*', (route) => route.fulfill({ contentType: 'image/bmp', body: LARGE }))
  await open(page, [block('r', 'reward-catalogue')])
  await expect(part(page, 'Pictures of the programme')).toHaveText(/^\d+: [\d,]+ KB, as they were sent$/)
  await expect(part(page, 'Pictures')).toHaveText('0')
  await expect(panel(page)).not.toContainText('The page’s pictures weigh')
})
