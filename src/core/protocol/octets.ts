/** Cheaper than `subarray`, and a plain Uint8Array where the octets are a Node Buffer. */
export function view(octets: Uint8Array, start: number, end: number): Uint8Array {
  return new Uint8Array(octets.buffer, octets.byteOffset + start, end - start)
}

/** The pieces in one array; a single piece as it is. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces
  if (first !== undefined && pieces.length === 1) return first
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
