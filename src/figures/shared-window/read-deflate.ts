/** Reads what a deflate stream consists of (RFC 1951 §3.2): octets, and copies of earlier ones. */
import type { Piece } from './shared-window.ts'

/** RFC 1951 §3.2.5: extra bits and the least length of the codes 257 to 285. */
const LENGTHS = withLeast(
  [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5],
  3,
)
/** 258 has a code of its own. */
LENGTHS.push({ extra: 0, least: 258 })
/** The same for the distances 0 to 29. */
const DISTANCES = withLeast(
  Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1)),
  1,
)
/** RFC 1951 §3.2.7: the order in which lengths of codes of lengths are given. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** RFC 1951 §3.2.6. */
const FIXED_LITERALS = Array.from({ length: 288 }, (_, code) =>
  code < 144 || code > 279 ? 8 : code < 256 ? 9 : 7,
)
const FIXED_DISTANCES = Array.from({ length: 30 }, () => 5)

const END_OF_BLOCK = 256

interface Range {
  readonly extra: number
  readonly least: number
}

function withLeast(extras: readonly number[], first: number): Range[] {
  let least = first
  return extras.map((extra) => {
    const range = { extra, least }
    least += 2 ** extra
    return range
  })
}

/**
 * The pieces of a stream, in octets: what is new in a row is one.
 *
 * @throws RangeError where the stream breaks off or names what there is not.
 */
export function readDeflate(octets: Uint8Array): readonly Piece[] {
  const bits = new BitReader(octets)
  const pieces: Piece[] = []
  while (!bits.isAtEnd) {
    const isLast = bits.take(1) === 1
    const kind = bits.take(2)
    if (kind === 0) addNew(pieces, bits.takeStored())
    else if (kind === 1) readBlock(bits, FIXED_LITERALS, FIXED_DISTANCES, pieces)
    else if (kind === 2) readBlock(bits, ...readLengths(bits), pieces)
    else throw new RangeError('There is no block of type 3')
    if (isLast) bits.toWholeOctet()
  }
  return pieces
}

function addNew(pieces: Piece[], length: number): void {
  const last = pieces.at(-1)
  if (length === 0) return
  if (last?.back === null) pieces[pieces.length - 1] = { length: last.length + length, back: null }
  else pieces.push({ length, back: null })
}

function readBlock(
  bits: BitReader,
  literals: readonly number[],
  distances: readonly number[],
  pieces: Piece[],
): void {
  const literalCode = new PrefixCode(literals)
  const distanceCode = new PrefixCode(distances)
  for (;;) {
    const symbol = literalCode.read(bits)
    if (symbol === END_OF_BLOCK) return
    if (symbol < END_OF_BLOCK) addNew(pieces, 1)
    else {
      const length = bits.takeIn(LENGTHS[symbol - END_OF_BLOCK - 1])
      pieces.push({ length, back: bits.takeIn(DISTANCES[distanceCode.read(bits)]) })
    }
  }
}

/** RFC 1951 §3.2.7: the lengths of the two codes of a block that brings its own. */
function readLengths(bits: BitReader): [number[], number[]] {
  const literals = bits.take(5) + 257
  const distances = bits.take(5) + 1
  const count = bits.take(4) + 4
  const ofLengths = Array.from({ length: 19 }, () => 0)
  for (const place of ORDER.slice(0, count)) ofLengths[place] = bits.take(3)
  const code = new PrefixCode(ofLengths)
  const lengths: number[] = []
  while (lengths.length < literals + distances) {
    const symbol = code.read(bits)
    const [length, times] =
      symbol < 16
        ? [symbol, 1]
        : symbol === 16
          ? [lengths.at(-1) ?? 0, bits.take(2) + 3]
          : [0, symbol === 17 ? bits.take(3) + 3 : bits.take(7) + 11]
    for (let time = 0; time < times; time += 1) lengths.push(length)
  }
  return [lengths.slice(0, literals), lengths.slice(literals)]
}

/** RFC 1951 §3.2.2: a code that follows from the lengths of its words. */
class PrefixCode {
  /** The symbol of each word, with a 1 in front of it. */
  readonly #symbols = new Map<number, number>()

  constructor(lengths: readonly number[]) {
    let word = 0
    for (let length = 1; length <= 15; length += 1) {
      for (const [symbol, own] of lengths.entries()) {
        if (own !== length) continue
        this.#symbols.set((1 << length) | word, symbol)
        word += 1
      }
      word <<= 1
    }
  }

  read(bits: BitReader): number {
    for (let word = 1; word < 1 << 16;) {
      word = (word << 1) | bits.take(1)
      const symbol = this.#symbols.get(word)
      if (symbol !== undefined) return symbol
    }
    throw new RangeError('There is no such word in the code')
  }
}

class BitReader {
  readonly #octets: Uint8Array
  /** Bits that were read. */
  #at = 0

  constructor(octets: Uint8Array) {
    this.#octets = octets
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#octets.length * 8
  }

  /** A number of so many bits, the lowest first. */
  take(count: number): number {
    let value = 0
    for (let bit = 0; bit < count; bit += 1) {
      const octet = this.#octets[this.#at >> 3]
      if (octet === undefined) throw new RangeError('The stream breaks off')
      value |= ((octet >> (this.#at & 7)) & 1) << bit
      this.#at += 1
    }
    return value
  }

  takeIn(range: Range | undefined): number {
    if (range === undefined) throw new RangeError('There is no such length or distance')
    return range.least + this.take(range.extra)
  }

  toWholeOctet(): void {
    this.#at = (this.#at + 7) & ~7
  }

  /** RFC 1951 §3.2.4: passes over octets that are stored as they are, and gives their number. */
  takeStored(): number {
    this.toWholeOctet()
    const length = this.take(16)
    this.#at += 16 + length * 8
    return length
  }
}
