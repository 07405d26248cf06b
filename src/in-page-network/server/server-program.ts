import type { ServerGlobals } from '../client/globals.ts'
import type { NodeModules, ProgramObserver, RunServerOptions, ServerSource } from '../network.ts'
import { blobModuleLoader } from './module-loader.ts'
import { createNodeModules } from './node-modules.ts'
import { clockOf, type ProcessLife } from './process-life.ts'
import { readServerSource } from './read-server-source.ts'
import { prepareServer } from './server-source.ts'
import type { ServerWorld } from './server-process.ts'
import { nodeConsole } from '../recording/node-console.ts'
import { printerOf } from '../recording/node-printer.ts'
import { recordedTimers } from '../recording/recorded-timers.ts'
import type { RandomStream } from '../random.ts'

/** What a server program's Node is given besides its world. */
export interface ServerProgramWorld extends ServerWorld {
  readonly observer: Required<ProgramObserver>
  readonly mathRandom: RandomStream
  readonly Date: DateConstructor
  /** The program sets a timer. */
  readonly timerSet?: () => void
  /** Goes before the name of its script in stacks. */
  readonly path: string
  /** Gives timers their ids, which the programs of one network share. */
  readonly nextTimerId: () => number
}

/** One Node process in the page: its modules, its globals, and the programs that run in it. */
export interface ServerProgram {
  readonly life: ProcessLife
  readonly modules: NodeModules
  readonly globals: ServerGlobals
  /** `begun` is called when the source has been read and its first statement is about to run. */
  run(source: string | ServerSource, options?: RunServerOptions, begun?: () => void): Promise<void>
}

export function createServerProgram(world: ServerProgramWorld): ServerProgram {
  const { life } = world
  const uncaught = (error: unknown) => life.threw(error)
  const watch = recordedTimers(
    { ...world, observer: { ...world.observer, uncaught } },
    'server',
    world.nextTimerId,
  )
  const node: ServerWorld = { ...world, clock: clockOf(life, world.clock) }
  const printing = {
    ...world,
    now: () => world.clock.now(),
    isHeard: () => !life.hasEnded,
    unfinished: { out: '', err: '' },
  }
  const files = new Map<string, string>()
  const { modules, process, Buffer, timers, runCommonJs, addLibraries } = createNodeModules(
    node,
    {
      ...watch,
      set(kind, delay) {
        world.timerSet?.()
        return watch.set(kind, delay)
      },
    },
    {
      print: printerOf({ ...printing, isHeard: () => true }),
      unfinished: printing.unfinished,
      files,
    },
  )
  const math: Math = Object.create(Math, {
    random: { value: () => world.mathRandom.nextDouble() },
  }) as Math
  const globals: ServerGlobals = {
    console: nodeConsole(printing),
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
    globalThis: {},
  }
  const { global } = globals
  Object.assign(global, globals, { global, globalThis: global })
  const declared = { ...globals, globalThis: global }

  const run = async (
    source: string | ServerSource,
    options: RunServerOptions = {},
    begun?: () => void,
  ) => {
    const { load = blobModuleLoader, name = 'server.js', libraries = [] } = options
    for (const [file, text] of Object.entries(options.files ?? {})) files.set(file, text)
    if (libraries.length > 0) addLibraries(libraries, globals.console)
    try {
      const prepared = prepareServer(
        typeof source === 'string' ? readServerSource(source, name) : source,
        {
          name,
          script: world.path + name,
          modules,
          globals: declared,
          runCommonJs: (body) => {
            try {
              runCommonJs(body)
            } catch (error) {
              if (!life.handles(error)) throw error
            }
          },
          ...(begun === undefined ? {} : { begun }),
        },
      )
      await load(prepared.source, prepared.sloppy).finally(prepared.release)
    } catch (error) {
      if (life.isExit(error)) return
      life.failedToStart()
      throw error
    }
  }
  return { life, modules, globals, run }
}
