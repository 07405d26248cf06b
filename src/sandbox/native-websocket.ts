/**
 * A browser's own WebSocket, observed.
 *
 * Proxies on the constructor, and on methods and accessors of the prototype, leave no difference
 * that a program could notice. The native method is called first and recorded after, so that its
 * exceptions are untouched.
 */
import { copyValue } from '../core/trace/copy-value.ts'
import type { ReadyState } from '../core/trace/event.ts'
import { ListenerCounts } from './native-websocket/listeners.ts'
import { ObservedSocket, type SocketObservation } from './native-websocket/observed-socket.ts'

export interface NativeWebSocketOptions extends SocketObservation {
  /**
   * The `ws:` or `wss:` URL that a socket connects to, whatever URL the program names. Undefined:
   * each connects where it says.
   */
  readonly route: ((connectionId: string) => string) | undefined
}

export interface ObservedWebSockets {
  /** Sockets that are not CLOSED. */
  readonly open: number
}

type Window = typeof globalThis

const ATTRIBUTES = ['onopen', 'onmessage', 'onerror', 'onclose', 'binaryType'] as const

/** Puts the observation into a window. Its `WebSocket` is still the browser's. */
export function observeWebSockets(
  window: Window,
  options: NativeWebSocketOptions,
): ObservedWebSockets {
  const { record, locate, route } = options
  const native = window.WebSocket
  const prototype = native.prototype
  const sockets = new WeakMap<object, ObservedSocket>()
  const listeners = new ListenerCounts()
  let count = 0
  let open = 0

  const recordCall = (
    socket: ObservedSocket | undefined,
    method: string,
    values: readonly unknown[],
    readyState: ReadyState | undefined,
    thrown?: { readonly error: unknown },
  ): number => {
    const source = locate()
    return record({
      type: 'apiCall',
      side: 'client',
      provenance: 'observed',
      api: 'WebSocket',
      method,
      arguments: values.map(copyValue),
      ...(socket && { connectionId: socket.connectionId }),
      ...(readyState !== undefined && { readyState }),
      ...(thrown && { exception: describe(thrown.error) }),
      ...(source && { source }),
    })
  }

  const nativeUrl = getterOf(prototype, 'url')

  const proxy: typeof WebSocket = new Proxy(native, {
    construct(_target, values: unknown[], newTarget): object {
      const [url, protocols] = values
      // Converted once: what is converted may be an object that notices.
      const address = values.length > 0 ? converted(url) : undefined
      const wanted = protocolList(protocols)
      const own =
        typeof address === 'string' ? parseUrl(address, window.document.baseURI) : undefined
      const routed = own !== undefined && route !== undefined
      count += 1
      const number = count
      const connectionId = `ws-${number}`
      const passed =
        address === undefined
          ? values
          : [
              routed ? route(connectionId) : address,
              ...(values.length > 1 ? [wanted ?? protocols] : []),
            ]
      let made: object
      try {
        made = Reflect.construct(native, passed, newTarget) as object
      } catch (error) {
        // The next one may have its name, unless there is a next one: `newTarget` can be a proxy.
        if (count === number) count -= 1
        recordCall(undefined, 'constructor', values, undefined, { error })
        throw error
      }
      // What the native constructor makes is a WebSocket, also for a subclass.
      const socket = made as WebSocket
      open += 1
      const observed = new ObservedSocket(socket, {
        ...options,
        connectionId,
        url: routed ? own.href : nativeUrl(socket),
        routedTo: routed ? nativeUrl(socket) : undefined,
        protocols: wanted ?? [],
        listeners,
        closed: () => {
          open -= 1
          options.changed()
        },
      })
      sockets.set(socket, observed)
      observed.constructed(recordCall(observed, 'constructor', values, undefined))
      return socket
    },
  })
  redefine(prototype, 'constructor', { value: proxy })
  redefine(window, 'WebSocket', { value: proxy })

  wrapMethod(prototype, 'send', (call, target, values) => {
    const socket = sockets.get(target)
    if (socket === undefined) return call(values)
    const passed = values.length === 0 ? values : [sendable(values[0])]
    const before = socket.readyState
    try {
      call(passed)
    } catch (error) {
      recordCall(socket, 'send', values, before, { error })
      throw error
    }
    socket.sent(recordCall(socket, 'send', values, before), passed[0], before)
    return undefined
  })

  wrapMethod(prototype, 'close', (call, target, values) => {
    const socket = sockets.get(target)
    if (socket === undefined) return call(values)
    const before = socket.readyState
    try {
      call(values)
    } catch (error) {
      recordCall(socket, 'close', values, before, { error })
      throw error
    }
    const [code, reason] = values
    const cause = recordCall(socket, 'close', values, before)
    socket.closing(cause, before, code === undefined ? 1005 : Number(code), String(reason ?? ''))
    return undefined
  })

  for (const name of ATTRIBUTES) {
    const { set } = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
    if (set === undefined) continue
    const observedSet = new Proxy(set, {
      apply(target, receiver: object, values: unknown[]) {
        Reflect.apply(target, receiver, values)
        const socket = sockets.get(receiver)
        if (socket) recordCall(socket, name, values, socket.readyState)
      },
    })
    redefine(prototype, name, { set: observedSet })
  }

  wrapMethod(window.EventTarget.prototype, 'addEventListener', (call, target, values) => {
    call(values)
    const [type, callback, more] = values
    if (sockets.has(target)) listeners.add(target, String(type), callback, more)
  })
  wrapMethod(window.EventTarget.prototype, 'removeEventListener', (call, target, values) => {
    call(values)
    const [type, callback, more] = values
    if (sockets.has(target)) listeners.remove(target, String(type), callback, more)
  })

  if (route !== undefined) {
    wrapGetter(prototype, 'url', (target) => sockets.get(target)?.url)
    wrapGetter(window.MessageEvent.prototype, 'origin', (event) =>
      event instanceof MessageEvent && event.target ? sockets.get(event.target)?.origin : undefined,
    )
  }

  return {
    get open() {
      return open
    },
  }
}

