/**
 * One event as a short sentence with its data after it: `TEXT frame sent` `“Hello”`. The sentence
 * is a message key with parameters, so that each language writes its own; the data is not
 * translated.
 */
import type { ApiCall, EventFired, ReadyState, TraceEvent, TraceFrame } from '../event.ts'
import { assertNever } from './assert-never.ts'
import { frameName, previewPayload } from './frame-payload.ts'
import {
  previewBytes,
  previewConsole,
  previewMessage,
  previewText,
  previewUtf8,
  previewValue,
} from './preview.ts'

export interface Description {
  /** Of a message in the interface's area `log`. */
  readonly key: `log.event.${string}`
  /** Numbers are amounts, to be written as the language writes them; ids and codes are text. */
  readonly params: Readonly<Record<string, string | number>>
  /** What the message counts, where its wording depends on the number. */
  readonly count?: number
  /** What the event carries, as data. */
  readonly detail?: string
}

const STATE_NAMES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'] as const

/** `0 CONNECTING` (WHATWG WebSockets §3.1). */
export function stateName(state: ReadyState): string {
  return `${String(state)} ${STATE_NAMES[state]}`
}

export function describeEvent(event: TraceEvent): Description {
  switch (event.type) {
    case 'created':
      return event.routedTo === undefined
        ? say('created', {}, event.url)
        : say('createdRouted', { routedTo: event.routedTo }, event.url)
    case 'willSendHandshakeRequest':
      return say(`request.${event.side}`, {}, `${event.method} ${event.target}`)
    case 'handshakeResponseReceived':
      return say(`response.${event.side}`, {}, statusLine(event))
    case 'bytesSent':
    case 'bytesReceived':
      return say(event.type, {}, previewBytes(event.data, 12))
    case 'frameSent':
    case 'frameReceived':
      return say(
        `${event.type}.${fragmentKind(event.frame)}`,
        { frame: frameName(event.frame.opcode) },
        previewPayload(event.frame),
      )
    case 'frameError':
      return event.code === undefined
        ? say('frameError', {}, event.message)
        : say('frameErrorCode', { code: String(event.code) }, event.message)
    case 'messageSent':
    case 'messageReceived':
      return say(`${event.type}.${event.data.kind}`, {}, dataOf(event))
    case 'readyStateChanged':
      return event.from === undefined
        ? say('readyState', {}, stateName(event.to))
        : say('readyState', {}, `${stateName(event.from)} → ${stateName(event.to)}`)
    case 'apiCall':
      return describeCall(event)
    case 'eventFired':
      return describeFired(event)
    case 'bufferedAmountChanged':
      return say('bufferedAmount', { octets: event.bufferedAmount }, '', event.bufferedAmount)
    case 'closed':
      return say(
        `closed.${event.side}.${event.wasClean ? 'clean' : 'unclean'}`,
        {},
        codeAndReason(event.code, event.reason),
      )
    case 'transportClosed':
      return say(`transport.${event.how}.${event.by}`)
    case 'httpRequest':
      return say(`httpRequest.${event.side}`, {}, `${event.method} ${event.url}`)
    case 'httpResponse':
      return say(`httpResponse.${event.side}`, {}, statusLine(event))
    case 'httpData':
      return say(`httpData.${event.side}`, {}, previewUtf8(event.data))
    case 'eventSourceMessage':
      return say('eventSource', { type: event.eventType }, previewText(event.data))
    case 'timerSet':
      return say('timerSet', { id: String(event.timerId), delay: event.delay }, event.kind)
    case 'timerFired':
    case 'timerCleared':
      return say(event.type, { id: String(event.timerId) }, event.kind)
    case 'pageLifecycle':
      return say(`page.${event.phase}`)
    case 'userInput':
      return say(
        `input.${event.kind}`,
        {},
        event.value === undefined ? event.target : `${event.target} “${previewText(event.value)}”`,
      )
    case 'consoleMessage':
      return say(
        'console',
        { method: event.dialog ?? `console.${event.level}` },
        previewConsole(event.arguments),
      )
    case 'uncaughtError':
      return say(`uncaught.${event.kind}`, { name: event.name }, previewText(event.message, 120))
    case 'prediction':
      return say('prediction', {}, previewText(event.answer))
    case 'intervention':
      return event.duration === undefined
        ? say(`intervention.${event.kind}`)
        : say(`intervention.${event.kind}For`, { duration: event.duration })
    default:
      return assertNever(event)
  }
}

function say(
  name: string,
  params: Description['params'] = {},
  detail = '',
  count?: number,
): Description {
  return {
    key: `log.event.${name}`,
    params,
    ...(detail === '' ? {} : { detail }),
    ...(count === undefined ? {} : { count }),
  }
}

/** Which part of a fragmented message a frame is (RFC 6455 §5.4). */
function fragmentKind(frame: TraceFrame): 'whole' | 'first' | 'middle' | 'last' {
  if (frame.opcode === 0) return frame.fin ? 'last' : 'middle'
  return frame.fin ? 'whole' : 'first'
}

function statusLine(response: { readonly status: number; readonly statusText: string }): string {
  return `${String(response.status)} ${response.statusText}`.trimEnd()
}

function dataOf({ data }: Pick<EventFired, 'data'>): string {
  if (data === undefined) return ''
  return data.kind === 'text' ? `“${previewMessage(data)}”` : previewMessage(data)
}

export function codeAndReason(code: number, reason: string): string {
  return reason === '' ? String(code) : `${String(code)} “${previewText(reason, 123)}”`
}

function describeFired(event: EventFired): Description {
  const detail =
    event.eventType === 'close' && event.code !== undefined
      ? codeAndReason(event.code, event.reason ?? '')
      : dataOf(event)
  const heard = event.listeners > 0 ? 'fired' : 'unheard'
  return say(heard, { type: event.eventType }, detail)
}

function describeCall(event: ApiCall): Description {
  const call = isAssignment(event) ? event.method : callAsCode({ ...event, arguments: [] })
  const values = event.arguments.map((value) => previewValue(value)).join(', ')
  if (event.exception !== undefined) {
    const { name, message } = event.exception
    return say('call.threw', { call, name }, previewText(message, 120))
  }
  const { readyState } = event
  if (event.api === 'WebSocket' && readyState !== undefined && readyState >= 2) {
    // WHATWG WebSockets §3.1: send() after close() throws nothing and sends nothing.
    const state = STATE_NAMES[readyState]
    if (event.method === 'send') return say('call.discarded', { call, state }, values)
    if (event.method === 'close') return say('call.ignored', { call, state }, values)
  }
  return say(isAssignment(event) ? 'call.set' : 'call.made', {}, callAsCode(event))
}

function isAssignment({ method }: ApiCall): boolean {
  return method === 'binaryType' || /^on[a-z]+$/.test(method)
}

/** The call as the program may have written it: `new WebSocket("…")`, `send("Hello")`. */
export function callAsCode(event: ApiCall): string {
  const values = event.arguments.map((value) => previewValue(value))
  if (isAssignment(event)) return `${event.method} = ${values[0] ?? 'undefined'}`
  const list = `(${values.join(', ')})`
  if (event.method === 'constructor') return `new ${event.api}${list}`
  if (event.method === event.api || event.method === '') return `${event.api}${list}`
  return event.api === 'WebSocket' ? event.method + list : `${event.api}.${event.method}${list}`
}
