/**
 * A value of the program, copied deep enough to be looked at after the program is gone.
 * Like the Chrome DevTools Protocol's `RemoteObject` with its preview, bounded in depth and size.
 */
export type RemoteValue =
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** As text, so that NaN, Infinity and -0 survive JSON. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'bigint'; readonly text: string }
  /** `text` may be shortened; `length` is the real one, in UTF-16 code units. */
  | { readonly kind: 'string'; readonly text: string; readonly length: number }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'function'; readonly name: string }
  | {
      readonly kind: 'error'
      readonly name: string
      readonly message: string
      readonly stack: string
    }
  | {
      readonly kind: 'bytes'
      readonly className: string
      readonly bytes: Uint8Array
      readonly byteLength: number
    }
  | {
      readonly kind: 'array'
      readonly className: string
      readonly length: number
      readonly items: readonly RemoteValue[]
    }
  | {
      readonly kind: 'object'
      readonly className: string
      readonly properties: readonly { readonly name: string; readonly value: RemoteValue }[]
      /** There were more properties, or the copy stopped at its greatest depth. */
      readonly truncated: boolean
    }
  /** The object is already being copied further up. */
  | { readonly kind: 'circular' }

/** Octets that values keep alive: bytes exactly, texts as UTF-16, the rest at a flat rate. */
export function sizeOfValues(values: readonly RemoteValue[]): number {
  let size = 0
  for (const value of values) size += 64 + sizeOfContent(value)
  return size
}

function sizeOfContent(value: RemoteValue): number {
  switch (value.kind) {
    case 'string':
      return 2 * value.text.length
    case 'bytes':
      return value.bytes.byteLength
    case 'error':
      return 2 * (value.message.length + value.stack.length)
    case 'array':
      return sizeOfValues(value.items)
    case 'object': {
      let size = 0
      for (const { name, value: inner } of value.properties)
        size += 2 * name.length + 64 + sizeOfContent(inner)
      return size
    }
    case 'undefined':
    case 'null':
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'symbol':
    case 'function':
    case 'circular':
      return 0
  }
}