/** What `send` takes as it is; anything else becomes a text, once. */
function sendable(value: unknown): unknown {
  const isBinary =
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    Object.prototype.toString.call(value) === '[object SharedArrayBuffer]'
  return isBinary ? value : converted(value)
}

/** Converted to a text as Web IDL does; what it refuses is left for the native method to refuse. */
function converted(value: unknown): unknown {
  return typeof value === 'symbol' ? value : String(value)
}

/** The WHATWG URL steps of the constructor; undefined where they end in an exception. */
function parseUrl(text: string, base: string): URL | undefined {
  if (!URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  if (url.protocol === 'http:') url.protocol = 'ws:'
  else if (url.protocol === 'https:') url.protocol = 'wss:'
  const isWebSocket = url.protocol === 'ws:' || url.protocol === 'wss:'
  return isWebSocket && !url.href.includes('#') ? url : undefined
}

function protocolList(protocols: unknown): string[] | undefined {
  if (protocols === undefined) return []
  if (typeof protocols === 'object' && protocols !== null && Symbol.iterator in protocols) {
    // Web IDL's sequence: any iterable, read once.
    return Array.from(protocols as Iterable<unknown>, String)
  }
  return typeof protocols === 'symbol' ? undefined : [String(protocols)]
}

function describe(error: unknown): { readonly name: string; readonly message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: '', message: String(error) }
}

function getterOf<T extends object, K extends keyof T>(prototype: T, name: K): (of: T) => T[K] {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
  return (of) => (get ? (Reflect.apply(get, of, []) as T[K]) : of[name])
}

function redefine(target: object, name: string, changes: PropertyDescriptor): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { ...descriptor, ...changes })
}

function wrapMethod(
  prototype: object,
  name: string,
  around: (
    call: (values: readonly unknown[]) => unknown,
    target: object,
    values: readonly unknown[],
  ) => unknown,
): void {
  const method: unknown = Reflect.get(prototype, name)
  if (typeof method !== 'function') return
  const wrapped = new Proxy(method, {
    apply: (target, receiver: object, values: unknown[]) =>
      around((passed) => Reflect.apply(target, receiver, passed), receiver, values),
  })
  redefine(prototype, name, { value: wrapped })
}

function wrapGetter(
  prototype: object,
  name: string,
  instead: (target: object) => string | undefined,
): void {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
  if (get === undefined) return
  const wrapped = new Proxy(get, {
    apply: (target, receiver: object) => {
      // First, for it throws where the receiver is not of its kind.
      const value: unknown = Reflect.apply(target, receiver, [])
      return instead(receiver) ?? value
    },
  })
  redefine(prototype, name, { get: wrapped })
}
