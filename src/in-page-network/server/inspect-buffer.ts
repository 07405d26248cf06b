/** `buffer.INSPECT_MAX_BYTES`. */
const MAX_OCTETS = 50

/** What `util.inspect` shows of a Buffer: the package `buffer` does not count the octets left out. */
export function inspectBuffer(this: Uint8Array): string {
  const octets = Array.from(this.subarray(0, MAX_OCTETS), (octet) =>
    octet.toString(16).padStart(2, '0'),
  )
  const more = this.length - MAX_OCTETS
  if (more > 0) octets.push(`... ${String(more)} more byte${more === 1 ? '' : 's'}`)
  return `<Buffer ${octets.join(' ')}>`
}
