// What the browser keeps of redemptions under way.

/** The intents that are kept. */
export const kept = (page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith('palier.intent.'))
      .map((name) => JSON.parse(localStorage.getItem(name))),
  )

/** Script that keeps an intent, as an earlier page at this origin's backend would have. */
export const keeping = (intent) =>
  `localStorage.setItem('palier.intent.${intent.key}', JSON.stringify({ backend: new URL('/v1', location).href, title: 'Grove hoodie', ...${JSON.stringify(intent)} }))`
