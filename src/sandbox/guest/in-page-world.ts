/** The in-page world: `ws` on substitutes for Node's modules as the server, on virtual time. */
import { mayBeActedOn } from '../../core/program/acted-on.ts'
import {
  createNetwork,
  inlineModuleLoader,
  type VirtualNetwork,
} from '../../in-page-network/index.ts'
import { prepareServer } from '../../in-page-network/server/server-source.ts'
import type { StartMessage } from '../messages.ts'
import type { openAttackerPage } from './attacker-page.ts'
import { closeNetwork } from './closed-network.ts'
import { timedInputs } from './inputs.ts'
import { partOf } from './late/part.ts'
import { natives } from './natives.ts'
import { capturePlayedLifecycle } from './page-lifecycle.ts'
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
      uncaught: (error, side, kind, server) =>
        side === 'client' ? natives.reportError(error) : context.report(error, kind, side, server),
    },
    routed,
    origin: start.origin ?? 'null',
    interventions: start.interventions ?? [],
    ...(start.servers !== undefined && { processes: start.servers }),
  })
  const { clock } = network
  // Before the program runs, which may change what a regular expression does.
  const interactive =
    start.interactive === true || (start.inputs.length === 0 && mayBeActedOn(start.program))

  const { attacker, prepared } = start
  const other = prepared['attacker.js']
  if (attacker !== undefined && other !== undefined)
    clock.setTimer(() => {
      // The part provides it.
      const open = partOf('attacker') as typeof openAttackerPage
      const page = { network, context, origin: attacker.origin, file: other }
      open(page, prepareServer, inlineModuleLoader(document))
      return undefined
    }, attacker.at)

  return {
    time: () => clock.now(),
    cause: () => network.cause,
    untoldGetter: (getter) => network.untoldGetter(getter),
    sockets: () => network.sockets.all,
    ping: (socket, payload) => network.sockets.ping(socket, payload),
    install() {
      closeNetwork(window, stream, locate)
      network.installClient(window)
      capturePlayedLifecycle(window, stream)
    },
    async runServer(name, { code, server }) {
      if (server.kind === 'refused') throw new SyntaxError(server.message)
      let loading = true
      let shift = 0
      /** Processes whose script has not been put into the document. */
      let missing = start.servers?.length ?? 1
      const loaded = network
        .runServer(server.source, {
          name,
          files: filesOf(start.program),
          libraries: start.serverLibraries,
          load(text, sloppy) {
            // Imports became declarations before the first line.
            missing -= 1
            const before = shift
            shift = firstLine(text).length - firstLine(code).length
            // Each process has a script of its own, with a first line as long as the others'.
            context.shiftFirstLine(name, shift - before)
            return inlineModuleLoader(document)(text, sloppy)
          },
        })
        .finally(() => (loading = false))
      // It may await a timer at the top level. `await loaded` below rethrows its exception.
      loaded.catch(() => undefined)
      for (let idle = 0; loading && idle < MAX_IDLE; idle += 1) {
        // A script that is there runs in this turn. Time does not go on before.
        const isReading = missing > 0
        await context.nextTurn()
        await clock.settle()
        if (isReading) continue
        if (loading && clock.nextTime() !== null) {
          idle = 0
          await clock.step()
        } else if (loading) await context.wait(1)
      }
      const config = start.program['nginx.conf']
      if (config !== undefined) network.runProxy(config)
      // What it throws later ends it, as after its start.
      if (loading) return
      await loaded
    },
    rejectedOnServer: (reason, promise) => network.rejectedOnServer(reason, promise),
    isServerExit: (thrown) => network.isServerExit(thrown),
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
        inputs: timedInputs(start.inputs).map((input) => ({
          time: input.time,
          perform: () => context.perform(input),
        })),
        interactive,
        nextTurn: context.nextTurn,
        failed: context.failed,
        paused: () => stream.flush(true),
      }),
  }
}

/** The program's own files, as a server finds them in its folder; a page is its `index.html`, too. */
function filesOf(program: StartMessage['program']): Readonly<Record<string, string>> {
  const page = program['page.html']
  return page === undefined ? { ...program } : { ...program, 'index.html': page }
}

/** Milliseconds without anything to do, after which a server's top level waits for its first client. */
const MAX_IDLE = 300

function firstLine(text: string): string {
  return /^.*/u.exec(text)?.[0] ?? ''
}
