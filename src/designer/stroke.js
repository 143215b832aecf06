// Key strokes, the same for everybody who hears them.

/**
 * A key stroke as commands write it: `Mod+Shift+Z`. Empty for what is no stroke: AltGr types
 * letters, and an input method is composing words.
 */
export function stroke(event) {
  if (event.isComposing || event.getModifierState('AltGraph')) return ''
  const named = event.key.length > 1
  const mod = event.ctrlKey || event.metaKey
  const key = named ? event.key : event.key.toUpperCase()
  // Shift is part of a letter or a sign, unless another key makes a command of it.
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && (named || mod) && 'Shift', key].filter(Boolean).join('+')
}
