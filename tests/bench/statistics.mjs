// Medians, paired ratios and their bootstrap intervals.

/** The middle value; of two, their mean. */
export function median(values) {
  const sorted = [...values].sort((one, two) => one - two)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

// Seeded, so that equal samples have equal intervals.
function generator(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
}

/** Median of the values with its 95 % interval, by 4,000 resamples (percentile bootstrap). */
export function interval(values) {
  const random = generator(42)
  const medians = Array.from({ length: 4000 }, () => median(values.map(() => values[Math.floor(random() * values.length)])))
  medians.sort((one, two) => one - two)
  return { middle: median(values), low: medians[100], high: medians[3899] }
}

/** A copy in random order. */
export function shuffled(list) {
  const left = [...list]
  return list.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0])
}

export const ratio = ({ middle, low, high }) => `${middle.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
