/** The browser's own world, observed: real sockets, real time. */
import { markedUrl } from '../../core/trace/wiretap/address.ts'
import type { SandboxEndpoint } from '../messages.ts'
import { observeWebSockets } from '../native-websocket.ts'
import { FunctionMasks } from '../native-websocket/function-masks.ts'
import { pageInputs, performInput } from './inputs.ts'
import { natives } from './natives.ts'
import { capturePageLifecycle } from './page-lifecycle.ts'
import { RealRun } from './real-run.ts'
import { RealTimers } from './real-timers.ts'
import type { World, WorldContext } from './world.ts'

type OutsideEndpoint = Exclude<SandboxEndpoint, { kind: 'built-in' }>

/** Where a socket goes; on a lab server, marked so that it is recorded. */
function routeTo({ url, wiretap: token }: OutsideEndpoint): (connectionId: string) => string {
  return (connectionId) =>
    (token === undefined ? null : markedUrl(url, { token, connectionId })) ?? url
}

export function createOutsideWorld(context: WorldContext): World {
  const { window, start, control, stream, locate, dispatching, dispatched } = context
  const begin = natives.now()
  const time = () => natives.now() - begin
  const inputs = pageInputs(start.inputs)
  let inputsLeft = inputs.length
  let openSockets = () => 0

  const run: RealRun = new RealRun({
    time,
    busy: () => openSockets() > 0 || timers.pending > 0 || inputsLeft > 0,
    failed: () => context.failed(),
    interactive: start.program['page.html'] !== undefined,
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

  /** An error that ends the run comes as a word from outside too. */
  const lookAfterEveryWord = async () => {
    for (;;) {
      await control.changeSince(control.version)
      run.look()
    }
  }

  return {
    time,

    install() {
      timers.install(window)
      capturePageLifecycle(window, stream)
      const { endpoint, routed } = start
      const sockets = observeWebSockets(window, {
        masks: new FunctionMasks(window),
        baseUrl: () => window.document.baseURI,
        prefix: 'ws-',
        record: (event) => stream.record(event),
        recordHeld: (event) => stream.recordHeld(event),
        complete: (seq, complete) => stream.complete(seq, complete),
        release: (seq) => stream.release(seq),
        locate,
        dispatching,
        dispatched,
        nextTurn: natives.nextTurn,
        setTimeout: natives.setTimeout,
        changed: run.look,
        route: routed && endpoint.kind !== 'built-in' ? routeTo(endpoint) : undefined,
      })
      openSockets = () => sockets.open
    },

    runServer: () => Promise.resolve(),

    queueTask(task) {
      natives.setTimeout(task, 0)
    },

    run() {
      for (const input of inputs) {
        natives.setTimeout(() => {
          inputsLeft -= 1
          performInput(window.document, input, stream)
          run.look()
        }, input.time - time())
      }
      run.look()
      void lookAfterEveryWord()
      return run.ended
    },
  }
}
