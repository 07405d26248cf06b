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
  /** `util.inspect`, and with it all of a server's console but plain texts. */
  'inspect',
  /** Node's modules that few servers import, `require`, and what few use of the other modules. */
  'node',
  /**
   * What a client brings along: the libraries that it names, or why it may not import what it does;
   * storage and cookies.
   */
  'imports',
  /** What evaluates the texts that are typed into the console's line. */
  'evaluations',
  /** What tells what a program puts onto its `page.html`. */
  'changes',
  /** What runs `attacker.js`, the page of another origin. */
  'attacker',
  /** The processes of one `server.js`, and the signals that they get. */
  'processes',
  /** What is done to a run from outside. */
  'interventions',
  /** What a client keeps of servers: users, passwords and cookies. */
  'credentials',
  /** `fetch` and `EventSource`, and the HTTP client under them. */
  'requests',
  /** `XMLHttpRequest`, on that client. */
  'xhr',
  /** What `node:stream` has besides the classes that `ws` is made of. */
  'streams',
  /** The proxy that cuts idle connections. */
  'idle',
  /** The proxy that obeys an `nginx.conf`. */
  'proxy',
  /** The broker, and the client of it that has the face of npm's `redis`. */
  'redis',
] as const

export type Part = (typeof PARTS)[number]

/** Parts that are large and rare. Each is a file of its own, fetched when a program names it. */
export const RARE_PARTS = {
  node: 'sandbox-node.js',
  proxy: 'sandbox-proxy.js',
  redis: 'sandbox-redis.js',
} as const satisfies Partial<Record<Part, string>>
export type RarePart = keyof typeof RARE_PARTS

export const isRare = (part: Part): part is RarePart => part in RARE_PARTS

type CommonPart = Exclude<Part, RarePart>
export const COMMON_PARTS = PARTS.filter((part): part is CommonPart => !isRare(part))
export type PartTexts = Readonly<Record<CommonPart, string>>
