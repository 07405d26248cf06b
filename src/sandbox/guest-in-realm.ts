/**
 * Entry of the script that runs first in a program's workers and iframes: it observes their sockets
 * and reports to the page over a separate port.
 */
import type { Recorder } from '../core/trace/event.ts'
import { createEventLoopTurn } from '../in-page-network/clock/event-loop-turn.ts'
import { captureConsole } from './guest/console-capture.ts'
import { createSight } from './guest/console-sight.ts'
import { dataOf } from './guest/message-data.ts'
import { ProxyTargets } from './guest/proxy-targets.ts'
import { RealTimers } from './guest/real-timers.ts'
import { RecordStream } from './guest/record-stream.ts'
import { fileOf, positionOutside } from './guest/realm/position.ts'
import { removePeerConnections } from './guest/realm/peer-connections.ts'
import { Realms } from './guest/realm/realms.ts'
import { isPortsMessage, realmScript, takeSettings } from './guest/realm/settings.ts'
import { routeTo } from './guest/route.ts'
import { stackHere } from './guest/stack.ts'
import { createSharedTurns } from './guest/turns.ts'
import type { GuestMessage, HostMessage } from './messages.ts'
import { consoleText, observed } from './observed-event.ts'
import { observeWebSockets } from './native-websocket.ts'
import { FunctionMasks } from './native-websocket/function-masks.ts'

// Typed as a window; a worker has all of it that is used here.
const realm = globalThis
const settings = takeSettings()
removePeerConnections(realm)
const { name, runId, endpoint, routed } = settings
const { performance } = realm
const now = performance.now.bind(performance)
const setTimeout = realm.setTimeout.bind(realm)
const post = MessagePort.prototype.postMessage
const nextTurn = createEventLoopTurn()
// Undefined in a worker.
const { document } = realm as Partial<typeof globalThis>
document?.currentScript?.remove()

const ownFile = fileOf(stackHere())
const own = {
  file: ownFile,
  name: ownFile === realm.location.href ? (settings.url ?? ownFile) : ownFile,
  length: realmScript(settings).length,
}
const locate = () => positionOutside(stackHere(), own)

/** To the page. Messages sent before it arrives wait in `waiting`. */
let page: MessagePort | undefined
let maker: MessagePort | undefined
const waiting: [GuestMessage, Transferable[]][] = []
const tell = (message: GuestMessage, transfer: Transferable[] = []): void => {
  if (page === undefined) waiting.push([message, transfer])
  else post.call(page, message, { transfer })
}

const time = () => Math.max(0, performance.timeOrigin + now() - settings.begin)
const stream = new RecordStream({
  time,
  now,
  later: setTimeout,
  send: (events, computedUntil) => tell({ type: 'records', runId, events, computedUntil }),
  released: () => look(),
})

let told: boolean | undefined
const tellWhetherBusy = (busy: boolean): void => {
  if (maker === undefined || told === busy) return
  told = busy
  stream.flush()
  post.call(maker, { busy })
}
const isBusy = () => sockets.open > 0 || stream.holds || timers.pending > 0 || realms.busy
/** Waits two turns before it reports idle: the end of one thing may start another. */
const look = (): void => {
  if (isBusy()) tellWhetherBusy(true)
  else
    void nextTurn()
      .then(nextTurn)
      .then(() => tellWhetherBusy(isBusy()))
}

/** A new event may mean that the realm is busy again. */
const recorder: Recorder = {
  record(event) {
    if (told === false) {
      told = undefined
      void nextTurn().then(look)
    }
    return stream.record(event)
  },
}

const masks = new FunctionMasks(realm)
/** The event whose handlers run in this turn of the event loop. */
let dispatchedNow: number | undefined
const dispatching = (seq: number) => {
  dispatchedNow = seq
}
const dispatched = (seq: number) => {
  if (dispatchedNow === seq) dispatchedNow = undefined
}
const timers = new RealTimers({
  recorder,
  locate,
  dispatching,
  dispatched,
  idle: look,
  firstId: firstTimerId(name),
})
timers.install(realm)
const targets = new ProxyTargets()
targets.install(realm)
captureConsole(realm.console, {
  recorder: stream,
  time,
  locate,
  calls: () => '',
  cause: () => dispatchedNow,
  sight: createSight({
    untoldGetter: (getter) => masks.originalGetter(getter),
    targetOf: targets.targetOf,
    isVirtual: false,
    isGuarded: false,
  }),
  translate: (value) => value,
})
const sockets = observeWebSockets(realm, {
  masks,
  baseUrl: () => document?.baseURI ?? realm.location.href,
  prefix: `ws-${name}-`,
  record: (event) => recorder.record(event),
  stream,
  locate,
  dispatching,
  dispatched,
  nextTurn: createSharedTurns(),
  setTimeout,
  changed: look,
  route: routed ? routeTo(endpoint) : undefined,
})
const realms = new Realms({
  realm,
  masks,
  settings,
  prefix: `${name}-`,
  announce: (child, port) => tell({ type: 'realm', runId, name: child }, [port]),
  warn: (text) => {
    stream.record(observed(consoleText('warn', text)))
  },
  changed: look,
})

// Our listener comes first and hides the message from the program.
const takePorts = (event: MessageEvent<unknown>): void => {
  if (!isPortsMessage(event.data, settings.key)) return
  event.stopImmediatePropagation()
  realm.removeEventListener('message', takePorts, true)
  ;[page, maker] = event.ports
  if (page !== undefined)
    page.onmessage = (event: MessageEvent<Extract<HostMessage, { type: 'credit' }>>) =>
      stream.grant(dataOf(event).count)
  for (const [message, transfer] of waiting.splice(0)) tell(message, transfer)
  look()
}
realm.addEventListener('message', takePorts, true)

if (document === undefined) {
  masks.getter(Object.getPrototypeOf(realm.location), 'href', (own) => settings.url ?? own)
  masks.method(realm, 'close', (call, _receiver, values) => {
    stream.close()
    tellWhetherBusy(false)
    return call(values)
  })
}

/** Timer ids must be unique in a run, so each realm counts from another number. */
function firstTimerId(of: string): number {
  const hash = Array.from(of).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
  return hash * 1_000_000 + 1
}
