/**
 * A value of the program, copied deep enough to be looked at after the program is gone.
 * Like the Chrome DevTools Protocol's `RemoteObject` with its preview, bounded in depth and size.
 */
import { MAX_DATA, MAX_DEPTH, MAX_TEXT, MAX_VALUES } from './event-limits.ts'
import {
  boolean,
  bytes,
  cutToFit,
  fields,
  integer,
  list,
  oneOf,
  optional,
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
  /** `text` is its source, as far as a line shows it. */
  function: { name: line, text: optional(line) },
  /** A property with a getter, which nobody called. */
  accessor: {},
  /** A hole of an array. */
  empty: {},
  bytes: { className: line, bytes: bytes(MAX_DATA), byteLength: integer(0) },
}

/** A property by its name: `Symbol(a)` for a symbol, `[[…]]` for what no program can name. */
export interface RemoteProperty {
  readonly name: string
  readonly value: RemoteValue
}

export type RemoteValue =
  | VariantOf<'kind', typeof leaves>
  | {
      readonly kind: 'error'
      /** Where its name is that of the class it inherits from. */
      readonly className?: string
      readonly name: string
      readonly message: string
      readonly stack: string
      /** What it has besides these: its cause, the errors of an AggregateError, a code. */
      readonly properties?: readonly RemoteProperty[]
    }
  | {
      readonly kind: 'array'
      readonly className: string
      readonly length: number
      /** Of a Map, each item is an array of a key and its value. */
      readonly subtype?: 'map' | 'set'
      readonly items: readonly RemoteValue[]
      /** What it has besides its items. */
      readonly properties?: readonly RemoteProperty[]
    }
  | {
      readonly kind: 'object'
      readonly className: string
      /** As the DevTools protocol names it. */
      readonly subtype?: 'date' | 'node' | 'promise' | 'regexp'
      /** What stands for the whole value: a date as text, `div#id`. */
      readonly description?: string
      readonly properties: readonly RemoteProperty[]
      /** There were more properties, or the copy stopped at its greatest depth. */
      readonly truncated: boolean
    }
  /** The object is already being copied further up. */
  | { readonly kind: 'circular'; readonly description?: string }

// How far the validation of one event has come. It finishes one event before it begins another, so
// no shape has to hand these two numbers on.
let depth = 0
let values = 0

/** Called before each event, whose values are counted from 0. */
export function beginEvent(): void {
  depth = 0
  values = 0
}

export const remoteValue: Shape<RemoteValue> = shaped(
  (value) => {
    if (depth >= MAX_DEPTH) return `: nested more than ${MAX_DEPTH} deep`
    values += 1
    if (values > MAX_VALUES) return `: more than ${MAX_VALUES} values in one event`
    depth += 1
    const problem = remoteValueKinds(value)
    depth -= 1
    return problem
  },
  'RemoteValue',
  cutValue,
)

/** @param value nested no deeper than a value may be, or as deep as a stranger made it. */
function cutValue(value: unknown): unknown {
  if (depth >= MAX_DEPTH) return value
  depth += 1
  const cut = cutToFit(remoteValueKinds, value)
  depth -= 1
  return cut
}

const properties = list(fields({ name: line, value: remoteValue }), MAX_VALUES)

export const remoteValueKinds: Shape<RemoteValue> = variants('kind', {
  ...leaves,
  error: {
    className: optional(line),
    name: line,
    message: line,
    stack: line,
    properties: optional(properties),
  },
  array: {
    className: line,
    length: integer(0),
    subtype: optional(oneOf('map', 'set')),
    items: list(remoteValue, MAX_VALUES),
    properties: optional(properties),
  },
  object: {
    className: line,
    subtype: optional(oneOf('date', 'node', 'promise', 'regexp')),
    description: optional(line),
    properties,
    truncated: boolean,
  },
  circular: { description: optional(line) },
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
      return 2 * (value.message.length + value.stack.length) + sizeOfProperties(value.properties)
    case 'array':
      return sizeOfValues(value.items) + sizeOfProperties(value.properties)
    case 'object':
      return sizeOfProperties(value.properties)
    default:
      return 0
  }
}

function sizeOfProperties(properties: readonly RemoteProperty[] = []): number {
  let size = 0
  for (const { name, value } of properties) size += 2 * name.length + 64 + sizeOfContent(value)
  return size
}
