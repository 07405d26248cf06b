import type { Recorder } from '../../core/trace/event.ts'
import type { ServerGlobals } from '../client/globals.ts'
import type { ModuleLoader, NodeModules, ProgramObserver, RunServerOptions } from '../network.ts'
import { blobModuleLoader } from './module-loader.ts'
import { createNodeModules } from './node-modules.ts'
import { prepareServer } from './server-source.ts'
import { guard, type ServerWorld } from './server-process.ts'
import type { TimerWatch } from './timers.ts'
import { recordedConsole } from '../recording/recorded-console.ts'
import type { RandomStream } from '../random.ts'
import { baseOf } from '../recording/event-base.ts'

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
  run(source: string, options?: RunServerOptions, begun?: () => void): Promise<void>
}

export function createServerProgram(world: ServerProgramWorld): ServerProgram {
  const { modules, process, Buffer, timers } = createNodeModules(world, recordedTimers(world))
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

  const run = async (source: string, options: RunServerOptions = {}, begun?: () => void) => {
    const load: ModuleLoader = options.load ?? blobModuleLoader
    const prepared = prepareServer(source, {
      name: options.name ?? 'server.js',
      modules,
      globals: { ...globals },
      ...(begun === undefined ? {} : { begun }),
    })
    try {
      await load(prepared.source)
    } finally {
      prepared.release()
    }
  }
  return { modules, globals, run }
}

function recordedTimers(world: ServerProgramWorld): TimerWatch {
  let ids = 0
  const base = () => baseOf('server', world.cause.current, world.observer.locate())
  return {
    set(kind, delay) {
      world.timerSet?.()
      const timerId = (ids += 1)
      world.recorder.record({ ...base(), type: 'timerSet', timerId, kind, delay })
      return timerId
    },
    fire(timerId, kind, run) {
      const seq = world.recorder.record({
        ...baseOf('server', undefined),
        type: 'timerFired',
        timerId,
        kind,
      })
      world.cause.current = seq
      world.observer.dispatching(seq)
      guard(world, run)
      return () => world.observer.dispatched(seq)
    },
    cleared(timerId, kind) {
      world.recorder.record({ ...base(), type: 'timerCleared', timerId, kind })
    },
  }
}
