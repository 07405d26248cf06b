/**
 * A client with the face of npm's `redis`, version 6: publish and subscribe, and the commands on keys
 * that a chat uses. `tests/interop/redis.external.test.ts` holds it against the real one. Over 300 lines:
 * one class, whose states are its own.
 */
import type { TaskResult } from '../clock/clock.ts'
import type { TraceEventDraft } from '../../core/trace/event.ts'
import { baseOf } from '../recording/event-base.ts'
import type { ServerWorld } from '../server/server-process.ts'
import type { BufferClass, EventsModule } from '../server/stream-types.ts'
import { BrokerLink } from './broker-link.ts'
import type { Push } from './broker.ts'
import { COMMANDS, NOT_SERVED } from './commands.ts'
import { ClientClosedError, DisconnectsClientError, SimpleError } from './redis-errors.ts'
import { ReplyFailure, type Reply } from './reply.ts'

export interface ClientOptions {
  readonly url?: string
  readonly RESP?: 2 | 3
  readonly socket?: { readonly host?: string; readonly port?: number }
}

export interface RedisWorld {
  readonly world: ServerWorld
  readonly events: EventsModule
  readonly Buffer: BufferClass
}

type MessageListener = (message: unknown, channel: unknown) => unknown
type SubscribeName = 'SUBSCRIBE' | 'PSUBSCRIBE'
/** Listeners, and whether each takes bytes. */
type Listeners = Map<MessageListener, boolean>

interface Waiting {
  readonly settle: (reply: Reply) => void
  readonly fail: (error: Error) => void
}

/** The port of Redis, which leads to the broker. */
const PORT = 6379
/** Milliseconds after which a refusal is known: there and back. */
const REFUSED_AFTER = 2
const MAX_RETRY_DELAY = 2000

const decoder = new TextDecoder()

