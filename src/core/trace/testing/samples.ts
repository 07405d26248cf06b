/** At least one event of each type, for tests that must hold for all of them. */
import type { TraceEvent } from '../event.ts'
import type { ApiEvent } from '../events/api.ts'
import type { BrokerEvent } from '../events/broker.ts'
import type { FrameEvent } from '../events/frames.ts'
import type { HandshakeEvent } from '../events/handshake.ts'
import type { HttpEvent } from '../events/http.ts'
import type { LearnerEvent } from '../events/learner.ts'
import type { MessageEvent } from '../events/messages.ts'
import type { PageEvent } from '../events/page.ts'
import type { ProgramEvent } from '../events/program.ts'
import type { SocketEvent } from '../events/socket.ts'
import type { TimerEvent } from '../events/timers.ts'
import type { TransportEvent } from '../events/transport.ts'
import { shortFrame, type SamplesOf } from './sample.ts'
import { traceFrom } from './sketch.ts'

const socketSamples = (): SamplesOf<SocketEvent> => ({
  created: [
    { type: 'created', url: 'wss://example.com/', protocols: ['v2.chat'] },
    { type: 'created', url: 'wss://example.com/', protocols: [], routedTo: 'ws://echo/' },
  ],
  readyStateChanged: [
    { type: 'readyStateChanged', to: 0 },
    { type: 'readyStateChanged', from: 0, to: 1 },
    { type: 'readyStateChanged', from: 1, to: 2 },
    { type: 'readyStateChanged', from: 2, to: 3 },
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
})

const handshakeSamples = (): SamplesOf<HandshakeEvent> => ({
  willSendHandshakeRequest: (['client', 'server'] as const).map((side) => ({
    type: 'willSendHandshakeRequest',
    side,
    method: 'GET',
    target: '/chat',
    headers: [['Host', 'example.com']],
    byteLength: 129,
  })),
  handshakeResponseSent: [
    {
      type: 'handshakeResponseSent',
      side: 'server',
      status: 426,
      statusText: 'Upgrade Required',
      headers: [['Upgrade', 'websocket']],
      byteLength: 60,
    },
  ],
  handshakeResponseReceived: [
    {
      type: 'handshakeResponseReceived',
      status: 101,
      statusText: 'Switching Protocols',
      headers: [['Host', 'example.com']],
      byteLength: 129,
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
})

const transportSamples = (): SamplesOf<TransportEvent> => ({
  bytesSent: [{ type: 'bytesSent', data: Uint8Array.of(0x81, 5) }],
  bytesReceived: [{ type: 'bytesReceived', data: Uint8Array.of(0x81) }],
  transportClosed: (['fin', 'rst', 'silence'] as const).flatMap((how) =>
    (['client', 'server', 'network'] as const).map((by) => ({
      type: 'transportClosed' as const,
      how,
      by,
    })),
  ),
})

const frameSamples = (): SamplesOf<FrameEvent> => ({
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
})

const messageSamples = (): SamplesOf<MessageEvent> => {
  const hello = { data: { kind: 'text', text: 'Hello' }, byteLength: 5 } as const
  const octet = { data: { kind: 'binary', bytes: Uint8Array.of(1) }, byteLength: 1 } as const
  return {
    messageSent: [hello, octet].map((message) => ({ type: 'messageSent', ...message })),
    messageReceived: [hello, octet].map((message) => ({ type: 'messageReceived', ...message })),
  }
}

const apiSamples = (): SamplesOf<ApiEvent> => {
  const hello = { kind: 'string', text: 'Hello', length: 5 } as const
  const send = { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [hello] } as const
  return {
    apiCall: [
      { type: 'apiCall', api: 'WebSocket', method: 'constructor', arguments: [hello] },
      { ...send, readyState: 1 },
      { ...send, readyState: 2 },
      { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [], readyState: 3 },
      {
        ...send,
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
    propertyRead: [
      { type: 'propertyRead', property: 'readyState', value: 1 },
      { type: 'propertyRead', property: 'bufferedAmount', value: 43 },
      { type: 'propertyRead', property: 'protocol', value: 'v2.chat' },
    ],
    eventFired: [
      { type: 'eventFired', eventType: 'open', listeners: 0, misnamed: 'onOpen' },
      { type: 'eventFired', eventType: 'open', listeners: 1 },
      {
        type: 'eventFired',
        eventType: 'message',
        listeners: 1,
        data: { kind: 'text', text: 'Hello' },
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
  }
}

const httpSamples = (): SamplesOf<HttpEvent> => {
  const sides = ['client', 'server'] as const
  const head = { headers: [['Host', 'example.com']], byteLength: 129 } as const
  return {
    httpRequest: sides.map((side) => ({
      type: 'httpRequest',
      side,
      method: 'GET',
      url: '/poll',
      ...head,
    })),
    httpResponse: sides.map((side) => ({
      type: 'httpResponse',
      side,
      status: 200,
      statusText: 'OK',
      ...head,
    })),
    httpData: sides.map((side) => ({ type: 'httpData', side, data: Uint8Array.of(0x48, 0x69) })),
    eventSourceMessage: [
      { type: 'eventSourceMessage', eventType: 'tick', data: '1', lastEventId: '7' },
    ],
  }
}

const timerSamples = (): SamplesOf<TimerEvent> => ({
  timerSet: [{ type: 'timerSet', timerId: 3, kind: 'timeout', delay: 50 }],
  timerFired: [{ type: 'timerFired', timerId: 3, kind: 'timeout' }],
  timerCleared: [{ type: 'timerCleared', timerId: 3, kind: 'interval' }],
})

const pageSamples = (): SamplesOf<PageEvent> => ({
  pageLifecycle: (
    ['load', 'visible', 'hidden', 'pagehide', 'pageshow', 'offline', 'online'] as const
  ).map((phase) => ({ type: 'pageLifecycle', phase })),
  userInput: [
    { type: 'userInput', kind: 'click', target: '#send' },
    { type: 'userInput', kind: 'type', target: '#text', value: 'Hello' },
    { type: 'userInput', kind: 'file', target: '#file', value: 'cat.png' },
    { type: 'userInput', kind: 'answer', target: 'confirm', value: 'true' },
    { type: 'userInput', kind: 'evaluate', target: 'console', value: 'ws.readyState' },
    { type: 'userInput', kind: 'evaluate', target: 'console' },
  ],
  childNodeInserted: [
    {
      type: 'childNodeInserted',
      parent: 'ul',
      node: 'li',
      text: 'Ada <3',
      markup: '<li>Ada &lt;3</li>',
    },
    {
      type: 'childNodeInserted',
      parent: 'ul',
      node: '#text',
      text: 'Bo',
      markup: 'Bo',
      live: 'polite',
    },
  ],
})

const programSamples = (): SamplesOf<ProgramEvent> => {
  const hello = { kind: 'string', text: 'Hello', length: 5 } as const
  return {
    consoleMessage: [
      { type: 'consoleMessage', level: 'log', arguments: [hello, { kind: 'number', text: '1' }] },
      { type: 'consoleMessage', level: 'error', arguments: [] },
      { type: 'consoleMessage', level: 'log', dialog: 'alert', arguments: [hello] },
    ],
    uncaughtError: (['syntaxError', 'exception', 'unhandledRejection', 'endlessLoop'] as const).map(
      (kind) => ({ type: 'uncaughtError', kind, name: 'TypeError', message: 'no' }),
    ),
    evaluated: [
      { type: 'evaluated', value: hello, threw: false },
      { type: 'evaluated', value: hello, threw: true },
    ],
    logEntryAdded: [
      { type: 'logEntryAdded', entrySource: 'javascript', level: 'error', text: 'too late' },
      { type: 'logEntryAdded', entrySource: 'network', level: 'warning', text: 'closed early' },
    ],
  }
}

const brokerSamples = (): SamplesOf<BrokerEvent> => {
  const message = { side: 'server', server: 8081, channel: 'tea', text: '{"text":"Hi"}' } as const
  return {
    messagePublished: [{ type: 'messagePublished', ...message }],
    messageDelivered: [
      { type: 'messageDelivered', ...message },
      { type: 'messageDelivered', ...message, pattern: 't*' },
    ],
    brokerCommand: [
      { type: 'brokerCommand', side: 'server', server: 8080, command: 'SUBSCRIBE', text: 'tea' },
    ],
  }
}

const learnerSamples = (): SamplesOf<LearnerEvent> => ({
  prediction: [{ type: 'prediction', question: 'which line throws?', answer: 'line 2' }],
  intervention: (
    ['dropFrame', 'cut', 'stallServer', 'delay', 'slowTimers', 'stopServer'] as const
  ).flatMap((kind) => [
    { type: 'intervention' as const, kind },
    { type: 'intervention' as const, kind, duration: 2000 },
  ]),
})

export function everyEvent(): TraceEvent[] {
  const samples: SamplesOf<TraceEvent> = {
    ...socketSamples(),
    ...handshakeSamples(),
    ...transportSamples(),
    ...frameSamples(),
    ...messageSamples(),
    ...apiSamples(),
    ...httpSamples(),
    ...timerSamples(),
    ...pageSamples(),
    ...programSamples(),
    ...brokerSamples(),
    ...learnerSamples(),
  }
  return traceFrom(Object.values(samples).flat())
}
