/** The browser's functions that the observation uses, taken before a program can replace them. */
import type { ReadyState } from '../../core/protocol/ready-state.ts'

type Getter<T, V> = (of: T) => V

export interface Browser {
  readonly readyState: Getter<WebSocket, ReadyState>
  readonly bufferedAmount: Getter<WebSocket, number>
  readonly url: Getter<WebSocket, string>
  readonly protocol: Getter<WebSocket, string>
  readonly extensions: Getter<WebSocket, string>
  readonly hasHandler: (socket: WebSocket, type: SocketEventType) => boolean
  readonly listen: <T extends SocketEventType>(
    socket: WebSocket,
    type: T,
    listener: (event: WebSocketEventMap[T]) => void,
  ) => void
  readonly target: Getter<Event, EventTarget | null>
  readonly data: Getter<MessageEvent<unknown>, unknown>
  readonly code: Getter<CloseEvent, number>
  readonly reason: Getter<CloseEvent, string>
  readonly wasClean: Getter<CloseEvent, boolean>
  readonly isAborted: Getter<AbortSignal, boolean>
  readonly isBlob: (value: unknown) => value is Blob
  /** A buffer or a view of one; shared memory too. */
  readonly isBinary: (value: unknown) => value is ArrayBufferLike | ArrayBufferView
  readonly blobSize: Getter<Blob, number>
  readonly blobBytes: (blob: Blob) => Promise<ArrayBuffer>
}

export type SocketEventType = 'open' | 'message' | 'error' | 'close'

const { apply, getOwnPropertyDescriptor } = Reflect
const { isView } = ArrayBuffer

export function takeBrowser(realm: typeof globalThis): Browser {
  const socket = realm.WebSocket.prototype
  const { addEventListener } = realm.EventTarget.prototype
  const { arrayBuffer } = realm.Blob.prototype
  const handlers = {
    open: getter(socket, 'onopen'),
    message: getter(socket, 'onmessage'),
    error: getter(socket, 'onerror'),
    close: getter(socket, 'onclose'),
  }
  const readyState = getter(socket, 'readyState')
  const blobSize = getter(realm.Blob.prototype, 'size')
  const bufferSizes: Getter<never, unknown>[] = [getter(realm.ArrayBuffer.prototype, 'byteLength')]
  // Missing unless the document is cross-origin isolated.
  const { SharedArrayBuffer: Shared } = realm as Partial<typeof globalThis>
  if (Shared !== undefined) bufferSizes.push(getter(Shared.prototype, 'byteLength'))

  return {
    // One of the standard's four values.
    readyState: (of) => readyState(of) as ReadyState,
    bufferedAmount: getter(socket, 'bufferedAmount'),
    url: getter(socket, 'url'),
    protocol: getter(socket, 'protocol'),
    extensions: getter(socket, 'extensions'),
    hasHandler: (of, type) => handlers[type](of) !== null,
    // Capturing listeners run before all others, and ours runs before theirs.
    listen: (to, type, listener) => apply(addEventListener, to, [type, listener, true]),
    target: getter(realm.Event.prototype, 'target'),
    data: getter(realm.MessageEvent.prototype, 'data'),
    code: getter(realm.CloseEvent.prototype, 'code'),
    reason: getter(realm.CloseEvent.prototype, 'reason'),
    wasClean: getter(realm.CloseEvent.prototype, 'wasClean'),
    isAborted: getter(realm.AbortSignal.prototype, 'aborted'),
    isBlob: (value): value is Blob => isOfKind(value, [blobSize]),
    isBinary: (value): value is ArrayBufferLike | ArrayBufferView =>
      isView(value) || isOfKind(value, bufferSizes),
    blobSize,
    // A method of every Blob.
    blobBytes: (blob) => apply(arrayBuffer, blob, []) as Promise<ArrayBuffer>,
  }
}

/** Whether one of these getters accepts it. Unlike `instanceof`, no code of the program runs. */
function isOfKind(value: unknown, getters: readonly Getter<never, unknown>[]): boolean {
  if (typeof value !== 'object' || value === null) return false
  return getters.some((get) => {
    try {
      get(value as never)
      return true
    } catch {
      return false
    }
  })
}

function getter<T extends object, K extends keyof T>(prototype: T, name: K): Getter<T, T[K]> {
  const { get } = getOwnPropertyDescriptor(prototype, name) ?? {}
  if (get === undefined) throw new TypeError(`This browser has no ${String(name)} where it belongs`)
  // The attribute's getter returns a value of its declared type.
  return (of) => apply(get, of, []) as T[K]
}
