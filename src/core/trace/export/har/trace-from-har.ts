/**
 * A trace of the WebSockets in an HTTP Archive, as Chrome DevTools, Firefox and our own export write
 * it: opening handshakes and messages. Frames, masks and Close frames are in no archive.
 */
import { fromBase64 } from '../../../protocol/base64.ts'
import { headerList } from '../../../protocol/handshake/header.ts'
import { Opcode } from '../../../protocol/opcode.ts'
import { encodeUtf8 } from '../../../protocol/utf8.ts'
import type { Header, TraceEvent, TraceEventDraft } from '../../event.ts'
import { MAX_TEXT } from '../../event-limits.ts'
import type { TraceHeader } from '../../header.ts'
import { EventStreamValidator } from '../../schema.ts'
import { isRecord } from '../../shape.ts'
import { TRACE_VERSION } from '../../trace-versions.ts'
import type { Trace } from '../json.ts'
import { TraceFormatError } from '../trace-format-error.ts'

/** The end of the year 9999, in Unix milliseconds. */
const END_OF_DATES = 253_402_300_800_000

interface Place {
  readonly side: 'client'
  readonly connectionId: string
  readonly provenance: 'observed'
}

type Json = Readonly<Record<string, unknown>>

/** With its time, Unix milliseconds. */
type Happened = readonly [time: number, event: TraceEventDraft]

/** Whether parsed JSON says that it is an archive. */
export function isHar(value: unknown): value is { readonly log: Json } {
  return isRecord(value) && isRecord(value['log']) && Array.isArray(value['log']['entries'])
}

/** @throws TraceFormatError where it has no WebSocket, or one that can't be read. */
export function traceFromHar({ log }: { readonly log: Json }): Trace {
  const sockets = listOf(log['entries']).flatMap((entry, index) =>
    isRecord(entry) && isWebSocket(entry) ? [new EntryReader(entry, index)] : [],
  )
  if (sockets.length === 0)
    throw new TraceFormatError({ kind: 'noSockets' }, 'the archive has no WebSocket')
  // Chrome dates a socket whose request was never sent to before 1970.
  const begin = Math.min(...sockets.map(({ begun }) => begun).filter((begun) => begun >= 0))
  const dated = Number.isFinite(begin) ? begin : 0
  const happened = sockets
    .flatMap((socket, count) => socket.read(`ws-${String(count + 1)}`, dated))
    // What is of one time keeps its order.
    .toSorted(([one], [other]) => one - other)
    .map(([time, event], seq) => ({ ...event, seq, time: time - dated }))
  const validated = new EventStreamValidator().accept(happened)
  if (!validated.ok) {
    const { problem: detail, index = 0 } = validated
    throw new TraceFormatError({ kind: 'badEvent', index, detail }, `event ${index}: ${detail}`)
  }
  return { header: headerOf(log, dated, validated.events), events: validated.events }
}

function isWebSocket(entry: Json): boolean {
  const request = isRecord(entry['request']) ? entry['request'] : {}
  return (
    entry['_resourceType'] === 'websocket' ||
    Array.isArray(entry['_webSocketMessages']) ||
    /^wss?:/i.test(textOf(request['url']))
  )
}

function headerOf(log: Json, begin: number, events: readonly TraceEvent[]): TraceHeader {
  const [first] = events
  const program = isRecord(log['browser']) ? log['browser'] : log['creator']
  const { name, version } = isRecord(program) ? program : {}
  return {
    version: TRACE_VERSION,
    clock: 'real',
    seed: null,
    conditions: null,
    endpoint: { kind: 'live', name: first?.type === 'created' ? hostOf(first.url) : '' },
    startedAt: begin,
    browser: `${textOf(name)} ${textOf(version)}`.trim().slice(0, MAX_TEXT),
  }
}

/** One entry, which says where it is in its archive if it can't be read. */
class EntryReader {
  /** Unix milliseconds; negative where it was never sent. */
  readonly begun: number
  readonly #entry: Json
  readonly #index: number

