export type Uuid = `${string}-${string}-${string}-${string}-${string}`

/** RFC 9562 §5.4: a version 4 UUID of 16 random octets. */
export function uuidFrom(octets: Uint8Array): Uuid {
  const hex = Array.from(octets, (octet, index) => {
    const value = index === 6 ? (octet & 0x0f) | 0x40 : index === 8 ? (octet & 0x3f) | 0x80 : octet
    return value.toString(16).padStart(2, '0')
  }).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
