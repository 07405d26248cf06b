/** The browser's own world, observed: real sockets, real time. */
import { mayBeActedOn } from '../../core/program/acted-on.ts'
import { consoleText, observed } from '../observed-event.ts'
import { observeWebSockets } from '../native-websocket.ts'
import { FunctionMasks } from '../native-websocket/function-masks.ts'
import { timedInputs } from './inputs.ts'
import { natives } from './natives.ts'
import { capturePageLifecycle } from './page-lifecycle.ts'
import { RealRun } from './real-run.ts'
import { RealTimers } from './real-timers.ts'
import { removePeerConnections } from './realm/peer-connections.ts'
import { Realms } from './realm/realms.ts'
import { routeTo } from './route.ts'
import type { World, WorldContext } from './world.ts'

export function createOutsideWorld(context: WorldContext): World {
  const { window, start, control, stream, prelude, locate, dispatching, dispatched } = context
  const { endpoint, routed, runId } = start
  if (endpoint.kind === 'built-in') throw new Error('The built-in endpoint is in the page')
  const begin = natives.now()
  const time = () => natives.now() - begin
  const inputs = timedInputs(start.inputs)
  let inputsLeft = inputs.length
  let isConnected = () => false
  let made: () => readonly object[] = () => []

  const run: RealRun = new RealRun({
    time,
    // `stream.holds`: the bytes of a Blob may still be read.
    busy: () => isConnected() || stream.holds || timers.pending > 0 || inputsLeft > 0,
    failed: () => context.failed(),
    interactive: mayBeActedOn(start.program),
    nextTurn: natives.nextTurn,
    setTimeout: natives.setTimeout,
  })
  const timers: RealTimers = new RealTimers({
    recorder: stream,
    locate,
    dispatching,
    dispatched,
    idle: run.look,
  })

  /** Also wakes for an error that ends the run. */
  const lookAfterEveryWord = async () => {
    for (;;) {
      await control.changeSince(control.version)
      run.look()
    }
  }

  let masks: FunctionMasks | undefined

  return {
    time,
    cause: context.dispatchedNow,
    untoldGetter: (getter) => masks?.originalGetter(getter),
    sockets: () => made(),

    install() {
      timers.install(window)
      removePeerConnections(window)
      capturePageLifecycle(window, stream)
      masks = new FunctionMasks(window)
      const sockets = observeWebSockets(window, {
        masks,
        baseUrl: () => window.document.baseURI,
        prefix: 'ws-',
        record: (event) => stream.record(event),
        stream,
        locate,
        dispatching,
        dispatched,
        nextTurn: natives.sharedTurn,
        setTimeout: natives.setTimeout,
        changed: run.look,
        route: routed ? routeTo(endpoint) : undefined,
      })
      const realms = new Realms({
        realm: window,
        masks,
        settings: { runId, begin: performance.timeOrigin + begin, endpoint, routed, prelude },
        prefix: '',
        announce: (name, port) => context.announceRealm(name, port),
        warn: (text) => stream.record(observed(consoleText('warn', text), locate())),
        changed: run.look,
      })
      made = () => sockets.made
      isConnected = () => sockets.open > 0 || realms.busy
    },

    runServer: () => Promise.resolve(),

    // The run may have waited for nothing else.
    released: run.look,

    queueTask(task) {
      natives.setTimeout(task, 0)
    },

    run() {
      for (const input of inputs) {
        natives.setTimeout(() => {
          inputsLeft -= 1
          context.perform(input)
          run.look()
        }, input.time - time())
      }
      run.look()
      void lookAfterEveryWord()
      return run.ended
    },
  }
}
