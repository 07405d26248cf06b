/** Records the calls and events of one native WebSocket. */
import type { ReadyState } from '../../core/protocol/ready-state.ts'
import type {
  MessageData,
  SourcePosition,
  TraceEvent,
  TraceEventDraft,
  TraceFrame,
} from '../../core/trace/event.ts'
import type { BlobReader } from './blob-reader.ts'
import type { Browser, SocketEventType } from './browser.ts'
import { carriedBy, carrying, type CarriedMessage } from './carried-message.ts'
import type { ListenerCounts } from './listeners.ts'
import { closeFrame, dataFrame, requestHeaders, responseHeaders } from './reconstruction.ts'

/** What the observation needs of its world. */
export interface SocketObservation {
  record(event: TraceEventDraft): number
  /** Records an event and holds it, with all later ones, until it is released. */
  recordHeld(event: TraceEventDraft): number
  complete(seq: number, complete: (event: TraceEvent) => TraceEvent): void
  release(seq: number): void
  locate(): SourcePosition | undefined
  dispatching(seq: number): void
  dispatched(seq: number): void
  /** Resolves in a new turn of the event loop. */
  nextTurn(): Promise<void>
  /** The browser's own; its timers are not recorded. */
  setTimeout(callback: () => void, delay: number): void
  /** Called when a socket was closed. */
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

type MessageRow = Omit<
  Extract<TraceEventDraft, { type: 'messageSent' | 'messageReceived' }>,
  'side' | 'connectionId' | 'provenance'
>

type WithoutConnection<E> = E extends TraceEventDraft ? Omit<E, 'side' | 'connectionId'> : never
type Row = WithoutConnection<Extract<TraceEventDraft, { connectionId: string }>>

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

  #record(row: Row, { held } = { held: false }): number {
    const { record, recordHeld } = this.#options
    const draft = { ...row, side: 'client', connectionId: this.connectionId } as const
    return held ? recordHeld(draft) : record(draft)
  }

  constructed(cause: number): void {
    const { url, protocols, routedTo } = this.#options
    const created = this.#record({
      type: 'created',
      provenance: 'observed',
      url,
      protocols,
      ...(routedTo !== undefined && { routedTo }),
      cause,
    })
    this.#record({ type: 'readyStateChanged', provenance: 'observed', to: 0, cause: created })
    const target = new URL(routedTo ?? url)
    this.#record({
      type: 'willSendHandshakeRequest',
      provenance: 'reconstructed',
      method: 'GET',
      target: target.pathname + target.search,
      headers: requestHeaders(target, protocols),
      byteLength: 0,
      cause: created,
    })
  }

  /** Called after `send` returned. After OPEN, `send` only adds to `bufferedAmount`. */
  sent(cause: number, value: unknown, before: ReadyState): void {
    if (before === OPEN) {
      const message = carriedBy(value, this.#options.browser)
      const { data, byteLength } = message
      const seq = this.#recordMessage(message, { type: 'messageSent', data, byteLength, cause })
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
    const cause = this.#record({
      type: 'handshakeResponseReceived',
      provenance: 'reconstructed',
      status: 101,
      statusText: 'Switching Protocols',
      headers: responseHeaders(protocol, extensions),
      byteLength: 0,
    })
    this.#recordState(OPEN, cause)
    this.#fired('open', { cause })
  }

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    const { browser } = this.#options
    const message = carriedBy(browser.data(event), browser)
    const { data, byteLength } = message
    const frame = this.#recordFrame('frameReceived', this.#dataFrame(message, false), undefined, {
      held: message.blob !== undefined,
    })
    const seq = this.#recordMessage(message, {
      type: 'messageReceived',
      data,
      byteLength,
      ...(frame !== undefined && { cause: frame }),
    })
    const fired = this.#fired('message', { cause: seq, data, origin: this.origin })
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
        this.#record({
          type: 'readyStateChanged',
          provenance: 'reconstructed',
          from: this.#state,
          to: CLOSING,
          ...(cause !== undefined && { cause }),
        })
        this.#state = CLOSING
      }
      // Browsers echo the code and reason.
      if (!this.#closeSent) this.#recordFrame('frameSent', closeFrame(code, reason, true), cause)
      cause = this.#record({
        type: 'transportClosed',
        provenance: 'reconstructed',
        how: 'fin',
        by: 'server',
      })
    }
    this.#recordState(CLOSED, cause)
    const closed = this.#record({ type: 'closed', provenance: 'observed', code, reason, wasClean })
    this.#options.closed()
    this.#fired('close', { cause: closed, code, reason, wasClean })
  }

  /** The program's listeners run next; after them a new turn begins. */
  #fired(
    eventType: SocketEventType,
    details: Partial<Extract<TraceEventDraft, { type: 'eventFired' }>>,
  ): number {
    const { browser, listeners, dispatching, dispatched, nextTurn } = this.#options
    const hasHandler = browser.hasHandler(this.#socket, eventType)
    const count = listeners.dispatched(this.#socket, eventType)
    const seq = this.#record({
      type: 'eventFired',
      provenance: 'observed',
      eventType,
      listeners: count + (hasHandler ? 1 : 0),
      ...details,
    })
    dispatching(seq)
    void nextTurn().then(() => dispatched(seq))
    return seq
  }

  #recordState(to: ReadyState, cause?: number): void {
    const from = this.#state
    if (to === from) return
    this.#state = to
    this.#record({
      type: 'readyStateChanged',
      provenance: 'observed',
      from,
      to,
      ...(cause !== undefined && { cause }),
    })
  }

  #recordMessage(message: CarriedMessage, row: MessageRow): number {
    return this.#record({ ...row, provenance: 'observed' }, { held: message.blob !== undefined })
  }

  /** Completes events that carry a Blob when its bytes have been read. */
  #readLater({ blob }: CarriedMessage, seqs: readonly (number | undefined)[]): void {
    if (blob === undefined) return
    const known = seqs.filter((seq) => seq !== undefined)
    const { blobs, complete, release } = this.#options
    const withBytes = (bytes: Uint8Array) => {
      const data: MessageData = { kind: 'binary', bytes }
      for (const seq of known) complete(seq, (event) => carrying(event, data))
    }
    void blobs
      .read(blob)
      .then(withBytes)
      .catch(() => undefined)
      .then(() => known.forEach(release))
  }

  #dataFrame({ data, byteLength }: CarriedMessage, masked: boolean): TraceFrame | undefined {
    return dataFrame(data, byteLength, masked, this.#options.browser.extensions(this.#socket))
  }

  #recordFrame(
    type: 'frameSent' | 'frameReceived',
    frame: TraceFrame | undefined,
    cause: number | undefined,
    options = { held: false },
  ): number | undefined {
    if (frame === undefined) return undefined
    const row = { type, frame, ...(cause !== undefined && { cause }) }
    return this.#record({ ...row, provenance: 'reconstructed' }, options)
  }

  #lookAtBuffer(cause?: number): void {
    const bufferedAmount = this.#options.browser.bufferedAmount(this.#socket)
    if (bufferedAmount !== this.#bufferedAmount) {
      this.#bufferedAmount = bufferedAmount
      this.#record({
        type: 'bufferedAmountChanged',
        provenance: 'observed',
        bufferedAmount,
        ...(cause !== undefined && { cause }),
      })
    }
    if (bufferedAmount === 0 || this.#state === CLOSED || this.#watchingBuffer) return
    this.#watchingBuffer = true
    this.#options.setTimeout(() => {
      this.#watchingBuffer = false
      this.#lookAtBuffer()
    }, BUFFER_INTERVAL)
  }
}
