/** Names for events, to be said in the reader's language: keys under `log.what`. */
import { readyStateName } from '../protocol/ready-state.ts'
import { previewText } from '../trace/describe/preview.ts'
import type { TraceEvent } from '../trace/event.ts'
import type { Scalar } from '../trace/events/field.ts'
import { passOver } from '../trace/pass-over.ts'
import type { Condition } from './condition.ts'
import { readField } from './fields.ts'
import type { EventPattern } from './pattern.ts'
import type { Phrase } from './result.ts'

const OPCODES: Readonly<Record<number, string>> = {
  0: 'continuation',
  1: 'text',
  2: 'binary',
  8: 'Close',
  9: 'Ping',
  10: 'Pong',
}

/** The one value that a condition allows; undefined where it allows several. */
function only(condition: Condition | undefined): Scalar | undefined {
  return typeof condition === 'object' ? undefined : condition
}

/** What a pattern is about. */
export function phraseOfPattern(pattern: EventPattern): Phrase {
  return phrase(pattern.event, (field) => only(pattern[field]))
}

/** What happened. */
export function phraseOfEvent(event: TraceEvent): Phrase {
  return phrase(event.type, (field) => readField(event, field))
}

function phrase(type: EventPattern['event'], value: (field: string) => Scalar | undefined): Phrase {
  const general: Phrase = { key: `what.${type}`, params: {} }
  switch (type) {
    case 'eventFired': {
      const name = value('eventType')
      return name === undefined ? general : { key: 'what.event', params: { name: String(name) } }
    }
    case 'apiCall': {
      const method = value('method')
      if (method === undefined) return general
      if (method === 'constructor')
        return { key: 'what.constructor', params: { api: String(value('api') ?? 'WebSocket') } }
      const name = String(method)
      const isAttribute = name.startsWith('on') || name === 'binaryType'
      return { key: isAttribute ? 'what.assignment' : 'what.call', params: { name } }
    }
    case 'readyStateChanged': {
      const to = value('to')
      return typeof to === 'number'
        ? { key: 'what.state', params: { state: readyStateName(to) } }
        : general
    }
    case 'frameSent':
    case 'frameReceived': {
      const opcode = value('opcode')
      const name = typeof opcode === 'number' ? OPCODES[opcode] : undefined
      return name === undefined ? general : { key: `what.${type}As`, params: { name } }
    }
    case 'consoleMessage': {
      const text = value('text')
      return text === undefined ? general : { key: 'what.printed', params: { text: short(text) } }
    }
    case 'uncaughtError': {
      const name = value('name')
      return name === undefined ? general : { key: 'what.error', params: { name: String(name) } }
    }
    default:
      passOver('phrase', { type })
      return general
  }
}

/** A value for use in a sentence. */
export function short(value: Scalar | undefined): string {
  return value === undefined ? '–' : previewText(String(value), 80)
}

/** What a condition asks for, in words; undefined where there are none for it. */
export function wantedBy(
  condition: Condition | undefined,
  bound: (name: string) => Scalar | undefined,
): string | undefined {
  if (condition === undefined) return undefined
  if (typeof condition !== 'object') return short(condition)
  if ('length' in condition) return condition.map(short).join(' / ')
  const captured = condition.sameAs ?? condition.says
  if (captured !== undefined) {
    const values = [captured].flat().flatMap((name) => bound(name) ?? [])
    return values.length === 0 ? undefined : values.map(short).join(' / ')
  }
  const texts = condition.is ?? condition.word
  if (texts !== undefined) return [texts].flat().map(short).join(' / ')
  if (condition.atLeast !== undefined && condition.atMost !== undefined)
    return `${condition.atLeast}–${condition.atMost}`
  if (condition.atLeast !== undefined) return `≥ ${condition.atLeast}`
  if (condition.atMost !== undefined) return `≤ ${condition.atMost}`
  if (condition.contains !== undefined) return `… ${short(condition.contains)} …`
  return undefined
}
