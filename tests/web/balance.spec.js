// Balance, in a page with nothing but its tag.
import { expect, test } from '@playwright/test'

test('the balance block shows its heading', async ({ page }) => {
  await page.route('/balance-test', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>Test</title><script type="module" src="/kit/palier.js"></script><palier-balance></palier-balance>',
    }),
  )
  await page.goto('/balance-test')
  await expect(page.getByRole('heading', { name: 'Balance' })).toBeVisible()
})
