/** How large one event may be that arrives from a sandbox. */

/** Octets, or UTF-16 code units, of one message or one chunk of bytes. */
export const MAX_DATA = 64 * 1024 * 1024
/** UTF-16 code units of a text that is shown: a URL, an error, a printed string. */
export const MAX_TEXT = 1024 * 1024
/** Levels of a copied value. */
export const MAX_DEPTH = 16
/** Values within one event. */
export const MAX_VALUES = 100_000
/** UTF-16 code units of one file of a program, which a trace may carry. */
export const MAX_SOURCE = 4 * 1024 * 1024
