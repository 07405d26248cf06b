/**
 * A value of the program, copied deep enough to be looked at after the program is gone.
 * Like the Chrome DevTools Protocol's `RemoteObject` with its preview, bounded in depth and size.
 */
import { MAX_DATA, MAX_DEPTH, MAX_TEXT, MAX_VALUES } from './event-limits.ts'
import {
  boolean,
  bytes,
  fields,
  integer,
  list,
  shaped,
  text,
  variants,
  type Shape,
  type VariantOf,
} from './shape.ts'

const line = text(MAX_TEXT)

const leaves = {
  undefined: {},
  null: {},
  boolean: { value: boolean },
  /** As text, so that NaN, Infinity and -0 survive JSON. */
  number: { text: text(64) },
  bigint: { text: line },
  /** `text` may be shortened; `length` is the real one, in UTF-16 code units. */
  string: { text: line, length: integer(0) },
  symbol: { text: line },
  function: { name: line },
  error: { name: line, message: line, stack: line },
  bytes: { className: line, bytes: bytes(MAX_DATA), byteLength: integer(0) },
}

export type RemoteValue =
  | VariantOf<'kind', typeof leaves>
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

// How far the validation of one event has come. It finishes one event before it begins another, so
// no shape has to hand these two numbers on.
let depth = 0
let values = 0

/** Called before each event, whose values are counted from 0. */
export function beginEvent(): void {
  depth = 0
  values = 0
}

export const remoteValue: Shape<RemoteValue> = shaped((value) => {
  if (depth >= MAX_DEPTH) return `: nested more than ${MAX_DEPTH} deep`
  values += 1
  if (values > MAX_VALUES) return `: more than ${MAX_VALUES} values in one event`
  depth += 1
  const problem = remoteValueKinds(value)
  depth -= 1
  return problem
}, 'RemoteValue')

export const remoteValueKinds: Shape<RemoteValue> = variants('kind', {
  ...leaves,
  array: { className: line, length: integer(0), items: list(remoteValue, MAX_VALUES) },
  object: {
    className: line,
    properties: list(fields({ name: line, value: remoteValue }), MAX_VALUES),
    truncated: boolean,
  },
  circular: {},
})

/** Octets that values keep alive: bytes exactly, texts as UTF-16, the rest at a flat rate. */
export function sizeOfValues(copies: readonly RemoteValue[]): number {
  let size = 0
  for (const value of copies) size += 64 + sizeOfContent(value)
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
    default:
      return 0
  }
}
