/** The fields of an event, without its bytes and headers, each explained. */
import { READY_STATES, type ReadyState } from '../../../core/protocol/ready-state.ts'
import { callAsCode, previewText, previewValue } from '../../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../../core/trace/event.ts'
import { octetsOfData } from '../../../core/trace/events/body.ts'
import { statusLine } from '../../../core/trace/events/headers.ts'
import { traitsOf } from '../../../core/trace/events/traits.ts'
import { closeCodeMeaning } from '../close-code-meaning.ts'
import { text, type Text } from '../../../ui/text.ts'

export interface EventField {
  /** The field's name in the trace, which is mostly the API's or the RFC's own. */
  readonly name: string
  readonly value: string
  readonly meaning?: Text
}

/** Characters of a value. The whole of a long message is in its `MessageBlock`. */
const LONGEST = 300

/** False stands for a field that the event does not have. */
type MaybeField = EventField | false

export function eventFields(event: TraceEvent): EventField[] {
  const { server } = event
  const own = server !== undefined && field('server', String(server))
  return [own, ...fieldsByType(event)].filter((each) => each !== false)
}

function fieldsByType(event: TraceEvent): MaybeField[] {
  switch (event.type) {
    case 'created':
      return [
        field('url', event.url),
        event.protocols.length > 0 && field('protocols', event.protocols.join(', ')),
        event.routedTo !== undefined && field('routedTo', event.routedTo),
        event.page !== undefined && field('page', event.page),
      ]
    case 'willSendHandshakeRequest':
      return [field('method', event.method), field('target', event.target), onWire(event)]
    case 'handshakeResponseSent':
    case 'handshakeResponseReceived':
      return [field('status', statusLine(event), statusMeaning(event.status)), onWire(event)]
    case 'bytesSent':
    case 'bytesReceived':
    case 'httpData':
      return [field('byteLength', String(octetsOfData(event)))]
    case 'frameSent':
    case 'frameReceived':
      return []
    case 'messageSent':
    case 'messageReceived':
      return [
        field('messageKind', event.data.kind, text(`inspector.messageKind.${event.data.kind}`)),
        field('byteLength', String(event.byteLength)),
      ]
    case 'readyStateChanged':
      return [event.from !== undefined && state('from', event.from), state('to', event.to)]
    case 'apiCall':
      return [
        field('call', callAsCode(event)),
        event.readyState !== undefined && state('readyState', event.readyState),
        event.exception !== undefined &&
          field('exception', `${event.exception.name}: ${event.exception.message}`),
      ]
    case 'propertyRead': {
      const { property, value } = event
      const isState = property === 'readyState' && typeof value === 'number'
      const name = isState ? READY_STATES[value] : undefined
      return [
        field('property', property),
        name === undefined
          ? field('propertyValue', String(value))
          : field(
              'propertyValue',
              `${String(value)} ${name}`,
              text(`inspector.state.${String(value)}`),
            ),
      ]
    }
    case 'eventFired':
      return [
        field('eventType', event.eventType, text(`inspector.eventType.${event.eventType}`)),
        field(
          'listeners',
          String(event.listeners),
          text(event.listeners === 0 ? 'inspector.noListener' : 'inspector.meaning.listeners'),
        ),
        ...fieldsOf(event, ['misnamed', 'origin', 'code', 'reason', 'wasClean']),
      ]
    case 'transportClosed':
      return [
        field('how', event.how.toUpperCase(), text(`inspector.how.${event.how}`)),
        field('by', event.by),
      ]
    case 'httpRequest':
      return [field('method', event.method), field('url', event.url), onWire(event)]
    case 'httpResponse':
      return [field('status', statusLine(event)), onWire(event)]
    case 'timerSet':
      return [
        field('timerId', String(event.timerId)),
        field('timerKind', event.kind),
        field('delay', `${String(event.delay)} ms`),
      ]
    case 'timerFired':
    case 'timerCleared':
      return [field('timerId', String(event.timerId)), field('timerKind', event.kind)]
    case 'userInput':
      return [
        field('inputKind', event.kind),
        field('inputTarget', event.target),
        event.value !== undefined && field('value', event.value),
      ]
    case 'childNodeInserted':
      return [
        field('shown', event.text),
        field('markup', event.markup),
        field('insertedInto', event.parent),
        event.live !== undefined && field('live', event.live),
      ]
    case 'consoleMessage':
      return [
        field('level', event.dialog ?? event.level),
        ...event.arguments.map((value, index) => ({
          name: 'argument',
          value: previewValue(value, LONGEST),
          meaning: text('inspector.argument', { number: String(index + 1) }),
        })),
      ]
    case 'logEntryAdded':
      return [
        field('text', event.text),
        field('entryLevel', event.level),
        field('entrySource', event.entrySource),
      ]
    case 'uncaughtError':
      return [
        field('errorKind', event.kind, text(`inspector.errorKind.${event.kind}`)),
        field('errorName', event.name),
        field('message', event.message),
      ]
    case 'evaluated':
      return [field(event.threw ? 'thrown' : 'result', previewValue(event.value, LONGEST))]
    case 'intervention':
      return [
        field('interventionKind', event.kind),
        event.signal !== undefined && field('signal', event.signal),
        event.duration !== undefined && field('duration', `${String(event.duration)} ms`),
      ]
    default:
      return fieldsOf(event)
  }
}

/** The fields that a check can read of the event, each explained. */
function fieldsOf(
  event: TraceEvent,
  names: readonly string[] = Object.keys(traitsOf(event).fields),
): EventField[] {
  const { fields } = traitsOf(event)
  return names.flatMap((name) => {
    const value = fields[name]?.read(event)
    if (value === undefined) return []
    if (name === 'code') return [field(name, String(value), closeCodeMeaning(Number(value)))]
    if (name !== 'wasClean') return [field(name, String(value))]
    return [field(name, String(value), text(`inspector.${value === true ? name : 'wasNotClean'}`))]
  })
}

function field(
  name: string,
  value: string,
  meaning: Text = text(`inspector.meaning.${name}`),
): EventField {
  return { name, value: previewText(value, LONGEST), meaning }
}

function state(name: string, value: ReadyState): EventField {
  return field(
    name,
    `${String(value)} ${READY_STATES[value]}`,
    text(`inspector.state.${String(value)}`),
  )
}

/** 0 means that the bytes were not seen. */
function onWire({ byteLength }: { readonly byteLength: number }): EventField {
  return byteLength === 0
    ? field('wireBytes', '?', text('inspector.wireBytesUnseen'))
    : field('wireBytes', String(byteLength))
}

function statusMeaning(status: number): Text {
  return text(status === 101 ? 'inspector.status101' : 'inspector.statusNot101')
}
