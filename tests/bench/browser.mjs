// Chromium for the bench: a fresh context for every sample, with its CPU and network slowed.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { chromium } = createRequire(new URL('../web/package.json', import.meta.url))('@playwright/test')
const probe = readFileSync(new URL('probe.js', import.meta.url), 'utf8')

/** Lighthouse's and DevTools' presets: milliseconds and bits per second. */
export const NETWORKS = {
  'Fast 4G': { latency: 165, down: 8_100_000, up: 1_350_000 },
  'Slow 4G': { latency: 562.5, down: 1_475_000, up: 675_000 },
}

export const PHONE = { width: 412, height: 823 }
export const DESKTOP = { width: 1280, height: 800 }

/** Starts the browser. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.PALIER_CHROMIUM || undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  })

/** Runs `work(page)` on `url` in a context of its own, from the navigation's commit on. */
export async function visit(browser, url, { viewport = PHONE, cpu = 1, network, wanted, counting = false }, work) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'UTC' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const errors = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.addInitScript(`${probe};probe(${JSON.stringify({ wanted, counting })})`)
    const session = await context.newCDPSession(page)
    if (network) {
      const { latency, down, up } = NETWORKS[network]
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down / 8, uploadThroughput: up / 8 })
    }
    if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
    await page.goto(url, { waitUntil: 'commit' })
    const result = await work(page)
    if (errors.length) throw new Error(`${url}: ${errors.join('; ')}`)
    return result
  } finally {
    await context.close()
  }
}

/** Milliseconds from the navigation's start until every block was drawn. */
export async function drawn(page) {
  const late = new Promise((_, fail) => setTimeout(fail, 60_000, new Error('not every block was drawn within 60 s')).unref())
  return Promise.race([page.evaluate(() => bench.drawn), late]).catch(async (error) => {
    const ready = await page.evaluate(() => bench.ready.map(([tag]) => tag)).catch(() => [])
    throw new Error(`${error.message}; drawn: ${ready.join(', ') || 'none'}`)
  })
}

/** Waits until nothing is on its way and the page has been still for a moment. */
export async function settled(page) {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(700)
}
