// The reward catalogue in the gallery.
import { show } from './gallery.js'

/** Opens it in a state. */
export const open = (page, demo, more) => show(page, 'reward-catalogue', demo, more)

/** The card of a reward. */
export const card = (block, title) => block.getByRole('listitem').filter({ has: block.page().getByRole('heading', { name: title, exact: true }) })

/** Its open dialog. */
export const dialog = (block) => block.getByRole('dialog')
