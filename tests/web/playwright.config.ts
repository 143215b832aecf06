// Browser tests. `cargo xtask test --only web` starts the server and sets the variables.
import { defineConfig } from '@playwright/test'

const { PALIER_URL = 'http://127.0.0.1:8787', PALIER_CHROMIUM, PALIER_REPORT, PALIER_TEST_OUTPUT } = process.env

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.{ts,js}',
  outputDir: PALIER_TEST_OUTPUT ?? '../../target/test-results',
  fullyParallel: true,
  workers: 2,
  // Nobody waits that long: it is for machines that are busy with something else.
  timeout: 90_000,
  // What passes at the second try is told, and counts as failed when it is more than a few.
  retries: 1,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: PALIER_REPORT ? [['list'], ['json', { outputFile: PALIER_REPORT }]] : [['list']],
  use: {
    baseURL: PALIER_URL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: PALIER_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
