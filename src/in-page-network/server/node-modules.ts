import type { NodeModules } from '../network.ts'
import type { TimerWatch } from '../recording/recorded-timers.ts'
import { createCrypto } from './crypto.ts'
import { createHttp } from './http/http.ts'
import { causePerMessage } from './message-causes.ts'
import { createServerClass } from './net.ts'
import { entries, packages } from './packages.ts'
import { createProcess, guard, type ServerWorld } from './server-process.ts'
import { createSocketClass } from './socket.ts'
import type { BufferClass, EventsModule, StreamModule } from './stream-types.ts'
import { createNodeTimers } from './timers.ts'
import { util } from './util.ts'
import { createZlib } from './zlib.ts'

/**
 * One Node for one server program: `ws` itself and the modules it needs, evaluated anew on the
 * world's clock and randomness.
 */
export function createNodeModules(world: ServerWorld, programTimers: TimerWatch) {
  const process = createProcess(world)
  const own = createNodeTimers(world.clock, {
    set: () => 0,
    fire: (_id, _kind, run) => {
      guard(world, run)
      return undefined
    },
    cleared: () => undefined,
  }).timers
  const timers = createNodeTimers(world.clock, programTimers)

  const loaded = new Map<string, { exports: unknown }>()
  /** Node's modules, for programs and packages. */
  const builtIn: Record<string, unknown> = {
    assert: Object.assign(assert, { ok: assert, strictEqual }),
    process,
    timers: timers.timers,
    'timers/promises': timers.promises,
    url: { URL, URLSearchParams },
    util,
  }
  /** What only the packages ask for. */
  const forPackages: Record<string, unknown> = {
    'process/': process,
    https: {},
    querystring: {
      stringify: (fields: Record<string, string>) => String(new URLSearchParams(fields)),
    },
    tls: {},
  }
  /** The package `buffer` itself is loaded before there is a `Buffer`. */
  const globals: { Buffer?: BufferClass } = {}

  /** Node's `require`, for the files of the packages. */
  function require(name: string): unknown {
    const known = builtIn[name] ?? forPackages[name]
    if (known !== undefined) return known
    const before = loaded.get(name)
    if (before !== undefined) return before.exports
    const file = packages[name]
    if (file === undefined) {
      throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' })
    }
    const module = { exports: {} as unknown }
    loaded.set(name, module)
    Reflect.apply(file, module.exports, [
      module,
      module.exports,
      require,
      process,
      globals.Buffer,
      own.setTimeout,
      own.clearTimeout,
      own.setImmediate,
      own.clearImmediate,
    ])
    return module.exports
  }

  /** The package that replaces a module. Its type is the caller's knowledge of it. */
  const packaged = (specifier: keyof typeof entries) => require(entries[specifier] ?? specifier)

  // The packages export what Node's modules of these names do.
  const buffer = packaged('buffer') as { readonly Buffer: BufferClass }
  globals.Buffer = buffer.Buffer
  const events = packaged('events') as EventsModule
  const streams = packaged('stream') as StreamModule
  const { Buffer } = buffer

  const Socket = createSocketClass(streams, Buffer, world)
  const Server = createServerClass(events, Socket, world)
  const net = {
    Socket,
    Server,
    createServer: (...args: unknown[]) =>
      new Server(args.find((arg): arg is () => void => typeof arg === 'function')),
    isIP: (text: string) => (/^\d+(\.\d+){3}$/.test(text) ? 4 : text.includes(':') ? 6 : 0),
  }
  Object.assign(builtIn, {
    buffer,
    crypto: createCrypto(Buffer, world.random),
    events,
    http: createHttp(streams, Buffer, Server, world.dateNow),
    net,
    stream: streams,
    string_decoder: packaged('string_decoder'),
    zlib: createZlib(streams, Buffer),
  })
  const modules: Record<string, Readonly<Record<string, unknown>>> = {}
  for (const [name, exports] of Object.entries(builtIn)) {
    const namespace = namespaceOf(exports)
    modules[name] = namespace
    modules[`node:${name}`] = namespace
  }
  const ws = packaged('ws') as Parameters<typeof causePerMessage>[0]
  causePerMessage(ws, world)
  modules['ws'] = namespaceOf(ws)
  return { modules: modules as NodeModules, process, Buffer, timers: timers.timers }
}

/** What `import` finds in a CommonJS module: its properties by name, itself as the default. */
function namespaceOf(exports: unknown): Readonly<Record<string, unknown>> {
  const names =
    typeof exports === 'function' || (typeof exports === 'object' && exports !== null)
      ? Object.getOwnPropertyNames(exports)
      : []
  const namespace: Record<string, unknown> = {}
  for (const name of names) {
    if (typeof exports === 'function' && ['length', 'name', 'prototype'].includes(name)) continue
    namespace[name] = Reflect.get(Object(exports), name)
  }
  namespace['default'] = exports
  return namespace
}

function assert(value: unknown, message?: string): void {
  if (!value) throw new Error(message ?? 'The expression evaluated to a falsy value')
}

function strictEqual(actual: unknown, expected: unknown, message?: string): void {
  assert(Object.is(actual, expected), message ?? `${String(actual)} !== ${String(expected)}`)
}
