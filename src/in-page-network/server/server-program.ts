import type { Recorder } from '../../core/trace/event.ts'
import type { ServerGlobals } from '../client/globals.ts'
import type { NodeModules, ProgramObserver, RunServerOptions, ServerSource } from '../network.ts'
import { blobModuleLoader } from './module-loader.ts'
import { createNodeModules } from './node-modules.ts'
import { readServerSource } from './read-server-source.ts'
import { prepareServer } from './server-source.ts'
import type { ServerWorld } from './server-process.ts'
import { recordedConsole } from '../recording/recorded-console.ts'
import { recordedTimers } from '../recording/recorded-timers.ts'
import type { RandomStream } from '../random.ts'

/** What a server program's Node is given besides its world. */
export interface ServerProgramWorld extends ServerWorld {
  readonly recorder: Recorder
  readonly observer: Required<ProgramObserver>
  readonly mathRandom: RandomStream
  readonly Date: DateConstructor
  /** The program sets a timer. */
  readonly timerSet?: () => void
}

/** One Node process in the page: its modules, its globals, and the programs that run in it. */
export interface ServerProgram {
  readonly modules: NodeModules
  readonly globals: ServerGlobals
  /** `begun` is called when the source has been read and its first statement is about to run. */
  run(source: string | ServerSource, options?: RunServerOptions, begun?: () => void): Promise<void>
}

export function createServerProgram(world: ServerProgramWorld): ServerProgram {
  const watch = recordedTimers(world, 'server')
  const { modules, process, Buffer, timers } = createNodeModules(world, {
    ...watch,
    set(kind, delay) {
      world.timerSet?.()
      return watch.set(kind, delay)
    },
  })
  const math: Math = Object.create(Math, {
    random: { value: () => world.mathRandom.nextDouble() },
  }) as Math
  const globals: ServerGlobals = {
    console: recordedConsole(world, 'server'),
    ...timers,
    queueMicrotask: (callback) => process.nextTick(callback),
    Date: world.Date,
    Math: math,
    performance: { now: () => world.clock.now(), timeOrigin: world.dateNow() - world.clock.now() },
    crypto: {
      getRandomValues: <T extends ArrayBufferView>(view: T) => {
        world.random.fill(view)
        return view
      },
      randomUUID: modules['node:crypto']?.['randomUUID'],
      subtle: globalThis.crypto.subtle,
    },
    process,
    Buffer,
    global: {},
  }
  Object.assign(globals.global, globals)

  const run = async (
    source: string | ServerSource,
    options: RunServerOptions = {},
    begun?: () => void,
  ) => {
    const { load = blobModuleLoader, name = 'server.js' } = options
    const prepared = prepareServer(
      typeof source === 'string' ? readServerSource(source, name) : source,
      {
        name,
        modules,
        globals: { ...globals },
        ...(begun === undefined ? {} : { begun }),
      },
    )
    await load(prepared.source).finally(prepared.release)
  }
  return { modules, globals, run }
}
