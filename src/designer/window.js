// Files that come and go, addresses, the clipboard.

import { date as written } from '../i18n/intl.js'
import { query, storage } from '../portal/tab.js'

const LANGUAGE = 'palier-designer-language'

/** Gives the reader a text as a file. */
export function download(name, text) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}

/** The text of the file that the reader chose in a field; the same file can be chosen again. */
export async function chosen(event) {
  const field = event.target
  const text = await field.files?.[0]?.text()
  field.value = ''
  return text
}

/** Puts text on the clipboard; says whether it is there. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Goes to an address. */
export function go(href) {
  location.assign(href)
}

/** Where the reader signs in, or becomes somebody else. */
export function signInUrl() {
  return globalThis.palierDesigner?.signInUrl ?? `/demo/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
}

/** The designer's language that was asked for, by the address now or before in this tab; '' for none. */
export function language() {
  const asked = query('lang')
  if (asked) storage('sessionStorage', (box) => box.setItem(LANGUAGE, asked))
  return asked || (storage('sessionStorage', (box) => box.getItem(LANGUAGE)) ?? '')
}

/** A date as it is written where the reader is, if that is one of the language's regions. */
export function date(language, iso, style) {
  return written(navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language, iso, style)
}

/** The designer's address: of a portal, or of the list, in the language that was asked for. */
export function deskUrl(portal) {
  const asked = Object.entries({ portal, lang: language() }).filter(([, value]) => value)
  return `/designer/${asked.length ? `?${new URLSearchParams(asked)}` : ''}`
}

/** Where members see a portal. */
export function portalUrl(id) {
  return new URL(globalThis.palierDesigner?.portalUrl?.(id) ?? `/p/${encodeURIComponent(id)}`, location.href).href
}

/** Where the kit's files are. */
export function kitUrl() {
  return new URL(globalThis.palierDesigner?.kitUrl ?? '/kit/', location.href).href
}

/** The integrity value of one of the kit's files; '' when the kit does not say. */
export async function integrity(file) {
  const reply = await fetch(kitUrl() + 'integrity.json').catch(() => null)
  if (!reply?.ok) return ''
  return (await reply.json().catch(() => ({})))[file] ?? ''
}

/** The API's base as an absolute address. */
export function api(base) {
  return new URL(base, location.href).href
}
