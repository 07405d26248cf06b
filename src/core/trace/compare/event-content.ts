/**
 * What an event says, field by field, for comparing it with another: without its place in the
 * trace and without what every world draws anew.
 */
import { headerValues } from '../../protocol/handshake/header.ts'
import { closePayloadOf } from '../describe/frame-payload.ts'
import type { FrameReceived, FrameSent, Header, MessageData, TraceEvent } from '../event.ts'
import { octetsOfPayload } from '../events/body.ts'
import { traitsOf } from '../events/traits.ts'
import type { RemoteValue } from '../remote-value.ts'

export type FieldValue = string | number | boolean | Uint8Array

export const DIFFERING_FIELDS = [
  'time',
  'url',
  'protocols',
  'method',
  'target',
  'headers',
  'offeredSubprotocols',
  'offeredExtensions',
  'version',
  'status',
  'subprotocol',
  'extensions',
  'data',
  'byteLength',
  'fin',
  'rsv1',
  'rsv2',
  'rsv3',
  'opcode',
  'masked',
  'payload',
  'code',
  'reason',
  'wasClean',
  'section',
  'message',
  'from',
  'to',
  'arguments',
  'readyState',
  'exception',
  'eventType',
  'property',
  'listeners',
  'misnamed',
  'origin',
  'bufferedAmount',
  'how',
  'by',
  'lastEventId',
  'kind',
  'delay',
  'phase',
  'page',
  'value',
  'level',
  'name',
  'answer',
  'duration',
  'parent',
  'node',
  'text',
  'markup',
  'live',
  'channel',
  'pattern',
  'command',
  'signal',
] as const
/** A text of the interface's area `compare`, under `field`. */
export type DifferingField = (typeof DIFFERING_FIELDS)[number]

export type ContentField = readonly [name: DifferingField, value: FieldValue | undefined]

/**
 * @param world `same`: both events are of one world that repeats, so whatever it decides is
 *   compared. `other`: of two worlds, whose hosts, dates, wordings of errors and compressed octets
 *   differ by nature.
 */
export function contentOf(event: TraceEvent, world: 'same' | 'other'): readonly ContentField[] {
  const fields = wholeContentOf(event, world)
  return event.bodyOmitted === undefined ? fields : fields.filter(([name]) => !OF_BODY.has(name))
}

/** What an event without its body does not tell. */
const OF_BODY: ReadonlySet<DifferingField> = new Set(['data', 'payload', 'arguments'])

function wholeContentOf(event: TraceEvent, world: 'same' | 'other'): readonly ContentField[] {
  const same = world === 'same'
  switch (event.type) {
    case 'created':
      return [
        ['url', event.url],
        ['protocols', event.protocols.join(', ')],
        ['page', event.page],
      ]
    case 'willSendHandshakeRequest':
      return [
        ['method', event.method],
        ['target', same ? event.target : undefined],
        ['offeredSubprotocols', valueOf(event.headers, 'sec-websocket-protocol')],
        ...known(event, 'offeredExtensions', valueOf(event.headers, 'sec-websocket-extensions')),
        ['version', valueOf(event.headers, 'sec-websocket-version')],
        ['headers', same ? otherHeaders(event.headers) : undefined],
      ]
    case 'handshakeResponseSent':
    case 'handshakeResponseReceived':
      return [
        ['status', event.status],
        ['subprotocol', valueOf(event.headers, 'sec-websocket-protocol')],
        ['extensions', valueOf(event.headers, 'sec-websocket-extensions')],
        ['headers', same ? otherHeaders(event.headers) : undefined],
      ]
    case 'bytesSent':
    case 'bytesReceived':
    case 'httpData':
      return [['data', event.data]]
    case 'frameSent':
    case 'frameReceived':
      return frameContent(event, same)
    case 'frameError':
      return [
        ['code', event.code],
        ['section', event.section],
        ['message', same ? event.message : undefined],
      ]
    case 'messageSent':
    case 'messageReceived':
      return [
        ['kind', event.data.kind],
        ['byteLength', event.byteLength],
        ['data', dataOf(event.data)],
      ]
    case 'apiCall':
      return [
        ['method', `${event.api}.${event.method}`],
        ['arguments', event.arguments.map(valueText).join(', ')],
        ['readyState', event.readyState],
        ['exception', event.exception?.name],
        ['message', same ? event.exception?.message : undefined],
      ]
    case 'eventFired':
      return [
        ['eventType', event.eventType],
        ['listeners', event.listeners],
        ['data', event.data && dataOf(event.data)],
        ['origin', event.origin],
        ['code', event.code],
        ['reason', event.reason],
        ['wasClean', event.wasClean],
      ]
    case 'httpRequest':
      return [
        ['method', event.method],
        ['url', event.url],
        ['headers', same ? otherHeaders(event.headers) : undefined],
      ]
    case 'httpResponse':
      return [
        ['status', event.status],
        ['headers', same ? otherHeaders(event.headers) : undefined],
      ]
    case 'consoleMessage':
      return [
        ['level', event.dialog ?? event.level],
        ['arguments', event.arguments.map(valueText).join(' ')],
      ]
    case 'logEntryAdded':
      return [
        ['level', event.level],
        ['message', event.text],
      ]
    case 'uncaughtError':
      return [
        ['kind', event.kind],
        ['name', event.name],
        ['message', same ? event.message : undefined],
      ]
    case 'evaluated':
      return [[event.threw ? 'exception' : 'value', valueText(event.value)]]
    case 'prediction':
      return [['answer', event.answer]]
    case 'intervention':
      return [
        ['kind', event.kind],
        ['signal', event.signal],
        ['duration', event.duration],
      ]
    default:
      return fieldsOf(event)
  }
}

