/** Validation of the values of a program that an event carries. */
import { MAX_DATA, MAX_DEPTH, MAX_TEXT, MAX_VALUES } from './event-limits.ts'
import type { RemoteValue } from './remote-value.ts'
import {
  boolean,
  bytes,
  integer,
  list,
  oneOf,
  record,
  shaped,
  text,
  union,
  type Shape,
} from './shape.ts'

const line = text(MAX_TEXT)

// How far the validation is into one event. It finishes one before it begins another, so no shape
// has to hand these two numbers on.
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

type Remote<K extends RemoteValue['kind']> = Extract<RemoteValue, { kind: K }>

const remoteValueShapes: { readonly [K in RemoteValue['kind']]: Shape<Remote<K>> } = {
  undefined: record<Remote<'undefined'>>({ kind: oneOf('undefined') }),
  null: record<Remote<'null'>>({ kind: oneOf('null') }),
  boolean: record<Remote<'boolean'>>({ kind: oneOf('boolean'), value: boolean }),
  number: record<Remote<'number'>>({ kind: oneOf('number'), text: text(64) }),
  bigint: record<Remote<'bigint'>>({ kind: oneOf('bigint'), text: line }),
  string: record<Remote<'string'>>({ kind: oneOf('string'), text: line, length: integer(0) }),
  symbol: record<Remote<'symbol'>>({ kind: oneOf('symbol'), text: line }),
  function: record<Remote<'function'>>({ kind: oneOf('function'), name: line }),
  error: record<Remote<'error'>>({
    kind: oneOf('error'),
    name: line,
    message: line,
    stack: line,
  }),
  bytes: record<Remote<'bytes'>>({
    kind: oneOf('bytes'),
    className: line,
    bytes: bytes(MAX_DATA),
    byteLength: integer(0),
  }),
  array: record<Remote<'array'>>({
    kind: oneOf('array'),
    className: line,
    length: integer(0),
    items: list(remoteValue, MAX_VALUES),
  }),
  object: record<Remote<'object'>>({
    kind: oneOf('object'),
    className: line,
    properties: list(
      record<Remote<'object'>['properties'][number]>({ name: line, value: remoteValue }),
      MAX_VALUES,
    ),
    truncated: boolean,
  }),
  circular: record<Remote<'circular'>>({ kind: oneOf('circular') }),
}

export const remoteValueKinds = union<RemoteValue>('kind', remoteValueShapes)
