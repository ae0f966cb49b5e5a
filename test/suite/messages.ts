/** What a run of tests and its processes say to each other. */

/** From a process: it wants a file. Tap sends messages of its own. */
export const NEXT = 'next file'
/** To a process: here is one, or there is none left. */
export type Message = { file?: string }

/** The test that ends a file in the TAP of a process. */
export const LAST = 'what the tests of the file shared is closed'
