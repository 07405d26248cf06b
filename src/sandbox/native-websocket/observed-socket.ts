/** Records the calls and events of one native WebSocket. */
import type { ReadyState } from '../../core/protocol/ready-state.ts'
import type {
  MessageData,
  Provenance,
  SourcePosition,
  TraceEventDraft,
  TraceFrame,
} from '../../core/trace/event.ts'
import { misnamedHandler } from '../../core/trace/misnamed-handler.ts'
import { PropertyReads, type ReadProperty } from '../../core/trace/property-reads.ts'
import type { RecordStream } from '../guest/record-stream.ts'
import type { BlobReader } from './blob-reader.ts'
import type { Browser, SocketEventType } from './browser.ts'
import { carriedBy, carrying, type CarriedMessage } from './carried-message.ts'
import type { ListenerCounts } from './listeners.ts'
import { closeFrame, dataFrame, requestHeaders, responseHeaders } from './reconstruction.ts'

/** What the observation needs of its world. */
export interface SocketObservation {
  record(event: TraceEventDraft): number
  /** Holds events whose bytes are not known yet. */
  readonly stream: Pick<RecordStream, 'recordHeld' | 'complete' | 'release'>
  locate(): SourcePosition | undefined
  dispatching(seq: number): void
  dispatched(seq: number): void
  /** Resolves in a new turn of the event loop. */
  nextTurn(): Promise<void>
  /** The browser's own; its timers are not recorded. */
  setTimeout(callback: () => void, delay: number): void
  /** Called when a socket was closed, and when the bytes of a Blob have been read. */
  changed(): void
}

export interface ObservedSocketOptions extends SocketObservation {
  readonly connectionId: string
  readonly url: string
  readonly routedTo: string | undefined
  readonly protocols: readonly string[]
  readonly listeners: ListenerCounts
  readonly browser: Browser
  readonly blobs: BlobReader
  closed(): void
}

type WithoutBase<E> = E extends TraceEventDraft
  ? Omit<E, 'side' | 'connectionId' | 'provenance' | 'cause'>
  : never
type Details = WithoutBase<Extract<TraceEventDraft, { connectionId: string }>>

const OPEN = 1
const CLOSING = 2
const CLOSED = 3

/** Milliseconds between two looks at `bufferedAmount` while it is not 0. */
const BUFFER_INTERVAL = 10

export class ObservedSocket {
  readonly connectionId: string
  readonly url: string
  readonly #socket: WebSocket
  readonly #options: ObservedSocketOptions
  readonly #reads = new PropertyReads()
  /** The last recorded value. */
  #state: ReadyState = 0
  #bufferedAmount = 0
  #watchingBuffer = false
  #closeSent = false

  constructor(socket: WebSocket, options: ObservedSocketOptions) {
    this.connectionId = options.connectionId
    this.url = options.url
    this.#socket = socket
    this.#options = options
    this.#listen('open', this.#onOpen)
    this.#listen('message', this.#onMessage)
    this.#listen('error', this.#onError)
    this.#listen('close', this.#onClose)
  }

  /** `MessageEvent.origin`: the origin of the URL that the program named. */
  get origin(): string {
    return new URL(this.url).origin
  }

  get readyState(): ReadyState {
    return this.#options.browser.readyState(this.#socket)
  }

