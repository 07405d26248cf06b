/**
 * Observes the browser's own WebSocket.
 *
 * Masks on the constructor, and on methods and accessors of the prototype, leave no difference for
 * a program to notice. The native method is called first and recorded after, so its exceptions stay
 * as they are.
 */
import { copyValue } from '../core/trace/copy-value.ts'
import { READ_PROPERTIES } from '../core/trace/property-reads.ts'
import type { ReadyState } from '../core/protocol/ready-state.ts'
import { withoutMark } from '../core/trace/wiretap/address.ts'
import { observed } from './observed-event.ts'
import { BlobReader } from './native-websocket/blob-reader.ts'
import { takeBrowser } from './native-websocket/browser.ts'
import {
  codeOf,
  convertible,
  convertibleOptions,
  convertibleProtocols,
  isObject,
  textOf,
  type RunProgram,
} from './native-websocket/conversion.ts'
import type { FunctionMasks } from './native-websocket/function-masks.ts'
import { ListenerCounts } from './native-websocket/listeners.ts'
import { ObservedSocket, type SocketObservation } from './native-websocket/observed-socket.ts'

export interface NativeWebSocketOptions extends SocketObservation {
  readonly masks: FunctionMasks
  /** The base of relative URLs. */
  readonly baseUrl: () => string
  /** Prefix of connection ids; unique among the realms of a run. */
  readonly prefix: string
  /**
   * Gives the `ws:` or `wss:` URL that a socket connects to, whatever URL the program names.
   * Undefined: sockets connect to the URL that the program names.
   */
  readonly route: ((connectionId: string, named: URL) => string) | undefined
}

export interface ObservedWebSockets {
  /** Sockets that are not CLOSED. */
  readonly open: number
  /** The sockets that the program made, the latest last. */
  readonly made: readonly object[]
}

/** Of a program that makes sockets without end, the latest. */
const MAX_MADE = 100

const ATTRIBUTES = ['onopen', 'onmessage', 'onerror', 'onclose', 'binaryType'] as const

