/**
 * The parts of the sandbox that few programs need. They are not in its document: the page fetches
 * them once, and gives each document their texts.
 */

/** Its path beside `sandbox.html`: the text of each part by name, as JSON. */
export const PARTS_FILE = 'sandbox-parts.json'

export const PARTS = [
  /** The browser's own network, observed. */
  'outside',
  /** What a program's workers and frames begin with there. */
  'realm',
  /** Compression: permessage-deflate and `node:zlib`. */
  'deflate',
  /** Hashes of `node:crypto` other than SHA-1. */
  'hashes',
  /** `fetch` and `EventSource`, and the HTTP client under them. */
  'requests',
  /** What `node:stream` has besides the classes that `ws` is made of. */
  'streams',
] as const

export type Part = (typeof PARTS)[number]
export type PartTexts = Readonly<Record<Part, string>>
