declare module 'wawoff2' {
  /** The OpenType font within a WOFF2 file. */
  export function decompress(file: Uint8Array): Promise<Uint8Array>
}
