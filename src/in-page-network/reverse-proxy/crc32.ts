/** CRC-32 of ISO 3309, of a text as UTF-8: nginx's `hash` uses it. */
export function crc32(text: string): number {
  let crc = 0xffffffff
  for (const octet of new TextEncoder().encode(text)) {
    crc ^= octet
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
