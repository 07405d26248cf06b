import type { TraceEvent, UserInput } from '../core/trace/event.ts'
import type { Trace } from '../core/trace/export/json.ts'
import { baseOf, errorOf, recordInto } from './recording/event-base.ts'
import { holdClock, type VirtualClock } from './clock/clock.ts'
import { createNetwork } from './create-network.ts'
import type { ClientGlobals } from './client/globals.ts'
import type { ModuleLoader, Network, NetworkOptions } from './network.ts'
import { blobModuleLoader } from './server/module-loader.ts'
import { readServerSource } from './server/read-server-source.ts'
import { prepareServer } from './server/server-source.ts'
import { recordedConsole } from './recording/recorded-console.ts'

/** Something a user does to the program, given in advance. */
export interface WorldInput extends Pick<UserInput, 'kind' | 'target' | 'value'> {
  /** Virtual milliseconds. */
  readonly time: number
}

/** What a program finds in a world: all of it on the world's clock, seed and network. */
export interface ProgramScope
  extends
    Pick<Network, 'WebSocket' | 'fetch' | 'EventSource' | 'XMLHttpRequest'>,
    Omit<ClientGlobals, 'performanceNow' | 'random' | 'getRandomValues' | 'randomUUID'> {
  readonly console: Console
  readonly Math: Math
  readonly crypto: Pick<ClientGlobals, 'getRandomValues' | 'randomUUID'>
  readonly performance: { readonly now: () => number }
  /** Calls back at each input, in a separate task. */
  readonly onInput: (listener: (input: WorldInput) => void) => void
}

/** A program: the source of an ES module that imports nothing, or a function of its scope. */
export type WorldProgram = string | ((scope: ProgramScope) => unknown)

export interface WorldOptions extends Pick<
  NetworkOptions,
  'seed' | 'conditions' | 'interventions' | 'routed' | 'baseUrl' | 'origin' | 'servers'
> {
  readonly program: WorldProgram
  readonly inputs?: readonly WorldInput[]
  /** Virtual milliseconds at which it ends, if anything is still scheduled then. Default 60 000. */
  readonly until?: number
  /** Evaluates the program and servers that are source. Default: `import()` of a blob. */
  readonly load?: ModuleLoader
}

const DEFAULT_UNTIL = 60_000

/**
 * Runs a program in a new world, from beginning to end: the same arguments give the same trace.
 * With interventions the trace is the same up to the first of them.
 *
 * What the program throws is an event of the trace. Programs and servers that are functions must
 * use nothing but what they are given.
 *
 * @throws What stops a server from running; RangeError and TypeError for wrong options.
 */
export async function world(options: WorldOptions): Promise<Trace> {
  const { program, inputs = [], until = DEFAULT_UNTIL, load = blobModuleLoader, ...rest } = options
  const events: TraceEvent[] = []
  const recorder = recordInto(events, () => network.clock.now())
  const cause = { current: undefined }
  const uncaught = (error: unknown, side: 'client' | 'server') => {
    const { name, message } = errorOf(error)
    const kind = error instanceof SyntaxError ? 'syntaxError' : 'exception'
    recorder.record({ ...baseOf(side, undefined), type: 'uncaughtError', kind, name, message })
  }
  const observer = {
    locate: () => undefined,
    dispatching: () => undefined,
    dispatched: () => undefined,
    uncaught,
  }
  const network = createNetwork({ ...rest, load, clock: 'virtual', recorder, observer })
  const { clock } = network
  // Awaited in the end.
  network.ready.catch(() => undefined)

  const listeners: ((input: WorldInput) => void)[] = []
  for (const input of inputs) {
    clock.setTimer(() => {
      const { kind, target, value } = input
      recorder.record({
        ...baseOf('client', undefined),
        type: 'userInput',
        kind,
        target,
        ...(value === undefined ? {} : { value }),
      })
      for (const listener of listeners) {
        clock.queueTask(() => {
          try {
            listener(input)
          } catch (error) {
            uncaught(error, 'client')
          }
        })
      }
    }, input.time)
  }

  const scope = scopeOf(network, recordedConsole({ recorder, observer, cause }), (add) =>
    listeners.push(add),
  )
  // Servers that need no time are there before the program begins.
  await clock.settle()
  void run(program, scope, load, clock).catch((error: unknown) => uncaught(error, 'client'))
  await clock.runUntilIdle(until)
  if (clock.nextTime() !== null) await clock.runUntil(until)
  network.stop()
  // A server that never came to an end of its start has not failed.
  await Promise.race([network.ready, Promise.resolve()])
  return { header: network.header(), events }
}

function scopeOf(
  network: Network,
  console: Console,
  onInput: ProgramScope['onInput'],
): ProgramScope {
  const { WebSocket, fetch, EventSource, XMLHttpRequest, clientGlobals } = network
  const { performanceNow, random, getRandomValues, randomUUID, ...globals } = clientGlobals
  return {
    ...globals,
    WebSocket,
    fetch,
    EventSource,
    XMLHttpRequest,
    console,
    onInput,
    // `Math` with another `random`.
    Math: Object.create(Math, { random: { value: random } }) as Math,
    crypto: { getRandomValues, randomUUID },
    performance: { now: performanceNow },
  }
}

/** Runs a program; the clock is stopped until the program has begun. */
async function run(
  program: WorldProgram,
  scope: ProgramScope,
  load: ModuleLoader,
  clock: VirtualClock,
): Promise<void> {
  if (typeof program === 'function') {
    await program(scope)
    return
  }
  const begun = holdClock(clock)
  try {
    const prepared = prepareServer(readServerSource(program, 'client.js', 'esm'), {
      name: 'client.js',
      modules: {},
      globals: { ...scope },
      begun,
    })
    await load(prepared.source).finally(prepared.release)
  } finally {
    begun()
  }
}
