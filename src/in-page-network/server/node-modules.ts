import type { NodeModules, ServerLibrary } from '../network.ts'
import type { TimerWatch } from '../recording/recorded-timers.ts'
import { inspectBuffer } from './inspect-buffer.ts'
import { inspect } from './inspect.ts'
import { addRedis } from '../broker/add-redis.ts'
import { createCrypto } from './crypto.ts'
import { createHttp } from './http/http.ts'
import { causePerMessage } from './message-causes.ts'
import { createServerClass } from './net.ts'
import { createProgramRequire } from './more/common-js.ts'
import { addServerLibraries } from './more/libraries.ts'
import { nameClasses } from './name-classes.ts'
import { addMoreModules } from './more/more-modules.ts'
import type { NodeCore } from './more/node-core.ts'
import { entries, packages } from './packages.ts'
import { createProcess, guard, makeEmitter, type ServerWorld } from './server-process.ts'
import { createSocketClass } from './socket.ts'
import type { CommonJsBody } from './server-source.ts'
import type { BufferClass, EventsModule, StreamModule } from './stream-types.ts'
import { createNodeTimers } from './timers.ts'
import { util } from './util.ts'
import { createZlib } from './zlib.ts'

/**
 * One Node for one server program: `ws` itself and the modules it needs, evaluated anew on the
 * world's clock and randomness.
 */
export function createNodeModules(
  world: ServerWorld,
  programTimers: TimerWatch,
  standard: Pick<NodeCore, 'print' | 'unfinished' | 'files'>,
) {
  const process = createProcess(world)
  const own = createNodeTimers(world.clock, {
    set: () => 0,
    fire: (_id, _kind, run) => {
      guard(world, run)
      return undefined
    },
    cleared: () => undefined,
  })
  const timers = createNodeTimers(world.clock, programTimers)

  const loaded = new Map<string, { exports: unknown }>()
  /** Node's modules, for programs and packages. */
  const builtIn: Record<string, unknown> = {
    process,
    timers,
    url: { URL, URLSearchParams },
    util: { ...util, types: { ...util.types } },
  }
  /** What the packages ask for before a program does. */
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

  let morePackages: typeof packages = {}

  /** Node's `require`, for the files of the packages. */
  function require(name: string): unknown {
    const known = builtIn[name] ?? forPackages[name]
    if (known !== undefined) return known
    const before = loaded.get(name)
    if (before !== undefined) return before.exports
    const file = packages[name] ?? morePackages[name]
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
  // It is a class, of which the type names what is used.
  const { prototype } = buffer.Buffer as unknown as { readonly prototype: object }
  Reflect.set(prototype, inspect.custom, inspectBuffer)
  const events = packaged('events') as EventsModule
  world.life.begin(makeEmitter(process, events))
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
  /** What is of npm, and has no name with `node:`. */
  const ofNpm = new Map<string, () => unknown>()
  const exportsOf = (name: string) => (ofNpm.get(name) ?? (() => builtIn[name]))()
  const createRequire = () => createProgramRequire(exportsOf, modules, standard.files, main)
  const main = { exports: {}, id: '.', filename: '/server.js', loaded: false, children: [] }
  const core: NodeCore = {
    ...{ world, builtIn, forPackages, require, streams, Buffer, Socket, timers },
    ...{ ...standard, createRequire },
    addPackages: (table) => (morePackages = table),
    // It has the methods of an emitter since it began.
    process: process as unknown as NodeCore['process'],
  }
  addMoreModules(core)
  const ws = packaged('ws') as Parameters<typeof causePerMessage>[0]
  causePerMessage(ws, world)
  // What is made when it is first asked for is made no sooner.
  for (const name of Object.keys(builtIn))
    for (const specifier of [name, `node:${name}`]) {
      let namespace: Readonly<Record<string, unknown>> | undefined
      Object.defineProperty(modules, specifier, {
        enumerable: true,
        get: () => (namespace ??= namespaceOf(builtIn[name])),
      })
    }
  ofNpm.set('ws', () => ws)
  modules['ws'] = namespaceOf(ws, FOR_REQUIRE)
  addRedis({ world, events, Buffer }, (redis) => {
    ofNpm.set('redis', () => redis)
    modules['redis'] = namespaceOf(redis)
  })
  nameClasses(builtIn, ws)
  return {
    ...{ modules: modules as NodeModules, process, Buffer, timers },
    addLibraries: (libraries: readonly ServerLibrary[], console: Console) =>
      addServerLibraries(core, libraries, { modules, required: ofNpm, exportsOf, console }),
    /** Runs a program of CommonJS. */
    runCommonJs(body: CommonJsBody) {
      const filename = '/server.js'
      const args = [main.exports, createRequire(), main, filename, '/']
      Reflect.apply(body, main.exports, args)
    },
  }
}

/** What hangs on the class of `ws` for `require` alone: its ES module does not export it. */
const FOR_REQUIRE = /^(?:Server|CONNECTING|OPEN|CLOS)/u

/** What `import` finds in a CommonJS module: its properties by name, itself as the default. */
function namespaceOf(exports: unknown, hidden?: RegExp): Readonly<Record<string, unknown>> {
  const names =
    typeof exports === 'function' || (typeof exports === 'object' && exports !== null)
      ? Object.getOwnPropertyNames(exports)
      : []
  const namespace: Record<string, unknown> = {}
  for (const name of names) {
    if (hidden?.test(name)) continue
    if (typeof exports === 'function' && ['length', 'name', 'prototype'].includes(name)) continue
    namespace[name] = Reflect.get(Object(exports), name)
  }
  namespace['default'] = exports
  return namespace
}
