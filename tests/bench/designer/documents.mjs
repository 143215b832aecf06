// One page for both editors: so many blocks, in a column or all in one slot; every fourth is a
// button, the others are paragraphs. Blocks have the same ids and say the same on either side.

/** How the blocks lie: on the page itself, or all in the slot of one section. */
export const LAYOUTS = ['flat', 'slot']

/** The block that is typed into: a button, in view as the page opens. */
export const TYPED = 'b3'
/** The block that is dragged. */
export const DRAGGED = 'b1'

const words = (index) => `Paragraph ${index + 1}: what members of the club should know before they come to the next evening.`
const isButton = (index) => index % 4 === 3
const ids = (count) => Array.from({ length: count }, (_, index) => [`b${index}`, index])

/** As a portal document. */
export function portal(layout, count) {
  const blocks = ids(count).map(([id, index]) =>
    isButton(index)
      ? { id, type: 'button', v: 1, props: { label: { en: `Button ${index + 1}` }, href: '/rewards' } }
      : { id, type: 'rich-text', v: 1, props: { text: { en: [{ kind: 'paragraph', children: [{ kind: 'text', text: words(index) }] }] } } },
  )
  const root = layout === 'slot' ? [{ id: 'section', type: 'section', v: 1, slots: { main: blocks } }] : blocks
  return { schema: 1, id: `${layout}-${count}`, title: { en: 'Bench' }, theme: {}, root }
}

/** As Puck's data. */
export function puck(layout, count) {
  const content = ids(count).map(([id, index]) =>
    isButton(index) ? { type: 'Button', props: { id, label: `Button ${index + 1}`, href: '/rewards' } } : { type: 'Text', props: { id, text: words(index) } },
  )
  return { root: { props: {} }, content: layout === 'slot' ? [{ type: 'Section', props: { id: 'section', main: content } }] : content }
}
