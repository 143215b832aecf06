// Addresses that are asked for before the WASM is there.

/** Fills `{name}` with a value and `{_name}` with it in snake_case; an empty parameter goes. */
export function address(path, value) {
  const [base, query] = path.split('?')
  const fill = (text) =>
    text.replace(/\{(_?)([\w-]+)\}/g, (_, snake, name) =>
      encodeURIComponent(snake ? value(name).replaceAll('-', '_') : value(name)),
    )
  const pairs = (query?.split('&') ?? []).map(fill).filter((pair) => !pair.endsWith('='))
  return fill(base) + (pairs.length ? `?${pairs.join('&')}` : '')
}

/** Whether a value is one of the words, or within the two bounds. */
export const fits = (takes, value) =>
  !takes || (takes.includes(value) || (/^[+-]?\d+$/.test(value) && value >= takes[0] && value <= takes[1]))
