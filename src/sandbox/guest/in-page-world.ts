/** The in-page world: `ws` on stand-ins of Node's modules as the server, on virtual time. */
import { createNetwork, inlineModuleLoader } from '../../in-page-network/index.ts'
import { pageInputs, performInput } from './inputs.ts'
import { driveVirtualRun } from './virtual-run.ts'
import type { World, WorldContext } from './world.ts'

export function createInPageWorld(context: WorldContext): World {
  const { window, start, control, stream, locate, dispatching, dispatched } = context
  const { document } = window
  const { endpoint, routed, until } = start
  if (endpoint.kind !== 'built-in') throw new Error(`No in-page world for ${endpoint.kind}`)

  const network = createNetwork({
    clock: 'virtual',
    seed: endpoint.seed,
    conditions: endpoint.conditions,
    recorder: stream,
    observer: { locate, dispatching, dispatched },
    routed,
    origin: 'null',
  })
  const { clock } = network

  return {
    time: () => clock.now(),
    install: () => network.installClient(window),
    runServer: (file) =>
      network.runServer(file.code, { name: file.name, load: inlineModuleLoader(document) }),
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
        stuck: (steps) =>
          context.report(
            new Error(`${steps} timers fired one after the other without time going on.`),
            'endlessLoop',
          ),
      }),
  }
}