/** The class of one program's clients. */
export function createClientClass({ world, events, Buffer }: RedisWorld) {
  const { EventEmitter } = events

  class Client extends EventEmitter {
    readonly #options: ClientOptions
    readonly #isReachable: boolean
    readonly #listeners = {
      SUBSCRIBE: new Map<string, Listeners>(),
      PSUBSCRIBE: new Map<string, Listeners>(),
    }
    #link: BrokerLink | undefined
    #state: 'closed' | 'connecting' | 'ready' | 'closing' = 'closed'
    /** What waits for the connection, in order. */
    #queue: (() => void)[] = []
    readonly #waiting = new Set<Waiting>()
    /** `close` waits for the last answer. */
    #drained: (() => void) | undefined

    constructor(options: ClientOptions) {
      super()
      this.#options = options
      this.#isReachable = portOf(options) === PORT
    }

    get isOpen(): boolean {
      return this.#state !== 'closed'
    }

    get isReady(): boolean {
      return this.#state === 'ready'
    }

    get isPubSubActive(): boolean {
      const { SUBSCRIBE, PSUBSCRIBE } = this.#listeners
      return SUBSCRIBE.size + PSUBSCRIBE.size > 0
    }

    get options(): ClientOptions {
      return this.#options
    }

    duplicate(overrides: ClientOptions = {}): Client {
      return new Client({ ...this.#options, ...overrides })
    }

    async connect(): Promise<this> {
      if (this.#state !== 'closed') throw new Error('Socket already opened')
      this.#state = 'connecting'
      await new Promise<void>((resolve, reject) => {
        if (this.#isReachable) this.#open(resolve)
        else this.#beRefused(0, reject)
      })
      return this
    }

    /** Waits for what is under way, then ends. */
    async close(): Promise<void> {
      if (this.#state === 'closed' || this.#state === 'closing') throw new ClientClosedError()
      this.#state = 'closing'
      if (this.#waiting.size > 0) await new Promise<void>((done) => (this.#drained = done))
      this.#end()
    }

    async quit(): Promise<unknown> {
      const answered = this.#ask(['QUIT'])
      this.#state = 'closing'
      const reply = await answered
      this.#end()
      return reply
    }

    destroy(): void {
      if (this.#state === 'closed') return
      const waiting = [...this.#waiting]
      this.#end()
      for (const { fail } of waiting) fail(new DisconnectsClientError())
    }

    async disconnect(): Promise<void> {
      this.destroy()
      await Promise.resolve()
    }

    subscribe(channels: unknown, listener: unknown, isBytes?: boolean): Promise<void> {
      return this.#subscribe('SUBSCRIBE', channels, listener, isBytes === true)
    }

    pSubscribe(patterns: unknown, listener: unknown, isBytes?: boolean): Promise<void> {
      return this.#subscribe('PSUBSCRIBE', patterns, listener, isBytes === true)
    }

    unsubscribe(channels?: unknown, listener?: unknown): Promise<void> {
      return this.#unsubscribe('SUBSCRIBE', channels, listener)
    }

    pUnsubscribe(patterns?: unknown, listener?: unknown): Promise<void> {
      return this.#unsubscribe('PSUBSCRIBE', patterns, listener)
    }

    async sendCommand(args: readonly unknown[]): Promise<unknown> {
      return this.#ask(args)
    }

    ref(): void {
      // A process of the page does not end when nothing is left to do.
    }

    unref(): void {
      // As above.
    }

    /** @throws what the real client rejects with. */
    async #ask(args: readonly unknown[]): Promise<Reply> {
      if (this.#state === 'closed' || this.#state === 'closing') throw new ClientClosedError()
      const texts = textsOf(args)
      const seq = record(texts)
      return new Promise((settle, fail) => {
        const waiting: Waiting = { settle, fail }
        this.#waiting.add(waiting)
        this.#whenReady(() => this.#send(texts, seq, waiting))
      })
    }

    #send(texts: readonly string[], seq: number, waiting: Waiting): void {
      this.#link?.send(texts, seq, (reply) => {
        this.#waiting.delete(waiting)
        if (reply instanceof ReplyFailure) waiting.fail(new SimpleError(reply.message))
        else waiting.settle(reply)
        if (this.#waiting.size === 0) this.#drained?.()
      })
    }

    #whenReady(run: () => void): void {
      if (this.#link !== undefined && this.#state !== 'connecting') run()
      else this.#queue.push(run)
    }

    async #subscribe(
      command: SubscribeName,
      names: unknown,
      listener: unknown,
      isBytes: boolean,
    ): Promise<void> {
      // A listener that is none fails when a message comes, as in the real client.
      const take = listener as MessageListener
      const known = this.#listeners[command]
      const fresh: string[] = []
      for (const name of listOf(names)) {
        const listeners = known.get(name)
        if (listeners === undefined) fresh.push(name)
        ;(listeners ?? made(known, name)).set(take, isBytes)
      }
      if (fresh.length === 0) return
      if (this.#state === 'closed') {
        // It is sent once the program connects.
        const texts = [command, ...fresh]
        const seq = record(texts)
        await new Promise<Reply>((settle, fail) => {
          const waiting: Waiting = { settle, fail }
          this.#queue.push(() => {
            this.#waiting.add(waiting)
            this.#send(texts, seq, waiting)
          })
        })
      } else await this.#ask([command, ...fresh])
    }

    async #unsubscribe(command: SubscribeName, names: unknown, listener: unknown): Promise<void> {
      const known = this.#listeners[command]
      const gone: string[] = []
      for (const name of names === undefined ? [...known.keys()] : listOf(names)) {
        const listeners = known.get(name)
        if (listener !== undefined) listeners?.delete(listener as MessageListener)
        if (listeners === undefined || (listener !== undefined && listeners.size > 0)) continue
        known.delete(name)
        gone.push(name)
      }
      if (gone.length > 0) await this.#ask([UNDOES[command], ...gone])
    }

    #open(resolve: () => void): void {
      this.#link = new BrokerLink(world, this.#options.RESP === 2, {
        connected: () => {
          this.#state = 'ready'
          this.emit('connect')
          this.emit('ready')
          for (const run of this.#queue.splice(0)) run()
          resolve()
        },
        pushed: (push) => this.#pushed(push),
      })
    }

    #beRefused(retries: number, reject: (error: Error) => void): void {
      const { host = 'localhost' } = this.#options.socket ?? {}
      const port = portOf(this.#options)
      const address = `${host === 'localhost' ? '127.0.0.1' : host}:${String(port)}`
      const error = Object.assign(new Error(`connect ECONNREFUSED ${address}`), {
        ...{ code: 'ECONNREFUSED', syscall: 'connect', port },
      })
      world.clock.setTimer(() => {
        if (this.#state !== 'connecting') {
          reject(error)
          return undefined
        }
        const delay = Math.min(2 ** retries * 50, MAX_RETRY_DELAY)
        try {
          this.emit('error', error)
        } catch (thrown) {
          world.life.threw(thrown)
        }
        world.clock.setTimer(() => {
          if (this.#state === 'connecting') this.emit('reconnecting')
          this.#beRefused(retries + 1, reject)
          return undefined
        }, delay)
        return undefined
      }, REFUSED_AFTER)
    }

    #pushed({ channel, text, pattern, cause }: Push): TaskResult {
      const ofPattern = pattern === undefined ? {} : { pattern }
      const draft = { type: 'messageDelivered', channel, text, ...ofPattern } as const
      const seq = recordDraft({ ...baseOf('server', cause), ...draft })
      world.cause.current = seq
      const { observer } = world.client
      observer.dispatching(seq)
      const known = this.#listeners[pattern === undefined ? 'SUBSCRIBE' : 'PSUBSCRIBE']
      const given = (isBytes: boolean) => (value: string) => (isBytes ? Buffer.from(value) : value)
      try {
        for (const [listener, isBytes] of [...(known.get(pattern ?? channel) ?? [])]) {
          const as = given(isBytes)
          listener(as(text), as(channel))
        }
      } catch (error) {
        this.emit('error', error)
      }
      return () => observer.dispatched(seq)
    }

    #end(): void {
      this.#link?.close()
      this.#link = undefined
      this.#waiting.clear()
      this.#queue = []
      this.#state = 'closed'
      this.#listeners.SUBSCRIBE.clear()
      this.#listeners.PSUBSCRIBE.clear()
      this.emit('end')
    }

    static {
      for (const [method, { name, fewest = 1, encode, decode }] of Object.entries(COMMANDS))
        Object.defineProperty(this.prototype, method, {
          ...{ configurable: true, writable: true },
          async value(this: Client, ...args: unknown[]): Promise<unknown> {
            while (args.length < fewest) args.push(undefined)
            const reply = await this.#ask([name, ...(encode?.(...args) ?? args.flat())])
            return decode === undefined ? reply : decode(reply)
          },
        })
      for (const method of NOT_SERVED)
        Object.defineProperty(this.prototype, method, {
          ...{ configurable: true, writable: true },
          value() {
            const served = 'publish and subscribe, texts, counters, lists, sets and hashes'
            throw new Error(`The broker of this page has no ${method}(): it has ${served}.`)
          },
        })
    }
  }

  function recordDraft(draft: TraceEventDraft): number {
    return world.recorder.record(draft)
  }

  /** What the program asks for, where it asks. */
  function record([command = '', ...args]: readonly string[]): number {
    const base = baseOf('server', world.cause.current, world.locate())
    const [channel = '', text = ''] = args
    return recordDraft(
      command === 'PUBLISH'
        ? { ...base, type: 'messagePublished', channel, text }
        : { ...base, type: 'brokerCommand', command, text: args.join(' ') },
    )
  }

  return Client
}