  constructor(entry: Json, index: number) {
    this.#entry = entry
    this.#index = index
    this.begun = Date.parse(this.#text(entry['startedDateTime'], 'startedDateTime'))
    if (!(this.begun < END_OF_DATES)) this.#refuse('startedDateTime: expected a date')
  }

  /** @param undated when an entry begins that has no date of its own. */
  read(connectionId: string, undated: number): Happened[] {
    const request = this.#object('request')
    const url = this.#text(request['url'], 'request.url')
    if (!URL.canParse(url)) this.#refuse(`request.url: ${url.slice(0, 60)} is no address`)
    const { method } = request
    const begun = this.begun < 0 ? undated : this.begun
    const answered = begun + (this.begun < 0 ? 0 : this.#passed())
    const asked = this.#headers(request['headers'], 'request.headers')
    const protocols = headerList(asked, 'Sec-WebSocket-Protocol')
    const at: Place = { side: 'client', connectionId, provenance: 'observed' }
    const state = { ...at, provenance: 'reconstructed', type: 'readyStateChanged' } as const
    const made: Happened[] = [
      [begun, { ...at, type: 'created', url: socketUrl(url), protocols }],
      [begun, { ...state, to: 0 }],
    ]
    if (method !== '') made.push([begun, { ...at, ...requestOf(new URL(url), request, asked) }])
    const response = this.#response(at)
    if (response !== undefined) made.push([answered, response])

    const messages = this.#messages(at, answered, this.begun < 0)
    const last = messages.at(-1)?.[0] ?? answered
    const said = messages.some(([, { type }]) => type === 'frameError')
    const problem = textOf(this.#object('response')['_error'])
    if (!said && problem !== '')
      messages.push([last, { ...at, type: 'frameError', message: problem }])
    const hasFailed = said || problem !== ''
    const isOpen = response?.status === 101
    if (isOpen) made.push([answered, { ...state, from: 0, to: 1 }])
    if (hasFailed) messages.push([last, { ...state, from: isOpen ? 1 : 0, to: 3 }])
    return [...made, ...messages]
  }

  #response(at: Place) {
    const response = this.#object('response')
    const { status } = response
    if (typeof status !== 'number' || status <= 0) return undefined
    return {
      ...at,
      type: 'handshakeResponseReceived',
      status,
      statusText: textOf(response['statusText']),
      headers: this.#headers(response['headers'], 'response.headers'),
      byteLength: octets(response['headersSize']),
    } as const
  }

  #messages(at: Place, from: number, isUndated: boolean): Happened[] {
    return listOf(this.#entry['_webSocketMessages']).map((message, number): Happened => {
      const where = `_webSocketMessages[${String(number)}]`
      if (!isRecord(message)) return this.#refuse(`${where}: expected an object`)
      const { type, time, opcode } = message
      if (typeof time !== 'number' || !(time * 1000 < END_OF_DATES))
        return this.#refuse(`${where}.time: expected seconds`)
      const when = isUndated ? from : Math.max(from, time * 1000)
      const data = this.#text(message['data'], `${where}.data`)
      if (type === 'error') return [when, { ...at, type: 'frameError', message: data }]
      if (type !== 'send' && type !== 'receive')
        return this.#refuse(`${where}.type: expected send, receive or error`)
      const way = { ...at, type: type === 'send' ? 'messageSent' : 'messageReceived' } as const
      if (opcode !== Opcode.Binary)
        return [
          when,
          { ...way, data: { kind: 'text', text: data }, byteLength: encodeUtf8(data).length },
        ]
      const bytes = fromBase64(data)
      if (bytes === null) return this.#refuse(`${where}.data: expected Base64`)
      return [when, { ...way, data: { kind: 'binary', bytes }, byteLength: bytes.length }]
    })
  }

  #headers(value: unknown, where: string): readonly Header[] {
    return listOf(value).map((header, number) => {
      if (
        isRecord(header) &&
        typeof header['name'] === 'string' &&
        typeof header['value'] === 'string'
      )
        return [header['name'], header['value']]
      return this.#refuse(`${where}[${String(number)}]: expected a name and a value`)
    })
  }

  /** Milliseconds from the request to its answer. */
  #passed(): number {
    const { time } = this.#entry
    return typeof time === 'number' && time > 0 && Number.isFinite(time) ? time : 0
  }

  #object(name: string): Json {
    const value = this.#entry[name]
    return isRecord(value) ? value : this.#refuse(`${name}: expected an object`)
  }

  #text(value: unknown, where: string): string {
    return typeof value === 'string' ? value : this.#refuse(`${where}: expected a text`)
  }

  #refuse(detail: string): never {
    const problem = { kind: 'badEntry', index: this.#index, detail } as const
    throw new TraceFormatError(problem, `entry ${this.#index}: ${detail}`)
  }
}

function requestOf({ pathname, search }: URL, request: Json, headers: readonly Header[]) {
  return {
    type: 'willSendHandshakeRequest',
    method: textOf(request['method']) || 'GET',
    target: `${pathname}${search}`,
    headers,
    byteLength: octets(request['headersSize']),
  } as const
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const octets = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
const hostOf = (url: string): string => new URL(url).host

/** Some archives have the address of the request, which is HTTP’s. */
const socketUrl = (url: string): string => new URL(url).href.replace(/^http/, 'ws')
