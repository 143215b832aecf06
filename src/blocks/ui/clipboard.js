/** Copies a text; resolves to whether it worked (pages without TLS, or with a policy, say no). */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
