// Countries by name, from the browser's own data.

// Regions that Intl knows and no parcel goes to.
const NONE = /^(EU|EZ|UN|QO|XA|XB|ZZ|AC|CP|CQ|DG|EA|IC|TA)$/

/** The name of a country in `locale`; the code itself where it is none. */
export const countryName = (locale, code) =>
  /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) : code

/** `[code, name]` of every country in `locale`, by name. */
export function countries(locale) {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((one) => letters.map((two) => one + two))
  return codes
    .filter((code) => !NONE.test(code) && names.of(code) && new Intl.Locale(`und-${code}`).region === code)
    .map((code) => [code, names.of(code)])
    .sort((one, two) => one[1].localeCompare(two[1], locale))
}
