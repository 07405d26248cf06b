/** The in-page world: `ws` on substitutes for Node's modules as the server, on virtual time. */
import {
  createNetwork,
  inlineModuleLoader,
  type VirtualNetwork,
} from '../../in-page-network/index.ts'
import { closeNetwork } from './closed-network.ts'
import { pageInputs, performInput } from './inputs.ts'
import { natives } from './natives.ts'
import { watchStillClock } from './still-clock.ts'
import { driveVirtualRun } from './virtual-run.ts'
import type { World, WorldContext } from './world.ts'

class EndlessTimers extends Error {
  override readonly name = 'EndlessTimers'
}

export function createInPageWorld(context: WorldContext): World {
  const { window, start, control, stream, locate, dispatching, dispatched } = context
  const { document } = window
  const { endpoint, routed, until } = start
  if (endpoint.kind !== 'built-in') throw new Error(`No in-page world for ${endpoint.kind}`)

  const network: VirtualNetwork = createNetwork({
    clock: 'virtual',
    seed: endpoint.seed,
    conditions: endpoint.conditions,
    recorder: watchStillClock(
      stream,
      () => network.clock.now(),
      (timers) => {
        const message = `${timers} timers fired one after the other, and time did not go on.`
        context.fail(new EndlessTimers(message), 'endlessLoop')
        network.stop()
      },
    ),
    observer: {
      locate,
      dispatching,
      dispatched,
      // An exception of client.js in a listener or timer reaches the window's `error` event, as it
      // would natively, and is recorded there. A server program has no window.
      uncaught: (error, side) =>
        side === 'client' ? natives.reportError(error) : context.report(error, 'exception', side),
    },
    routed,
    origin: 'null',
    interventions: start.interventions ?? [],
  })
  const { clock } = network

  return {
    time: () => clock.now(),
    cause: () => network.cause,
    install() {
      closeNetwork(window, stream, locate)
      network.installClient(window)
    },
    async runServer(file) {
      let loading = true
      const loaded = network
        .runServer(file.code, {
          name: file.name,
          load(text) {
            // Imports became declarations before the first line.
            context.shiftFirstLine(file.name, firstLine(text).length - firstLine(file.code).length)
            return inlineModuleLoader(document)(text)
          },
        })
        .finally(() => (loading = false))
      // It may await a timer at the top level. `await loaded` below rethrows its exception.
      loaded.catch(() => undefined)
      while (loading) {
        await context.nextTurn()
        await clock.settle()
        if (loading && clock.nextTime() !== null) await clock.step()
        else if (loading) await context.wait(1)
      }
      await loaded
    },
    queueTask: (task) =>
      clock.queueTask(() => {
        task()
        return undefined
      }),
    run: () =>
      driveVirtualRun({
        clock,
        control,
        until,
        inputs: pageInputs(start.inputs).map((input) => ({
          time: input.time,
          perform: () => performInput(document, input, stream),
        })),
        interactive: start.program['page.html'] !== undefined && start.inputs.length === 0,
        nextTurn: context.nextTurn,
        failed: context.failed,
        paused: () => stream.flush(true),
      }),
  }
}

function firstLine(text: string): string {
  return /^.*/u.exec(text)?.[0] ?? ''
}
