import type { ServerWorld } from './server-process.ts'
import type { EventEmitter } from './stream-types.ts'

/** What `ws` exports, as far as this file knows it. */
interface WebSocketPackage {
  readonly Receiver: { readonly prototype: EventEmitter }
}

interface ReadingSocket {
  /** The receipt of the message or control frame that comes next. */
  takeReceipt(): number | undefined
}

/** What a receiver of `ws` emits for one message or one control frame. */
const OF_ONE_FRAME: ReadonlySet<string> = new Set(['message', 'ping', 'pong'])

/**
 * One read may hold many messages. Before `ws` emits each, it becomes the cause of what follows: of
 * what its listeners print and send.
 */
export function causePerMessage({ Receiver }: WebSocketPackage, world: ServerWorld): void {
  const { prototype } = Receiver
  const { emit } = prototype
  let key: symbol | undefined
  const socketOf = (receiver: object): ReadingSocket | undefined => {
    // The one symbol of `lib/constants.js` under which a receiver keeps its WebSocket.
    key ??= Object.getOwnPropertySymbols(receiver).find(
      ({ description }) => description === 'websocket',
    )
    const webSocket: unknown = key === undefined ? undefined : Reflect.get(receiver, key)
    if (typeof webSocket !== 'object' || webSocket === null) return undefined
    // `ws` keeps the `net.Socket` that it reads here: one of ours, or nothing once it is closed.
    return Reflect.get(webSocket, '_socket') as ReadingSocket | undefined
  }
  prototype.emit = function (this: object, event: string, ...values: unknown[]): boolean {
    if (OF_ONE_FRAME.has(event)) {
      world.cause.current = socketOf(this)?.takeReceipt() ?? world.cause.current
    }
    return Reflect.apply(emit, this, [event, ...values])
  }
}
