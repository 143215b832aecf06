// Numbers, dates and plurals through the browser's own Intl; no locale data of ours.

const made = new Map()

function cached(kind, locale, options) {
  const key = kind.name + locale + JSON.stringify(options)
  let found = made.get(key)
  if (!found) made.set(key, (found = new kind(locale, options)))
  return found
}

const DATES = [
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'long', year: 'numeric' },
  { weekday: 'long', day: 'numeric', month: 'long' },
  { hour: 'numeric', minute: '2-digit' },
  { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  { day: 'numeric', month: 'short', year: 'numeric' },
]

/** All messages as one text: \x01 between them; a plural is \x02, category, \x02, text, and so on. */
export function flat(messages) {
  const text = (message) => (typeof message === 'string' ? message : ['', ...Object.entries(message ?? {}).flat()].join('\x02'))
  return messages.map(text).join('\x01')
}

/** The locale, or the language that messages say they are in where that is another. */
export const tongue = ({ lang }, locale) => (lang && !locale.startsWith(lang) ? lang : locale)

/** A number; `fraction` digits after the point, `sign` to always show one. */
export function number(locale, value, fraction, sign) {
  return cached(Intl.NumberFormat, locale, {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
    signDisplay: sign ? 'exceptZero' : 'auto',
  }).format(value / 10 ** fraction).replace('-', '\u2212')
}

/** Thousandths as a percentage. */
export function share(locale, perMille) {
  return cached(Intl.NumberFormat, locale, { style: 'percent', maximumFractionDigits: 1 }).format(perMille / 1000)
}

/** The CLDR plural category of a number as it is written with `fraction` digits after the point. */
export function plural(locale, value, fraction) {
  return cached(Intl.PluralRules, locale, { minimumFractionDigits: fraction, maximumFractionDigits: fraction }).select(value / 10 ** fraction)
}

/** An instant in one of the styles above; the text itself when it is no date. */
export function date(locale, iso, style) {
  const at = new Date(iso)
  return isNaN(at) ? iso : cached(Intl.DateTimeFormat, locale, DATES[style]).format(at)
}

/** How far off an instant is, in the largest unit that does not blur it ("in 3 days", "in 39 days"). */
export function relative(locale, iso, now) {
  const seconds = (new Date(iso) - now) / 1000
  if (isNaN(seconds)) return iso
  const units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60]]
  const [unit, size] = units.find(([, size], at) => Math.abs(seconds) >= (at < 2 ? 2 : 1) * size) ?? units[4]
  // Days are those of the calendar: 47 hours ahead is the day after tomorrow.
  const midnight = (at) => new Date(at).setHours(0, 0, 0, 0)
  const count = unit === 'day' ? Math.round((midnight(iso) - midnight(now)) / 86400000) : Math.trunc(seconds / size)
  return cached(Intl.RelativeTimeFormat, locale, { numeric: 'auto' }).format(count, unit)
}

/** Milliseconds since the epoch; NaN when it is no date. */
export function instant(iso) {
  return Date.parse(iso)
}

/** The calendar day of an instant where the reader is, as `2026-11-22`. */
export function day(iso) {
  const at = new Date(iso)
  return isNaN(at) ? iso : at.toLocaleDateString('sv')
}

/** Whether a language is written from right to left. */
export function rightToLeft(locale) {
  return /^(ar|dv|fa|he|ks|ku-arab|ps|sd|ug|ur|yi)\b/i.test(locale)
}