const UNDOES = { SUBSCRIBE: 'UNSUBSCRIBE', PSUBSCRIBE: 'PUNSUBSCRIBE' } as const

function made(known: Map<string, Listeners>, name: string): Listeners {
  const listeners: Listeners = new Map()
  known.set(name, listeners)
  return listeners
}

const listOf = (names: unknown): readonly string[] =>
  textsOf(Array.isArray(names) ? (names as readonly unknown[]) : [names])

/** @throws TypeError in the words of the real client, whose arguments are counted with the command. */
function textsOf(args: readonly unknown[]): readonly string[] {
  return args.map((value, index) => {
    if (typeof value === 'string') return value
    if (value instanceof Uint8Array) return decoder.decode(value)
    throw new TypeError(
      `"arguments[${String(index)}]" must be of type "string | Buffer", got ${typeof value} instead.`,
    )
  })
}

/** @throws TypeError for a URL of something else. */
function portOf({ url, socket }: ClientOptions): number {
  if (url === undefined) return socket?.port ?? PORT
  const { protocol, port } = new URL(url)
  if (protocol !== 'redis:' && protocol !== 'rediss:')
    throw new TypeError(
      `Protocol - ${protocol} - is not a valid Redis protocol. Expected redis: or rediss:`,
    )
  return port === '' ? PORT : Number(port)
}