/** What a check can ask of the event, where two worlds differ in none of it by nature. */
function fieldsOf(event: TraceEvent): readonly ContentField[] {
  return Object.entries(traitsOf(event).fields).map(([name, field]) => {
    // event-content.test.ts holds that every such field has a name here.
    return [name as DifferingField, field.read(event)]
  })
}

/** A field that is known only where the event was observed; elsewhere it is not compared. */
function known(
  { provenance }: TraceEvent,
  name: DifferingField,
  value: FieldValue | undefined,
): readonly ContentField[] {
  return provenance === 'observed' ? [[name, value]] : []
}

/** What two events must share to be two forms of one thing: `frameSent 8`, `apiCall send`. */
export function kindOf(event: TraceEvent): string {
  return `${event.type} ${String(traitsOf(event).variant?.(event) ?? '')}`
}

/** Two events with the same key say the same; hashes of 64 bits do not clash in one trace. */
export function keyOf(event: TraceEvent, world: 'same' | 'other'): string {
  const fields = contentOf(event, world).map(([name, value]) => `${name}=${short(value)}`)
  return `${event.type}\n${fields.join('\n')}`
}

export function isSameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array)) return one === other
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}

/** Longer values are compared by their hash. */
const MAX_WHOLE = 64

function short(value: FieldValue | undefined): string {
  if (value instanceof Uint8Array)
    return `${String(value.length)}:${hashed(value.length, (index) => value[index] ?? 0)}`
  const text = String(value)
  if (text.length <= MAX_WHOLE) return text
  return `${String(text.length)}:${hashed(text.length, (index) => text.charCodeAt(index))}`
}

/** 64 bits of FNV-1a in two halves, the second with the place of each unit mixed in. */
function hashed(length: number, unitAt: (index: number) => number): string {
  let one = 0x811c9dc5
  let two = 0x9dc5811c
  for (let index = 0; index < length; index += 1) {
    const unit = unitAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ (unit + (index & 0xff)), 0x01000193)
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`
}

function frameContent(event: FrameSent | FrameReceived, same: boolean): readonly ContentField[] {
  const { frame } = event
  // The masking key is drawn anew for every frame (RFC 6455 §5.3); so it is not compared.
  const close = frame.opcode === 8 ? closePayloadOf(frame.payload) : undefined
  const isCompressed = frame.rsv1 && !same
  return [
    ['opcode', frame.opcode],
    ['fin', frame.fin],
    ['rsv1', frame.rsv1],
    ['rsv2', frame.rsv2],
    ['rsv3', frame.rsv3],
    ['masked', frame.masked],
    ['code', close?.code],
    ['reason', close?.reason],
    // Two compressors need not choose the same octets: the messages are compared.
    ['byteLength', isCompressed ? undefined : octetsOfPayload(event)],
    ['payload', isCompressed || close !== undefined ? undefined : frame.payload],
  ]
}

function dataOf(data: MessageData): FieldValue {
  return data.kind === 'text' ? data.text : data.bytes
}

/** The values of a header, joined as in RFC 9110 §5.2; undefined where it is missing. */
export function valueOf(headers: readonly Header[], name: string): string | undefined {
  const values = headerValues(headers, name)
  return values.length === 0 ? undefined : values.join(', ')
}

/** Compared by name, or random (RFC 6455 §4.1, item 7) and computed from what is. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'sec-websocket-key',
  'sec-websocket-accept',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
  'sec-websocket-version',
])

function otherHeaders(headers: readonly Header[]): string {
  return headers
    .filter(([name]) => !OWN_FIELDS.has(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** A value of the program, whole: a difference anywhere in it counts. */
function valueText(value: RemoteValue): string {
  switch (value.kind) {
    case 'string':
      return value.text.length < value.length
        ? `${JSON.stringify(value.text)}…${String(value.length)}`
        : JSON.stringify(value.text)
    case 'number':
    case 'symbol':
      return value.text
    case 'bigint':
      return `${value.text}n`
    case 'boolean':
      return String(value.value)
    case 'undefined':
    case 'null':
      return value.kind
    case 'circular':
      return '[circular]'
    case 'accessor':
    case 'empty':
      return `[${value.kind}]`
    case 'function':
      return `function ${value.name}`
    case 'error':
      // Without the stack, which names places of the page that ran it.
      return `${value.name}: ${value.message}`
    case 'bytes':
      return `${value.className}(${String(value.byteLength)}) ${short(value.bytes)}`
    case 'array':
      return `[${value.items.map(valueText).join(', ')}${value.length > value.items.length ? ', …' : ''}]`
    case 'object': {
      const properties = value.properties.map(
        ({ name, value: inner }) => `${name}: ${valueText(inner)}`,
      )
      return `${value.description ?? value.className} { ${properties.join(', ')}${value.truncated ? ', …' : ''} }`
    }
  }
}
