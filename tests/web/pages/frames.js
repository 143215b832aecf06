// Frames of a page.

/** Waits until the browser has drawn what was asked for. */
export const drawn = (page) => page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