/** Installs the observation in a window or worker, whose `WebSocket` is still the browser's. */
export function observeWebSockets(
  realm: typeof globalThis,
  options: NativeWebSocketOptions,
): ObservedWebSockets {
  const { record, locate, masks, prefix, route } = options
  const browser = takeBrowser(realm)
  const blobs = new BlobReader(browser.blobBytes)
  const { prototype } = realm.WebSocket
  const sockets = new WeakMap<object, ObservedSocket>()
  const listeners = new ListenerCounts(browser.isAborted)
  const program: RunProgram = (code) => masks.program(code)
  let count = 0
  let open = 0
  let latest: readonly object[] = []

  const recordCall = (
    socket: ObservedSocket | undefined,
    method: string,
    values: readonly unknown[],
    readyState: ReadyState | undefined,
    thrown?: { readonly error: unknown },
  ): number => {
    const details = {
      ...(socket && { connectionId: socket.connectionId }),
      ...(readyState !== undefined && { readyState }),
      ...(thrown && { exception: describe(thrown.error) }),
    }
    const call = { type: 'apiCall', api: 'WebSocket', method } as const
    return record(
      observed(
        { ...call, arguments: values.map((value) => copyValue(value)), ...details },
        locate(),
      ),
    )
  }

  masks.class(realm, 'WebSocket', (create, values) => {
    count += 1
    const number = count
    const connectionId = `${prefix}${number}`
    let own: URL | undefined
    const address = convertible(values[0], program, (value) => {
      const text = textOf(value)
      own = text === undefined ? undefined : parseUrl(text, options.baseUrl())
      return own === undefined || route === undefined ? value : route(connectionId, own)
    })
    const protocols = convertibleProtocols(values[1], program)
    let made: object
    try {
      made = create([address.passed, protocols.passed].slice(0, values.length))
    } catch (error) {
      // The id is free again, unless a conversion, which runs code of the program, took the next.
      if (count === number) count -= 1
      recordCall(undefined, 'constructor', values, undefined, { error })
      throw error
    }
    // The native constructor makes a WebSocket, for a subclass too.
    const socket = made as WebSocket
    open += 1
    // Set when the browser asked for it.
    const named = own as URL | undefined
    const routed = named !== undefined && route !== undefined
    const observed = new ObservedSocket(socket, {
      ...options,
      browser,
      blobs,
      connectionId,
      url: routed ? named.href : browser.url(socket),
      routedTo: routed ? withoutMark(browser.url(socket)) : undefined,
      protocols: protocols.list(),
      listeners,
      closed: () => {
        open -= 1
        options.changed()
      },
    })
    sockets.set(socket, observed)
    latest = [...latest.slice(1 - MAX_MADE), socket]
    observed.constructed(recordCall(observed, 'constructor', values, undefined))
    return socket
  })

  /** Calls the native method and records the call with its exception. */
  const recorded = (
    socket: ObservedSocket,
    method: string,
    values: readonly unknown[],
    call: () => unknown,
  ): number => {
    const before = socket.readyState
    try {
      call()
    } catch (error) {
      recordCall(socket, method, values, before, { error })
      throw error
    }
    return recordCall(socket, method, values, before)
  }

  masks.method(prototype, 'send', (call, target, values) => {
    const socket = observedOf(target)
    if (socket === undefined || values.length === 0) return call(values)
    const [value] = values
    const isBytes = browser.isBlob(value) || browser.isBinary(value)
    const data = isBytes ? { passed: value, value } : convertible(value, program)
    const before = socket.readyState
    const cause = recorded(socket, 'send', values, () => call([data.passed]))
    socket.sent(cause, isBytes ? value : textOf(data.value), before)
    return undefined
  })

  masks.method(prototype, 'close', (call, target, values) => {
    const socket = observedOf(target)
    if (socket === undefined) return call(values)
    const code = convertible(values[0], program)
    const reason = convertible(values[1], program)
    const before = socket.readyState
    const passed = [code.passed, reason.passed].slice(0, values.length)
    const cause = recorded(socket, 'close', values, () => call(passed))
    const text = reason.value === undefined ? '' : (textOf(reason.value) ?? '')
    socket.closing(cause, before, code.value === undefined ? 1005 : codeOf(code.value), text)
    return undefined
  })

  for (const name of ATTRIBUTES) {
    masks.setter(prototype, name, (call, target, values) => {
      const socket = observedOf(target)
      if (socket === undefined) return call(values)
      const value = name === 'binaryType' ? convertible(values[0], program).passed : values[0]
      recorded(socket, name, values, () => call([value]))
      return undefined
    })
  }

  for (const [name, change] of [
    ['addEventListener', 'add'],
    ['removeEventListener', 'remove'],
  ] as const) {
    masks.method(realm.EventTarget.prototype, name, (call, target, values) => {
      if (values.length < 2 || observedOf(target) === undefined) return call.raw(values)
      const callback = values[1]
      const type = convertible(values[0], program)
      const more = convertibleOptions(values[2], program)
      call([type.passed, callback, more.passed].slice(0, values.length))
      listeners[change](target, textOf(type.value) ?? '', callback, more.read())
      return undefined
    })
  }

  for (const property of READ_PROPERTIES) {
    masks.getter(prototype, property, (own, target) => {
      const socket = observedOf(target)
      if (socket === undefined) return own
      // Each is a text or a number, by its standard.
      const value = property === 'url' ? socket.url : (own as string | number)
      socket.read(property, value)
      return value
    })
  }

  if (route !== undefined) {
    masks.getter(realm.MessageEvent.prototype, 'origin', (own, event) => {
      // The browser's getter accepted it as one.
      const message = event as MessageEvent
      const target = message.isTrusted ? browser.target(message) : null
      return (target === null ? undefined : sockets.get(target)?.origin) ?? own
    })
  }

  function observedOf(target: unknown): ObservedSocket | undefined {
    return isObject(target) ? sockets.get(target) : undefined
  }

  return {
    get open() {
      return open
    },
    get made() {
      return latest
    },
  }
}

/** The constructor's URL steps (WHATWG); undefined if they throw. */
function parseUrl(text: string, base: string): URL | undefined {
  if (!URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  if (url.protocol === 'http:') url.protocol = 'ws:'
  else if (url.protocol === 'https:') url.protocol = 'wss:'
  const isWebSocket = url.protocol === 'ws:' || url.protocol === 'wss:'
  return isWebSocket && !url.href.includes('#') ? url : undefined
}

function describe(error: unknown): { readonly name: string; readonly message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: '', message: String(error) }
}
