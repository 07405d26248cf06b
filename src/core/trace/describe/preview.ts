/**
 * Short forms of data for one line of text. They never look at more than they show, so that a
 * message of megabytes costs as little as one of ten characters.
 */
import type { MessageData } from '../events/message-data.ts'
import type { RemoteValue } from '../remote-value.ts'
import { consolePieces, numberText } from './console-pieces.ts'

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Control characters, which would break a line or hide, as a string literal has them. */
function withVisibleControls(text: string): string {
  return text.replace(
    /\p{Cc}/gu,
    (character) =>
      ESCAPES[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

/** At most `max` characters (code points), then `…`. Control characters become visible. */
export function previewText(text: string, max = 60): string {
  // A code point takes two UTF-16 units at most.
  const characters = [...text.slice(0, 2 * (max + 1))]
  const whole = characters.length <= max
  return withVisibleControls(characters.slice(0, max).join('')) + (whole ? '' : '…')
}

/** A string of the program, of which the trace may have the beginning only, or nothing. */
function previewString(value: { readonly text: string; readonly length: number }, max?: number) {
  const shown = previewText(value.text, max)
  return value.text.length < value.length && !shown.endsWith('…') ? `${shown}…` : shown
}

/** The first `max` bytes in hexadecimal, `48 65 6c`, then `…`. */
export function previewBytes(bytes: Uint8Array, max = 8): string {
  const hex = Array.from(bytes.subarray(0, max), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join(' ') + (bytes.length > max ? ' …' : '')
}

/** Text as UTF-8 would have it, invalid sequences as U+FFFD, shortened as `previewText`. */
export function previewUtf8(bytes: Uint8Array, max = 60): string {
  // A character takes four octets at most; `stream` keeps the one that is cut in two silent.
  const some = bytes.subarray(0, 4 * (max + 1))
  const stream = some.length < bytes.length
  return previewText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(some, { stream }), max)
}

export function previewMessage(data: MessageData, max = 60): string {
  return data.kind === 'text' ? previewText(data.text, max) : previewBytes(data.bytes, max / 4)
}

/** What is nested deeper than this many characters leave room for is not written. */
const SHORTEST = 8

/** A value as it would be written in a program: `"Hello"`, `[1, 2]`, `{ type: "chat" }`. */
export function previewValue(value: RemoteValue, max = 60): string {
  switch (value.kind) {
    case 'undefined':
    case 'null':
    case 'circular':
      return value.kind === 'circular' ? '[circular]' : value.kind
    case 'boolean':
      return String(value.value)
    case 'number':
      return value.text
    case 'bigint':
      return `${value.text}n`
    case 'string':
      return `"${previewString(value, max)}"`
    case 'symbol':
      return value.text
    case 'accessor':
      return '(...)'
    case 'empty':
      return 'empty'
    case 'function':
      return value.name === '' ? 'function' : `function ${value.name}`
    case 'error':
      return previewText(value.message === '' ? value.name : `${value.name}: ${value.message}`, max)
    case 'bytes':
      return `${value.className}(${String(value.byteLength)})`
    case 'array': {
      if (max < SHORTEST) return '[…]'
      const items = value.items.slice(0, 8).map((item) => previewValue(item, max / 2))
      if (value.length > items.length) items.push('…')
      return shortened(`[${items.join(', ')}]`, max)
    }
    case 'object': {
      if (value.description !== undefined) return previewText(value.description, max)
      if (max < SHORTEST) return '{…}'
      const properties = value.properties
        .slice(0, 8)
        .map(({ name, value: inner }) => `${name}: ${previewValue(inner, max / 2)}`)
      if (value.truncated || value.properties.length > properties.length) properties.push('…')
      const body = properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`
      const named = value.className === '' || value.className === 'Object'
      return shortened(named ? body : `${value.className} ${body}`, max)
    }
  }
}

/**
 * What a console prints for its arguments: strings bare, bytes in hexadecimal after their class,
 * everything else as it is written. One argument is no format.
 */
export function previewConsole(values: readonly RemoteValue[], max = 120): string {
  const [only] = values
  if (only === undefined) return ''
  if (values.length === 1) return shortened(previewArgument(only, max), max)
  const parts = consolePieces(values).map((piece) => {
    if (piece.kind === 'style') return ''
    if (piece.kind === 'text') return previewText(piece.text, max)
    const { value, as } = piece
    return as === 'd' || as === 'i' || as === 'f'
      ? numberText(value, as)
      : previewArgument(value, max)
  })
  return shortened(parts.join(''), max)
}

function previewArgument(value: RemoteValue, max: number): string {
  if (value.kind === 'string') return previewString(value, max)
  const text = previewValue(value, max)
  return value.kind === 'bytes' && value.bytes.length > 0
    ? `${text} [${previewBytes(value.bytes)}]`
    : text
}

function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`
}
