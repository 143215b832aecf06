export * from './palier.js'

/**
 * Loads the kit from `address`, that of its `palier.js`, unless it is there already. Settles when the tags are
 * defined; fails where there is no such script. On a server it does nothing, as do all functions of the package.
 */
export function load(address: string | URL): Promise<void>
