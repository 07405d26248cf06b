import type { Header, MessageData } from '../../core/trace/event.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { ClockTimer, Turn } from '../clock/clock.ts'
import { connectionBaseOf } from '../recording/event-base.ts'
import { includesCredentials } from '../http/includes-credentials.ts'
import type { HttpClient } from '../http/http-client.ts'
import { CallRecorder } from '../web-api/call-recorder.ts'
import { shapeAsInterface } from '../web-api/interface-object.ts'
import { addEventMembers, TargetEvents } from '../web-api/target-events.ts'
import { requireArgument, toUsvString } from '../web-api/web-idl.ts'
import { EventStreamParser, isEventStream, type StreamEvent } from '../http/event-stream.ts'

const CONNECTING = 0
const OPEN = 1
const CLOSED = 2
type State = typeof CONNECTING | typeof OPEN | typeof CLOSED

/** As Chromium waits before it connects again, milliseconds, unless the stream says how long. */
const RECONNECTION_TIME = 3_000

/**
 * Makes the `EventSource` class of one network (HTML §9.2) over the in-page link. `isTrusted` of
 * its events is false, for no script can make it true.
 */
export function createEventSourceClass(
  world: ClientWorld,
  client: HttpClient,
): typeof globalThis.EventSource {
  const calls = new CallRecorder(world, 'EventSource')
  /** Members check it, because they can be borrowed. */
  let isSource: (value: object) => boolean = () => false

  class EventSource extends EventTarget {
    readonly #events = new TargetEvents(this, world)
    readonly #url: URL
    readonly #withCredentials: boolean
    #readyState: State = CONNECTING
    #reconnectionTime = RECONNECTION_TIME
    #lastEventId = ''
    #giveUp: () => void = () => undefined
    #reconnection: ClockTimer | undefined

    constructor(...args: unknown[]) {
      super()
      const { url, withCredentials } = calls.check('constructor', args, {}, () => {
        const context = "Failed to construct 'EventSource'"
        requireArgument(context, args)
        const text = toUsvString(args[0])
        if (!URL.canParse(text, world.baseUrl())) {
          throw new DOMException(
            `${context}: Cannot open an EventSource to '${text}'. The URL is invalid.`,
            'SyntaxError',
          )
        }
        const init: unknown = args[1]
        const isObject = typeof init === 'object' && init !== null
        return {
          url: new URL(text, world.baseUrl()),
          withCredentials: isObject && Boolean(Reflect.get(init, 'withCredentials')),
        }
      })
      this.#url = url
      this.#withCredentials = withCredentials
      this.#connect(calls.call('constructor', args, {}))
    }

    get url(): string {
      return this.#url.href
    }

    get withCredentials(): boolean {
      return this.#withCredentials
    }

    get readyState(): State {
      return this.#readyState
    }

    close(): void {
      calls.call('close', [], {})
      this.#end()
    }

    static {
      isSource = (value) => #events in value
      addEventMembers<EventSource>(
        EventSource.prototype,
        ['open', 'message', 'error'],
        (source) => source.#events,
        (_source, attribute, value) => calls.call(attribute, [value], {}),
      )
    }

    #connect(cause: number | undefined): void {
      const isHttp = ['http:', 'https:'].includes(this.#url.protocol)
      if (!isHttp || includesCredentials(this.#url) || world.isMixedContent(this.#url)) {
        this.#events.queue(cause, (turn) => this.#fail(undefined, cause, turn))
        return
      }
      let parser: EventStreamParser | undefined
      let connectionId: string | undefined
      this.#giveUp = client.send(
        {
          method: 'GET',
          url: this.#url,
          headers: [
            ['Accept', 'text/event-stream'],
            ['Cache-Control', 'no-cache'],
            ...(this.#lastEventId === '' ? [] : [lastEventIdField(this.#lastEventId)]),
          ],
          body: undefined,
          redirect: 'follow',
          credentials: this.#withCredentials ? 'include' : 'same-origin',
          cause,
        },
        {
          response: (response, seq) => {
            connectionId = response.connectionId
            if (!isEventStream(response.head)) {
              this.#giveUp()
              this.#events.queue(seq, (turn) => this.#fail(connectionId, seq, turn))
              return
            }
            parser = this.#parser(response.connectionId, response.url.origin)
            this.#events.queue(seq, (turn) => this.#announce(response.connectionId, seq, turn))
          },
          data: (data) => parser?.push(data),
          end: (seq) => {
            this.#events.queue(seq, (turn) => this.#reestablish(connectionId, seq, turn))
          },
          failed: (_reason, id, seq) => {
            this.#events.queue(seq, (turn) => this.#reestablish(id, seq, turn))
          },
        },
      )
    }

    #parser(connectionId: string, origin: string): EventStreamParser {
      // The clock has set the cause of the octets that are being read.
      return new EventStreamParser(
        {
          event: (event) => {
            const cause = world.cause.current
            this.#events.queue(cause, (turn) =>
              this.#dispatch(event, connectionId, origin, cause, turn),
            )
          },
          retry: (milliseconds) => {
            this.#reconnectionTime = milliseconds
          },
        },
        this.#lastEventId,
      )
    }

    /** "Announce the connection". */
    #announce(connectionId: string, cause: number | undefined, turn: Turn) {
      if (this.#readyState === CLOSED) return undefined
      this.#readyState = OPEN
      return this.#fire(new Event('open'), connectionId, cause, turn)
    }

    /** "Reestablish the connection": wait, then ask again. */
    #reestablish(connectionId: string | undefined, cause: number | undefined, turn: Turn) {
      if (this.#readyState === CLOSED) return undefined
      this.#readyState = CONNECTING
      this.#reconnection = world.clock.setTimer(() => {
        if (this.#readyState === CONNECTING) this.#connect(undefined)
      }, this.#reconnectionTime)
      return this.#fire(new Event('error'), connectionId, cause, turn)
    }

    /** "Fail the connection": for good. */
    #fail(connectionId: string | undefined, cause: number | undefined, turn: Turn) {
      if (this.#readyState === CLOSED) return undefined
      this.#end()
      return this.#fire(new Event('error'), connectionId, cause, turn)
    }

    #end(): void {
      this.#readyState = CLOSED
      this.#reconnection?.clear()
      this.#giveUp()
    }

    #dispatch(
      { type, data, lastEventId }: StreamEvent,
      connectionId: string,
      origin: string,
      cause: number | undefined,
      turn: Turn,
    ) {
      if (this.#readyState === CLOSED) return undefined
      this.#lastEventId = lastEventId
      const base = connectionBaseOf(connectionId, 'client', cause)
      const details = { type: 'eventSourceMessage', eventType: type, data, lastEventId } as const
      const seq = world.recorder.record({ ...base, ...details })
      const event = new MessageEvent(type, { data, origin, lastEventId })
      if (type !== 'message') return this.#events.run(event, seq, turn)
      const text: MessageData = { kind: 'text', text: data }
      return this.#events.fire(event, connectionId, { data: text, origin }, seq, turn)
    }

    /** Without a connection there is nothing to record the event on. */
    #fire(event: Event, connectionId: string | undefined, cause: number | undefined, turn: Turn) {
      return connectionId === undefined
        ? this.#events.dispatch(event, turn)
        : this.#events.fire(event, connectionId, {}, cause, turn)
    }
  }

  const shaped = shapeAsInterface(EventSource, {
    name: 'EventSource',
    constants: { CONNECTING, OPEN, CLOSED },
    members: [
      'url',
      'withCredentials',
      'readyState',
      'onopen',
      'onmessage',
      'onerror',
      'CONNECTING',
      'OPEN',
      'CLOSED',
      'close',
      'addEventListener',
      'removeEventListener',
    ],
    lengths: { addEventListener: 2, removeEventListener: 2 },
    isInstance: isSource,
    untold: world.untold,
  })
  // It has the constants, the constructor and the members of the interface: see the tests.
  return shaped as unknown as typeof globalThis.EventSource
}

/** The id as UTF-8, with one character for each octet. */
function lastEventIdField(id: string): Header {
  return ['Last-Event-ID', String.fromCharCode(...new TextEncoder().encode(id))]
}
