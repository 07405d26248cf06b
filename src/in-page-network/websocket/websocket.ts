import { problemOfClose } from '../../core/protocol/index.ts'
import type { ReadyState } from '../../core/protocol/ready-state.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { TaskResult, Turn } from '../clock/clock.ts'
import type { SourcePosition } from '../../core/trace/event.ts'
import type { ConnectionEventDetails } from '../recording/connection-tap.ts'
import { connectionBaseOf } from '../recording/event-base.ts'
import { PropertyReads, READ_PROPERTIES } from '../../core/trace/property-reads.ts'
import type { WireMessage } from '../../core/trace/wire-reader.ts'
import { CallRecorder, type Callee } from '../web-api/call-recorder.ts'
import { ClientConnection, type Closing, type ConnectionUser } from './client-connection.ts'
import { sentTooLate } from './browser-lines.ts'
import { newCloseEvent } from './close-event.ts'
import { shapeAsInterface } from '../web-api/interface-object.ts'
import { addEventMembers, TargetEvents } from '../web-api/target-events.ts'
import { Outbox } from './outbox.ts'
import { lengthOf, toSendable } from './sendable.ts'
import { checkProtocols, refuseMixedContent, webSocketUrl } from './url.ts'
import {
  converting,
  requireArgument,
  toClampedUnsignedShort,
  toStringSequence,
  toUsvString,
} from '../web-api/web-idl.ts'

const CONNECTING = 0
const OPEN = 1
const CLOSING = 2
const CLOSED = 3

/**
 * Makes the `WebSocket` class of one network: the WHATWG standard (websockets.spec.whatwg.org) on
 * the in-page link. Step numbers are those of its section 3.1. One exception: `isTrusted` of its
 * events is false, for no script can make it true.
 */
