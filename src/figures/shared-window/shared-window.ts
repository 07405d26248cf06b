/** The same messages with and without compression, and what each copies from the shared window. */

export const KINDS = ['positions', 'sentences', 'chance'] as const
export type Kind = (typeof KINDS)[number]
/** How far the compressor looks back, across messages: 32 KiB, 256 octets, or not at all. */
export const WINDOWS = ['large', 'small', 'none'] as const
export type Window = (typeof WINDOWS)[number]

export interface Settings {
  readonly kind: Kind
  readonly window: Window
  /** What the reader wrote, which is sent last; empty: nothing. */
  readonly own: string
}
export const FIRST_SETTINGS: Settings = { kind: 'positions', window: 'large', own: '' }

/** UTF-16 code units that the reader may write. */
export const MAX_OWN = 80

/** A piece of a message, as the compressor wrote it down. */
export interface Piece {
  /** Octets. */
  readonly length: number
  /** How many octets back it was copied from; null: it is new. */
  readonly back: number | null
}

export interface Message {
  /** As it is shown: random octets in hexadecimal. */
  readonly text: string
  /** Octets of its frame without compression, and with it. */
  readonly plain: number
  readonly packed: number
  /** Octets of the message itself, in order. */
  readonly pieces: readonly Piece[]
}

export interface Exchange {
  readonly settings: Settings
  readonly messages: readonly Message[]
}

/** A stretch of a message's text: what is copied from elsewhere is marked. */
export interface Stretch {
  readonly text: string
  readonly isMarked: boolean
}

/** An earlier message, as the window has it. */
export interface WindowLine {
  /** Marked is what the message that is looked at copies. */
  readonly stretches: readonly Stretch[]
  /** Out of reach: it lies further back than the window goes. */
  readonly isOut: boolean
}

export interface Look {
  readonly window: readonly WindowLine[]
  readonly message: readonly Stretch[]
  /** Octets. */
  readonly copied: number
  readonly fresh: number
  readonly copies: number
}

/** RFC 7692 §7.1.2: 2 to the power of the window bits, in octets. zlib reaches 250 back of 256. */
const REACH: Readonly<Record<Window, number>> = { large: 32_768, small: 256, none: 0 }

const encoder = new TextEncoder()

/** What is seen when the message at `index` is looked at. */
export function lookAt({ settings, messages }: Exchange, index: number): Look {
  const message = messages[index]
  if (message === undefined) throw new RangeError(`There is no message ${index}`)
  const { kind, window } = settings
  const octetsOf = ({ text }: Message) => inOctets(kind, text)
  const sources = new Set<number>()
  let at = 0
  for (const { length, back } of message.pieces) {
    if (back !== null)
      for (let octet = 0; octet < length; octet += 1) sources.add(at + octet - back)
    at += length
  }
  const lines: WindowLine[] = []
  let end = 0
  for (const earlier of messages.slice(0, index).reverse()) {
    const octets = octetsOf(earlier)
    const start = end - octets.length
    lines.unshift({
      stretches: stretchesOf(kind, octets, (octet) => sources.has(start + octet)),
      isOut: -end >= REACH[window],
    })
    end = start
  }
  const copied = sumOf(message.pieces.filter(({ back }) => back !== null))
  const own = message.pieces.flatMap(({ length, back }) =>
    Array.from({ length }, () => back !== null),
  )
  return {
    window: lines,
    message: stretchesOf(kind, octetsOf(message), (octet) => own[octet] ?? false),
    copied,
    fresh: at - copied,
    copies: message.pieces.filter(({ back }) => back !== null).length,
  }
}

export const sumOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { length }) => sum + length, 0)

/** Octets of all frames, without compression and with it. */
export const totalsOf = ({ messages }: Exchange): { plain: number; packed: number } => ({
  plain: messages.reduce((sum, { plain }) => sum + plain, 0),
  packed: messages.reduce((sum, { packed }) => sum + packed, 0),
})

/** A number of octets as a part of the widest bar. */
export function widthOf({ messages }: Exchange, octets: number): string {
  const widest = Math.max(...messages.flatMap(({ plain, packed }) => [plain, packed]))
  return `${((octets / widest) * 100).toFixed(2)}%`
}

export const hexOf = (octets: Uint8Array): string =>
  [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join(' ')

/** The octets that a message consists of, from its text. */
function inOctets(kind: Kind, text: string): Uint8Array {
  if (kind !== 'chance') return encoder.encode(text)
  return Uint8Array.from(text.split(' '), (hex) => Number.parseInt(hex, 16))
}

function stretchesOf(
  kind: Kind,
  octets: Uint8Array,
  isMarked: (octet: number) => boolean,
): Stretch[] {
  // A character whose octets lie in two stretches belongs to the second.
  const decoder = new TextDecoder()
  const stretches: Stretch[] = []
  let from = 0
  for (let octet = 1; octet <= octets.length; octet += 1) {
    const marked = isMarked(from)
    const isLast = octet === octets.length
    if (!isLast && isMarked(octet) === marked) continue
    const piece = octets.subarray(from, octet)
    const text = kind === 'chance' ? hexOf(piece) : decoder.decode(piece, { stream: !isLast })
    if (text !== '') stretches.push({ text, isMarked: marked })
    from = octet
  }
  return stretches
}