  #listen<T extends SocketEventType>(type: T, listener: (event: WebSocketEventMap[T]) => void) {
    const { browser, listeners } = this.#options
    browser.listen(this.#socket, type, (event) => {
      // An event that the program dispatched says nothing about the connection.
      if (event.isTrusted) listener(event)
      else listeners.dispatched(this.#socket, type)
    })
  }

  #record(
    provenance: Provenance,
    details: Details,
    cause?: number,
    isHeld = false,
    source?: SourcePosition,
  ): number {
    const { record, stream } = this.#options
    const base = { side: 'client', connectionId: this.connectionId, provenance } as const
    const known = { ...(cause !== undefined && { cause }), ...(source && { source }) }
    const draft = { ...details, ...base, ...known }
    return isHeld ? stream.recordHeld(draft) : record(draft)
  }

  constructed(cause: number): void {
    const { url, protocols, routedTo } = this.#options
    const routed = routedTo !== undefined && { routedTo }
    const created = this.#record('observed', { type: 'created', url, protocols, ...routed }, cause)
    this.#record('observed', { type: 'readyStateChanged', to: 0 }, created)
    const { pathname, search, host } = new URL(routedTo ?? url)
    const request = {
      method: 'GET',
      target: pathname + search,
      headers: requestHeaders(host, protocols),
      byteLength: 0,
    }
    this.#record('reconstructed', { type: 'willSendHandshakeRequest', ...request }, created)
  }

  /** Called when the program read a property. */
  read(property: ReadProperty, value: string | number): void {
    this.#reads.read(property, value, this.#options.locate, (source) => {
      this.#record('observed', { type: 'propertyRead', property, value }, undefined, false, source)
    })
  }

  /** Called after `send` returned. After OPEN, `send` only adds to `bufferedAmount`. */
  sent(cause: number, value: unknown, before: ReadyState): void {
    if (before === OPEN) {
      const message = carriedBy(value, this.#options.browser)
      const seq = this.#recordMessage('messageSent', message, cause)
      const frame = this.#recordFrame('frameSent', this.#dataFrame(message, true), seq)
      this.#readLater(message, [seq, frame])
    }
    this.#lookAtBuffer(cause)
  }

  /** Called after `close` returned. */
  closing(cause: number, before: ReadyState, code: number, reason: string): void {
    this.#recordState(this.readyState, cause)
    if (before !== OPEN) return
    this.#closeSent = true
    this.#recordFrame('frameSent', closeFrame(code, reason, true), cause)
  }

  readonly #onOpen = (): void => {
    const { browser } = this.#options
    const protocol = browser.protocol(this.#socket)
    const extensions = browser.extensions(this.#socket)
    const cause = this.#record('reconstructed', {
      type: 'handshakeResponseReceived',
      status: 101,
      statusText: 'Switching Protocols',
      headers: responseHeaders(protocol, extensions),
      byteLength: 0,
    })
    this.#recordState(OPEN, cause)
    this.#fired('open', {}, cause)
  }

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    const { browser } = this.#options
    const message = carriedBy(browser.data(event), browser)
    const isHeld = message.blob !== undefined
    const dataFrame = this.#dataFrame(message, false)
    const frame = this.#recordFrame('frameReceived', dataFrame, undefined, isHeld)
    const seq = this.#recordMessage('messageReceived', message, frame)
    const fired = this.#fired('message', { data: message.data, origin: this.origin }, seq)
    this.#readLater(message, [frame, seq, fired])
  }

  readonly #onError = (): void => {
    this.#recordState(this.readyState)
    this.#fired('error', {})
  }

  readonly #onClose = (event: CloseEvent): void => {
    const { browser } = this.#options
    const code = browser.code(event)
    const reason = browser.reason(event)
    const wasClean = browser.wasClean(event)
    let cause: number | undefined
    if (wasClean) {
      // A clean close means that both sides sent a Close frame before TCP ended.
      cause = this.#recordFrame('frameReceived', closeFrame(code, reason, false), undefined)
      if (this.#state < CLOSING) {
        this.#recordState(CLOSING, cause, 'reconstructed')
      }
      // Browsers echo the code and reason.
      if (!this.#closeSent) this.#recordFrame('frameSent', closeFrame(code, reason, true), cause)
      cause = this.#record('reconstructed', { type: 'transportClosed', how: 'fin', by: 'server' })
    }
    this.#recordState(CLOSED, cause)
    const closing = { code, reason, wasClean }
    const closed = this.#record('observed', { type: 'closed', ...closing })
    this.#options.closed()
    this.#fired('close', closing, closed)
  }

  /** The program's listeners run next; after them a new turn begins. */
  #fired(
    eventType: SocketEventType,
    details: Partial<Extract<Details, { type: 'eventFired' }>>,
    cause?: number,
  ): number {
    const { browser, listeners, dispatching, dispatched, nextTurn } = this.#options
    const hasHandler = browser.hasHandler(this.#socket, eventType)
    const count = listeners.dispatched(this.#socket, eventType) + (hasHandler ? 1 : 0)
    const misnamed = count === 0 ? misnamedHandler(this.#socket, eventType) : undefined
    const named = misnamed === undefined ? {} : { misnamed }
    const event = { type: 'eventFired', eventType, listeners: count, ...named, ...details } as const
    const seq = this.#record('observed', event, cause)
    dispatching(seq)
    void nextTurn().then(() => dispatched(seq))
    return seq
  }

  #recordState(to: ReadyState, cause?: number, provenance: Provenance = 'observed'): void {
    const from = this.#state
    if (to === from) return
    this.#state = to
    this.#record(provenance, { type: 'readyStateChanged', from, to }, cause)
  }

  #recordMessage(
    type: 'messageSent' | 'messageReceived',
    { data, byteLength, blob }: CarriedMessage,
    cause: number | undefined,
  ): number {
    return this.#record('observed', { type, data, byteLength }, cause, blob !== undefined)
  }

  /** Completes events that carry a Blob when its bytes have been read. */
  #readLater({ blob }: CarriedMessage, seqs: readonly (number | undefined)[]): void {
    if (blob === undefined) return
    const known = seqs.filter((seq) => seq !== undefined)
    const { blobs, stream, changed } = this.#options
    const withBytes = (bytes: Uint8Array) => {
      const data: MessageData = { kind: 'binary', bytes }
      for (const seq of known) stream.complete(seq, (event) => carrying(event, data))
    }
    void blobs
      .read(blob)
      .then(withBytes)
      .catch(() => undefined)
      .then(() => {
        for (const seq of known) stream.release(seq)
        changed()
      })
  }

  #dataFrame({ data, byteLength }: CarriedMessage, masked: boolean): TraceFrame | undefined {
    return dataFrame(data, byteLength, masked, this.#options.browser.extensions(this.#socket))
  }

  #recordFrame(
    type: 'frameSent' | 'frameReceived',
    frame: TraceFrame | undefined,
    cause: number | undefined,
    isHeld = false,
  ): number | undefined {
    if (frame === undefined) return undefined
    return this.#record('reconstructed', { type, frame }, cause, isHeld)
  }

  #lookAtBuffer(cause?: number): void {
    const bufferedAmount = this.#options.browser.bufferedAmount(this.#socket)
    if (bufferedAmount !== this.#bufferedAmount) {
      this.#bufferedAmount = bufferedAmount
      this.#record('observed', { type: 'bufferedAmountChanged', bufferedAmount }, cause)
    }
    if (bufferedAmount === 0 || this.#state === CLOSED || this.#watchingBuffer) return
    this.#watchingBuffer = true
    this.#options.setTimeout(() => {
      this.#watchingBuffer = false
      this.#lookAtBuffer()
    }, BUFFER_INTERVAL)
  }
}
