/** What becomes of a value on its way through `send()` and back through `JSON.parse()`. */
import { encodeFrame, Opcode } from '../../core/protocol/index.ts'
import { changesBetween, type Change } from './changes.ts'
import { readValue, type Place } from './read-value.ts'
import { writeValue } from './write-value.ts'

/** Values to choose from, as a program writes them, each under the name of its button. */
export const SAMPLES = [
  { name: '{…}', source: "{ type: 'say', text: 'Hello' }" },
  { name: '你好 👋', source: "{ type: 'say', text: '👋 你好' }" },
  {
    name: 'undefined, NaN, Date, Map',
    source: "{ left: undefined, price: NaN, at: new Date(0), votes: new Map([['a', 1]]) }",
  },
  { name: 'BigInt', source: '{ id: 9007199254740993n }' },
  { name: '2⁵³ + 1', source: '\'{"id":9007199254740993}\'' },
  { name: '[[[…]]]', source: "[[[[[[[['deep']]]]]]]]" },
  { name: '{"type":"sa', source: '\'{"type":"say","text":"Hel\'' },
  { name: '[object Object]', source: "'[object Object]'" },
  { name: 'Uint8Array', source: 'new Uint8Array([72, 105])' },
] as const

/** The masking key of RFC 6455 §5.7; a browser draws a new one for each frame. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

/** Octets of a frame that are shown. */
const MAX_SHOWN = 18

export interface Frame {
  /** In hexadecimal: what comes before the key, the key, the masked payload as far as it is shown. */
  readonly header: string
  readonly key: string
  readonly payload: string
  /** Octets of the payload that are not shown. */
  readonly more: number
  /** Octets of the whole frame. */
  readonly size: number
}

/** What `JSON.parse(event.data)` gives. */
export type Parsed =
  | { readonly kind: 'value'; readonly written: string; readonly changes: readonly Change[] }
  | { readonly kind: 'breaks'; readonly at: Place }

export type Sent =
  | { readonly kind: 'throws'; readonly message: string }
  | {
      readonly kind: 'sent'
      /** `event.data` at the receiver, as a program would write it; null where it is a Blob. */
      readonly data: string | null
      /** UTF-16 code units, as `length` counts them; null for binary data. */
      readonly characters: number | null
      readonly bytes: number
      readonly frame: Frame
      readonly parsed: Parsed
    }

export type Inspection =
  | { readonly kind: 'unreadable'; readonly at: Place }
  | {
      readonly kind: 'value'
      /** `object`, `array`, `Date`, `bigint` … */
      readonly type: string
      /** How many lists, objects or collections lie within one another. */
      readonly depth: number
      /** `send(value)`. */
      readonly bare: Sent
      /** `send(JSON.stringify(value))`. */
      readonly json: Sent
    }

export function inspect(source: string): Inspection {
  const reading = readValue(source, 'program')
  if (!reading.ok) return { kind: 'unreadable', at: reading.at }
  const { value } = reading
  return {
    kind: 'value',
    type: typeName(value),
    depth: depthOf(value),
    bare: value instanceof Uint8Array ? sentBytes(value) : sentText(String(value), reading),
    json: sentAsJson(reading),
  }
}

/** A value as its text was read. */
interface Read {
  readonly value: unknown
  readonly rounded: readonly string[]
}

function sentAsJson(read: Read): Sent {
  const { value } = read
  if (holdsBigInt(value))
    return { kind: 'throws', message: 'TypeError: Do not know how to serialize a BigInt' }
  // It gives undefined for undefined, whatever its type says; `send()` then sends that word.
  return sentText(String(JSON.stringify(value)), read)
}

function sentText(text: string, read: Read): Sent {
  const payload = new TextEncoder().encode(text)
  return {
    kind: 'sent',
    data: writeValue(text),
    characters: text.length,
    bytes: payload.length,
    frame: frameOf(Opcode.Text, payload),
    parsed: parse(text, read),
  }
}

/** A Blob becomes a text before it is parsed: `[object Blob]`. */
function sentBytes(bytes: Uint8Array): Sent {
  return {
    kind: 'sent',
    data: null,
    characters: null,
    bytes: bytes.length,
    frame: frameOf(Opcode.Binary, bytes),
    parsed: parse('[object Blob]', { value: bytes, rounded: [] }),
  }
}

function parse(text: string, { value, rounded }: Read): Parsed {
  const reading = readValue(text, 'json')
  if (!reading.ok) return { kind: 'breaks', at: reading.at }
  const back = reading.value
  // JSON in a text may say more than its receiver can hold; a program's number has lost it already.
  const written = typeof value === 'string' && back !== value ? reading.rounded : rounded
  const lost = written.map((was) => ({ path: '', was, is: BigInt(Number(was)).toString() }))
  const changes = typeof value === 'string' ? lost : [...lost, ...changesBetween(value, back)]
  return { kind: 'value', written: writeValue(back), changes }
}

function frameOf(opcode: number, payload: Uint8Array): Frame {
  const octets = encodeFrame({ opcode, payload, maskingKey: KEY })
  const start = octets.length - payload.length
  const end = Math.min(octets.length, MAX_SHOWN)
  const hex = (from: number, to: number) =>
    Array.from(octets.subarray(from, to), (octet) => octet.toString(16).padStart(2, '0')).join(' ')
  return {
    header: hex(0, start - KEY.length),
    key: hex(start - KEY.length, start),
    payload: hex(start, end),
    more: octets.length - end,
    size: octets.length,
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value
  if (Array.isArray(value)) return 'array'
  const special = [Date, Map, Set, Uint8Array].find((type) => value instanceof type)
  return special?.name ?? 'object'
}

/** What is one level within a value. */
function within(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return null
  if (value instanceof Date || value instanceof Uint8Array) return null
  if (value instanceof Map) return [...value].flat()
  if (value instanceof Set) return [...value]
  return Object.values(value)
}

function depthOf(value: unknown): number {
  const inner = within(value)
  return inner === null ? 0 : 1 + Math.max(0, ...inner.map(depthOf))
}

/** Where JSON.stringify would come to it: not in a Map or a Set, of which it sees nothing. */
function holdsBigInt(value: unknown): boolean {
  if (typeof value === 'bigint') return true
  if (value instanceof Map || value instanceof Set) return false
  return within(value)?.some(holdsBigInt) ?? false
}
