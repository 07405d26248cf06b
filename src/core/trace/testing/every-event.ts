/** At least one event of each type, for tests that must hold for all of them. */
import type { TraceEvent, TraceEventType, TraceFrame } from '../event.ts'
import { asciiMessage, traceFrom, type EventSketch } from './sketch.ts'

/** A frame with a header of two octets: not masked, payload shorter than 126 octets. */
export function shortFrame(
  opcode: number,
  payload: Uint8Array | string = '',
  { fin = true, rsv1 = false }: { readonly fin?: boolean; readonly rsv1?: boolean } = {},
): TraceFrame {
  const octets = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload
  return {
    fin,
    rsv1,
    rsv2: false,
    rsv3: false,
    opcode,
    masked: false,
    header: Uint8Array.of((fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode, octets.length),
    payload: octets,
  }
}

/** The same frame as a client sends it, with this masking key. */
export function maskedFrame(frame: TraceFrame, key: Uint8Array): TraceFrame {
  const [first = 0, second = 0] = frame.header
  return { ...frame, masked: true, header: Uint8Array.of(first, second | 0x80, ...key) }
}

type SketchOf<T extends TraceEventType> = EventSketch & { readonly type: T }

const text = { kind: 'string', text: 'Hello', length: 5 } as const
const head = { headers: [['Host', 'example.com']], byteLength: 129 } as const

const sketches: { readonly [T in TraceEventType]: readonly SketchOf<T>[] } = {
  created: [
    { type: 'created', url: 'wss://example.com/', protocols: ['v2.chat'] },
    { type: 'created', url: 'wss://example.com/', protocols: [], routedTo: 'ws://echo/' },
  ],
  willSendHandshakeRequest: (['client', 'server'] as const).map((side) => ({
    type: 'willSendHandshakeRequest',
    side,
    method: 'GET',
    target: '/chat',
    ...head,
  })),
  handshakeResponseReceived: [
    {
      type: 'handshakeResponseReceived',
      status: 101,
      statusText: 'Switching Protocols',
      ...head,
    },
    {
      type: 'handshakeResponseReceived',
      side: 'server',
      status: 403,
      statusText: '',
      headers: [],
      byteLength: 0,
    },
  ],
  bytesSent: [{ type: 'bytesSent', data: Uint8Array.of(0x81, 5) }],
  bytesReceived: [{ type: 'bytesReceived', data: Uint8Array.of(0x81) }],
  frameSent: [
    { type: 'frameSent', frame: shortFrame(1, 'Hel', { fin: false }) },
    { type: 'frameSent', frame: shortFrame(0, 'l', { fin: false }) },
    { type: 'frameSent', frame: shortFrame(0, 'o') },
  ],
  frameReceived: [0x1, 0x2, 0x8, 0x9, 0xa, 0xb].map((opcode) => ({
    type: 'frameReceived',
    frame: shortFrame(opcode),
  })),
  frameError: [
    { type: 'frameError', message: 'reserved opcode', code: 1002, section: 'RFC 6455 §5.2' },
    { type: 'frameError', message: 'no answer' },
  ],
  messageSent: [
    { type: 'messageSent', ...asciiMessage('Hello') },
    { type: 'messageSent', data: { kind: 'binary', bytes: Uint8Array.of(1) }, byteLength: 1 },
  ],
  messageReceived: [
    { type: 'messageReceived', ...asciiMessage('Hello') },
    { type: 'messageReceived', data: { kind: 'binary', bytes: Uint8Array.of(1) }, byteLength: 1 },
  ],
  readyStateChanged: [
    { type: 'readyStateChanged', to: 0 },
    { type: 'readyStateChanged', from: 0, to: 1 },
    { type: 'readyStateChanged', from: 1, to: 2 },
    { type: 'readyStateChanged', from: 2, to: 3 },
  ],
  apiCall: [
    { type: 'apiCall', api: 'WebSocket', method: 'constructor', arguments: [text] },
    { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [text], readyState: 1 },
    { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [text], readyState: 2 },
    { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [], readyState: 3 },
    {
      type: 'apiCall',
      api: 'WebSocket',
      method: 'send',
      arguments: [text],
      readyState: 0,
      exception: { name: 'InvalidStateError', message: 'Still in CONNECTING state.' },
    },
    {
      type: 'apiCall',
      api: 'WebSocket',
      method: 'onopen',
      arguments: [{ kind: 'function', name: '' }],
    },
  ],
  eventFired: [
    { type: 'eventFired', eventType: 'open', listeners: 1 },
    {
      type: 'eventFired',
      eventType: 'message',
      listeners: 1,
      data: asciiMessage('Hello').data,
      origin: 'wss://example.com',
    },
    { type: 'eventFired', eventType: 'error', listeners: 0 },
    {
      type: 'eventFired',
      eventType: 'close',
      listeners: 1,
      code: 4001,
      reason: 'kicked',
      wasClean: true,
    },
  ],
  bufferedAmountChanged: [{ type: 'bufferedAmountChanged', bufferedAmount: 5 }],
  closed: (['client', 'server'] as const).flatMap((side) =>
    [true, false].map((wasClean) => ({
      type: 'closed' as const,
      side,
      code: wasClean ? 1000 : 1006,
      reason: '',
      wasClean,
    })),
  ),
  transportClosed: (['fin', 'rst', 'silence'] as const).flatMap((how) =>
    (['client', 'server', 'network'] as const).map((by) => ({
      type: 'transportClosed' as const,
      how,
      by,
    })),
  ),
  httpRequest: (['client', 'server'] as const).map((side) => ({
    type: 'httpRequest',
    side,
    method: 'GET',
    url: '/poll',
    ...head,
  })),
  httpResponse: (['client', 'server'] as const).map((side) => ({
    type: 'httpResponse',
    side,
    status: 200,
    statusText: 'OK',
    ...head,
  })),
  httpData: (['client', 'server'] as const).map((side) => ({
    type: 'httpData',
    side,
    data: Uint8Array.of(0x48, 0x69),
  })),
  eventSourceMessage: [
    { type: 'eventSourceMessage', eventType: 'tick', data: '1', lastEventId: '7' },
  ],
  timerSet: [{ type: 'timerSet', timerId: 3, kind: 'timeout', delay: 50 }],
  timerFired: [{ type: 'timerFired', timerId: 3, kind: 'timeout' }],
  timerCleared: [{ type: 'timerCleared', timerId: 3, kind: 'interval' }],
  pageLifecycle: (
    ['load', 'visible', 'hidden', 'pagehide', 'pageshow', 'offline', 'online'] as const
  ).map((phase) => ({ type: 'pageLifecycle', phase })),
  userInput: [
    { type: 'userInput', kind: 'click', target: '#send' },
    { type: 'userInput', kind: 'type', target: '#text', value: 'Hello' },
    { type: 'userInput', kind: 'file', target: '#file', value: 'cat.png' },
    { type: 'userInput', kind: 'answer', target: 'confirm', value: 'true' },
  ],
  consoleMessage: [
    { type: 'consoleMessage', level: 'log', arguments: [text, { kind: 'number', text: '1' }] },
    { type: 'consoleMessage', level: 'error', arguments: [] },
    { type: 'consoleMessage', level: 'log', dialog: 'alert', arguments: [text] },
  ],
  uncaughtError: (['syntaxError', 'exception', 'unhandledRejection', 'endlessLoop'] as const).map(
    (kind) => ({ type: 'uncaughtError', kind, name: 'TypeError', message: 'no' }),
  ),
  prediction: [{ type: 'prediction', question: 'which line throws?', answer: 'line 2' }],
  intervention: (['dropFrame', 'cut', 'stallServer', 'delay'] as const).flatMap((kind) => [
    { type: 'intervention' as const, kind },
    { type: 'intervention' as const, kind, duration: 2000 },
  ]),
}

export function everyEvent(): TraceEvent[] {
  return traceFrom(Object.values(sketches).flat())
}
