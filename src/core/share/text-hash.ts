/** FNV-1a, 32 bits. It finds what went wrong by accident; it keeps nobody from anything. */

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

export function hashOfOctets(octets: Uint8Array): number {
  let hash = OFFSET
  for (const octet of octets) hash = Math.imul(hash ^ octet, PRIME)
  return hash >>> 0
}

/** The hash of some texts one after the other, in few characters. */
export function hashOfTexts(texts: Iterable<string>): string {
  let hash = OFFSET
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), PRIME)
    // Where one text ends counts, too.
    hash = Math.imul(hash ^ 0x1_0000, PRIME)
  }
  return (hash >>> 0).toString(36)
}