export function createWebSocketClass(world: ClientWorld): typeof globalThis.WebSocket {
  const calls = new CallRecorder(world, 'WebSocket')
  const record = (
    id: string,
    details: ConnectionEventDetails,
    cause: number | undefined,
    source?: SourcePosition,
  ) => world.recorder.record({ ...connectionBaseOf(id, 'client', cause, source), ...details })
  /** Members check it, because they can be borrowed. */
  let isSocket: (value: object) => boolean = () => false
  let told: (socket: object, name: string, value: unknown) => void = () => undefined

  class WebSocket extends EventTarget {
    readonly #events = new TargetEvents(this, world)
    readonly #url: URL
    readonly #connection: ClientConnection
    readonly #outbox: Outbox
    readonly #reads = new PropertyReads()
    #readyState: ReadyState = CONNECTING
    #bufferedAmount = 0
    #binaryType: BinaryType = 'blob'
    #protocol = ''
    #extensions = ''

    constructor(...args: unknown[]) {
      super()
      const { url, protocols } = calls.check('constructor', args, {}, () => {
        const context = "Failed to construct 'WebSocket'"
        requireArgument(context, args)
        const [text, list] = converting(context, () => [
          toUsvString(args[0]),
          // Step 8 and Web IDL's default: an empty list.
          args[1] === undefined ? [] : toStringSequence(args[1]),
        ])
        const parsed = webSocketUrl(text, world.baseUrl())
        checkProtocols(list)
        if (world.isMixedContent(parsed)) refuseMixedContent()
        return { url: parsed, protocols: list }
      })
      this.#url = url
      const id = world.nextConnectionId('ws')
      const route = world.route(url)
      const call = calls.call('constructor', args, { connectionId: id })
      const routed = route.routedTo === undefined ? {} : { routedTo: route.routedTo }
      const page = world.page === undefined ? {} : { page: world.page }
      const made = { type: 'created', url: url.href, protocols, ...routed, ...page } as const
      const created = record(id, made, call)
      record(id, { type: 'readyStateChanged', to: CONNECTING }, created)
      // Step 12: in parallel.
      const user = this.#user()
      this.#connection = new ClientConnection(world, id, url, route, protocols, user, created)
      this.#outbox = new Outbox(world.clock)
      world.sockets.add(this, (payload) => this.#connection.ping(payload))
    }

    get url(): string {
      return this.#url.href
    }

    get readyState(): ReadyState {
      return this.#readyState
    }

    get bufferedAmount(): number {
      return this.#bufferedAmount
    }

    get extensions(): string {
      return this.#extensions
    }

    get protocol(): string {
      return this.#protocol
    }

    get binaryType(): BinaryType {
      return this.#binaryType
    }

    set binaryType(value: BinaryType) {
      calls.call('binaryType', [value], this.#callee())
      // An enumeration: another value changes nothing (Web IDL §3.6.10).
      const text = converting(
        "Failed to set the 'binaryType' property on 'WebSocket'",
        () => `${value as string}`,
      )
      if (text === 'blob' || text === 'arraybuffer') this.#binaryType = text
    }

    send(...args: unknown[]): void {
      const data = calls.check('send', args, this.#callee(), () => {
        const context = "Failed to execute 'send' on 'WebSocket'"
        requireArgument(context, args)
        const converted = converting(context, () => toSendable(args[0]))
        if (this.#readyState === CONNECTING) {
          throw new DOMException(`${context}: Still in CONNECTING state.`, 'InvalidStateError')
        }
        return converted
      })
      const call = calls.call('send', args, this.#callee())
      const byteLength = lengthOf(data)
      // A discarded message counts too, and is never subtracted again.
      this.#changeBufferedAmount(byteLength, call)
      if (this.#readyState !== OPEN) {
        record(
          this.#connection.id,
          { type: 'logEntryAdded', ...sentTooLate },
          call,
          world.observer.locate(),
        )
        return
      }
      this.#outbox.add(data, (octets) => {
        const message: WireMessage =
          typeof octets === 'string'
            ? { data: { kind: 'text', text: octets }, byteLength }
            : { data: { kind: 'binary', bytes: octets }, byteLength }
        let told = 0
        let leftOctets = 0
        this.#connection.send(octets, message, call, (left, total) => {
          leftOctets += left
          // `bufferedAmount` counts the payload without framing: its share of what has left.
          const done = Math.floor((byteLength * leftOctets) / total)
          this.#changeBufferedAmount(told - done, world.cause.current)
          told = done
        })
      })
    }

    close(...args: unknown[]): void {
      const { code, reason } = calls.check('close', args, this.#callee(), () => {
        const context = "Failed to execute 'close' on 'WebSocket'"
        const [given, text] = converting(context, () => [
          args[0] === undefined ? undefined : toClampedUnsignedShort(args[0]),
          args[1] === undefined ? '' : toUsvString(args[1]),
        ])
        const problem = problemOfClose(given, text)
        if (problem !== undefined) throw new DOMException(problem.message, problem.name)
        return { code: given, reason: text }
      })
      const call = calls.call('close', args, this.#callee())
      if (this.#readyState === CLOSING || this.#readyState === CLOSED) return
      const wasOpen = this.#readyState === OPEN
      this.#changeReadyState(CLOSING, call)
      // A reason without a code: the code is 1000.
      const sent = code ?? (reason === '' ? undefined : 1000)
      // Earlier messages leave first, also a Blob that is still being read.
      if (wasOpen) this.#outbox.whenEmpty(() => this.#connection.close(sent, reason, call))
      else this.#connection.close(sent, reason, call)
    }

    static {
      isSocket = (value) => #events in value
      told = (socket, name, value) => {
        const property = READ_PROPERTIES.find((known) => known === name)
        // It is called on sockets, and these properties are texts and numbers.
        const { id } = (socket as WebSocket).#connection
        if (property !== undefined)
          calls.read(id, (socket as WebSocket).#reads, property, value as string | number)
      }
      addEventMembers<WebSocket>(
        WebSocket.prototype,
        ['open', 'message', 'error', 'close'],
        (socket) => socket.#events,
        (socket, attribute, value) => calls.call(attribute, [value], socket.#callee()),
      )
    }

    /** The feedback from the protocol (§4): a task for each. */
    #user(): ConnectionUser {
      return {
        established: (protocol, extensions, cause) => {
          this.#events.queue(cause, (turn) => {
            // close() was called meanwhile; the connection then failed.
            if (this.#readyState !== CONNECTING) return undefined
            this.#changeReadyState(OPEN, cause)
            this.#extensions = extensions
            this.#protocol = protocol
            return this.#fire(new Event('open'), {}, cause, turn)
          })
        },
        message: (data, cause) => {
          this.#events.queue(cause, (turn) => {
            // Step 1: messages that arrive after close() are dropped.
            if (this.#readyState !== OPEN) return undefined
            const origin = this.#url.origin
            const event = new MessageEvent('message', { data: this.#toData(data), origin })
            const recorded =
              typeof data === 'string'
                ? { kind: 'text' as const, text: data }
                : { kind: 'binary' as const, bytes: data.slice() }
            return this.#fire(event, { data: recorded, origin }, cause, turn)
          })
        },
        closingStarted: (cause) => {
          this.#events.queue(cause, () => {
            if (this.#readyState !== CLOSED) this.#changeReadyState(CLOSING, cause)
          })
        },
        closed: (closing, cause) => {
          this.#events.queue(cause, (turn) => this.#closed(closing, cause, turn))
        },
      }
    }

    async #closed(closing: Closing, cause: number, turn: Turn): Promise<TaskResult> {
      const { code, reason, wasClean } = closing
      this.#changeReadyState(CLOSED, cause)
      if (closing.failed) {
        const finish = await this.#fire(new Event('error'), {}, cause, turn)
        await turn()
        finish?.()
      }
      const event = newCloseEvent({ code, reason, wasClean })
      return this.#fire(event, { code, reason, wasClean }, cause, turn)
    }

    #fire(event: Event, details: object, cause: number | undefined, turn: Turn) {
      return this.#events.fire(event, this.#connection.id, details, cause, turn)
    }

    #toData(data: string | Uint8Array): unknown {
      if (typeof data === 'string') return data
      const octets = data.slice()
      return this.#binaryType === 'blob' ? new Blob([octets]) : octets.buffer
    }

    #callee(): Callee {
      return { connectionId: this.#connection.id, readyState: this.#readyState }
    }

    #changeReadyState(to: ReadyState, cause: number | undefined): void {
      const from = this.#readyState
      if (from === to) return
      this.#readyState = to
      record(this.#connection.id, { type: 'readyStateChanged', from, to }, cause)
    }

    #changeBufferedAmount(by: number, cause: number | undefined): void {
      if (by === 0) return
      const bufferedAmount = (this.#bufferedAmount += by)
      record(this.#connection.id, { type: 'bufferedAmountChanged', bufferedAmount }, cause)
    }
  }

  const shaped = shapeAsInterface(WebSocket, {
    name: 'WebSocket',
    constants: { CONNECTING, OPEN, CLOSING, CLOSED },
    members: [
      'url',
      'readyState',
      'bufferedAmount',
      'onopen',
      'onerror',
      'onclose',
      'extensions',
      'protocol',
      'onmessage',
      'binaryType',
      'CONNECTING',
      'OPEN',
      'CLOSING',
      'CLOSED',
      'close',
      'send',
      'addEventListener',
      'removeEventListener',
    ],
    lengths: { addEventListener: 2, removeEventListener: 2, send: 1 },
    isInstance: isSocket,
    untold: world.untold,
    told,
  })
  // It has the constants, the constructor and the members of the interface: see the tests.
  return shaped as unknown as typeof globalThis.WebSocket
}
