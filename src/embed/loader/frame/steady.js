// Heights that a frame asks for: what of them the page follows.

const MOST_STEPS = 60
const PAUSE_MS = 1000

/**
 * Which heights a page follows. A change below one pixel is none. A frame whose content grows
 * because the frame did would grow for ever: after a second of nothing but growth at one width it
 * is left as it is, and scrolls.
 */
export function steady() {
  let [height, width, steps, last] = [0, 0, 0, 0]
  return {
    /** The height to take, or null; `now` is in milliseconds. */
    take(wanted, wide, now) {
      if (!Number.isFinite(wanted) || wanted < 0 || Math.abs(wanted - height) < 1) return null
      if (wide !== width || wanted < height || now - last > PAUSE_MS) steps = 0
      ;[width, last] = [wide, now]
      steps += 1
      if (steps > MOST_STEPS) return null
      height = wanted
      return height
    },
    /** Whether the last height was refused because growth had no end. */
    stuck: () => steps > MOST_STEPS,
  }
}

/**
 * What of a frame lies outside of the window, above and below: a dialog in it must fit between. It
 * keeps `least` pixels, or the whole frame, however little is seen.
 */
export function outside({ top, bottom, height }, window, least = 480) {
  const kept = Math.min(height, least)
  const above = Math.min(Math.max(-top, 0), height - kept)
  const below = Math.min(Math.max(bottom - window, 0), height - kept - above)
  return [above, below]
}
