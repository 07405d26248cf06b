/** Eight bytes: what a view reads from them, and the frame that `send()` makes of them. */
import { encodeFrame, Opcode, opcodeName } from '../../core/protocol/index.ts'

/** 400 as a big-endian Int32, then 12.5 as a big-endian Float32. */
export const FIRST_BYTES: readonly number[] = [0x00, 0x00, 0x01, 0x90, 0x41, 0x48, 0x00, 0x00]

/** As RFC 6455 §5.7 has it in its examples. A browser draws a new one for each frame. */
const MASKING_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

const NUMBERS = {
  Uint8: { size: 1, array: Uint8Array },
  Int16: { size: 2, array: Int16Array },
  Uint16: { size: 2, array: Uint16Array },
  Int32: { size: 4, array: Int32Array },
  Float32: { size: 4, array: Float32Array },
  Float64: { size: 8, array: Float64Array },
  BigInt64: { size: 8, array: BigInt64Array },
} as const
type NumberType = keyof typeof NUMBERS
export type ReadAs = NumberType | 'text'

export const READ_AS: readonly ReadAs[] = [
  'Uint8',
  'Int16',
  'Uint16',
  'Int32',
  'Float32',
  'Float64',
  'BigInt64',
  'text',
]

export type ByteOrder = 'big' | 'little'

/** Where something is read, and as what. */
export interface Place {
  readonly as: ReadAs
  readonly offset: number
  readonly order: ByteOrder
}

/** What came out of a call: a value, or what it threw, in Chromium's words. */
export type Outcome =
  /** `text` as a console prints it, `plain` as `String()` does. */
  | { readonly ok: true; readonly text: string; readonly plain: string }
  | { readonly ok: false; readonly error: string }

export interface Reading {
  /** The bytes that are read: from `offset` up to, not including, `end`. */
  readonly end: number
  readonly call: string
  readonly result: Outcome
  /** The same with a typed array, which knows no order and no odd offset; none for text. */
  readonly typed: { readonly call: string; readonly result: Outcome } | null
}

/** Two hexadecimal digits; undefined where it is no byte. */
export function parseByte(text: string): number | undefined {
  return /^\s*[0-9a-f]{1,2}\s*$/i.test(text) ? Number.parseInt(text, 16) : undefined
}

export const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0')

/** What is read at a place. */
export function readAt(bytes: readonly number[], { as, offset, order }: Place): Reading {
  const { buffer } = Uint8Array.from(bytes)
  if (as === 'text') {
    const text = new TextDecoder().decode(new Uint8Array(buffer, offset))
    return {
      end: bytes.length,
      call: `new TextDecoder().decode(bytes.subarray(${offset}))`,
      // Zeros at the end are what a shorter text leaves.
      result: { ok: true, text: JSON.stringify(text), plain: text.replace(/\0+$/, '') },
      typed: null,
    }
  }
  const { size, array } = NUMBERS[as]
  const orderWord = size === 1 ? '' : order === 'little' ? ', true' : ''
  const typedCall = `new ${as}Array(buffer, ${offset})[0]`
  return {
    end: Math.min(offset + size, bytes.length),
    call: `view.get${as}(${offset}${orderWord})`,
    result: attempt(() => new DataView(buffer)[`get${as}`](offset, order === 'little')),
    typed: {
      call: typedCall,
      result: attempt(() => {
        // Without a length, the constructor would throw for what is left over at the end, too.
        const items = new array(buffer, offset, Math.floor((bytes.length - offset) / size))
        return items[0]
      }),
    },
  }
}

function attempt(read: () => number | bigint | undefined): Outcome {
  try {
    const value = read()
    const plain = String(value)
    if (typeof value === 'bigint') return { ok: true, text: `${plain}n`, plain }
    return { ok: true, text: Object.is(value, -0) ? '-0' : plain, plain }
  } catch (error) {
    return { ok: false, error: String(error) }
  }
}

/**
 * The bytes with a value written at a place; undefined where the text is none of its type, or where
 * it does not fit into the bytes.
 */
export function writeAt(
  bytes: readonly number[],
  { as, offset, order }: Place,
  text: string,
): readonly number[] | undefined {
  const octets = Uint8Array.from(bytes)
  if (as === 'text') {
    const encoded = new TextEncoder().encode(text)
    if (offset + encoded.length > bytes.length) return undefined
    octets.fill(0, offset)
    octets.set(encoded, offset)
    return [...octets]
  }
  if (offset + NUMBERS[as].size > bytes.length) return undefined
  const view = new DataView(octets.buffer)
  const isLittle = order === 'little'
  const trimmed = text.trim()
  if (as === 'BigInt64') {
    if (!/^-?\d{1,19}n?$/.test(trimmed)) return undefined
    view.setBigInt64(offset, BigInt(trimmed.replace('n', '')), isLittle)
  } else {
    const value = Number(trimmed)
    const isFloat = as === 'Float32' || as === 'Float64'
    if (trimmed === '' || (Number.isNaN(value) && trimmed !== 'NaN')) return undefined
    if (!isFloat && !Number.isInteger(value)) return undefined
    view[`set${as}`](offset, value, isLittle)
  }
  return [...octets]
}

/** What is given to `send()`. */
export const SENT = ['buffer', 'view', 'viewBuffer', 'blob', 'string'] as const
export type Sent = (typeof SENT)[number]

export interface SentFrame {
  readonly call: string
  readonly opcode: number
  readonly opcodeName: string
  /** Two octets: FIN and opcode, MASK and length. */
  readonly header: readonly number[]
  readonly maskingKey: readonly number[]
  readonly payload: readonly number[]
  /** The payload as it is on the wire. */
  readonly masked: readonly number[]
  /** The text that arrives; undefined where bytes do. */
  readonly text: string | undefined
}

/** The frame that a call of `send()` becomes, with the window of a reading as its view. */
export function frameOf(
  bytes: readonly number[],
  sent: Sent,
  { offset }: Place,
  { end, result }: Reading,
): SentFrame {
  const text = sent !== 'string' ? undefined : result.ok ? result.plain : ''
  const payload =
    text !== undefined
      ? new TextEncoder().encode(text)
      : Uint8Array.from(sent === 'view' ? bytes.slice(offset, end) : bytes)
  const opcode = text === undefined ? Opcode.Binary : Opcode.Text
  const frame = encodeFrame({ opcode, maskingKey: MASKING_KEY, payload })
  const window = `new Uint8Array(buffer, ${offset}, ${end - offset})`
  const given: Readonly<Record<Sent, string>> = {
    buffer: 'buffer',
    view: window,
    viewBuffer: `${window}.buffer`,
    blob: 'new Blob([buffer])',
    string: 'String(value)',
  }
  // 125 octets at most: a header of two, and the key.
  return {
    call: `ws.send(${given[sent]})`,
    opcode,
    opcodeName: opcodeName(opcode),
    header: [...frame.subarray(0, 2)],
    maskingKey: [...MASKING_KEY],
    payload: [...payload],
    masked: [...frame.subarray(6)],
    text,
  }
}
