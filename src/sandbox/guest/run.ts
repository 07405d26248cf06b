/** One run of a program in this document, from its texts to its end. */
import type { UncaughtError } from '../../core/trace/event.ts'
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import type { GuestMessage, StartMessage } from '../messages.ts'
import { MODULE_PROLOGUE, runClientProgram } from './client-program.ts'
import { captureConsole } from './console-capture.ts'
import { captureDialogs } from './dialogs.ts'
import { Dispatches } from './dispatches.ts'
import { refusedImport } from './imports.ts'
import { LoopGuard } from './loop-guard.ts'
import { natives } from './natives.ts'
import { putPage } from './page.ts'
import { ProgramFiles, type PreparedFile } from './program-files.ts'
import { RecordStream } from './record-stream.ts'
import type { RunControl } from './run-control.ts'
import { Uncaught } from './uncaught.ts'
import { captureUserInput } from './user-input.ts'
import type { World, WorldFactory } from './world.ts'

/** Endless loops that are ended before the whole run is: each takes half a second. */
const MOST_ENDLESS_LOOPS = 3

export interface GuestRunOptions {
  readonly window: Window & typeof globalThis
  readonly start: StartMessage
  readonly control: RunControl
  readonly createWorld: WorldFactory
  readonly post: (message: GuestMessage) => void
}

export async function runProgram(options: GuestRunOptions): Promise<void> {
  const { window, start, control, createWorld, post } = options
  const { document } = window
  const { runId, program } = start
  let endlessLoops = 0
  let failed = false

  const time = () => world.time()
  const guard = new LoopGuard({ now: natives.now, nextTurn: natives.nextTurn })
  const files = new ProgramFiles(guard)
  const stream = new RecordStream({
    time,
    now: natives.now,
    later: natives.setTimeout,
    send: (events, computedUntil) => post({ type: 'records', runId, events, computedUntil }),
  })
  const { dispatching, dispatched } = new Dispatches(stream, guard)
  const locate = () => files.locate()

  const uncaught = new Uncaught(window, {
    recorder: stream,
    files,
    recorded(kind: UncaughtError['kind']) {
      if (kind === 'endlessLoop') endlessLoops += 1
      failed ||= kind === 'syntaxError' || endlessLoops >= MOST_ENDLESS_LOOPS
      control.wake()
    },
  })

  const world: World = createWorld({
    window,
    start,
    control,
    stream,
    recorder: stream,
    locate,
    dispatching,
    dispatched,
    nextTurn: natives.nextTurn,
    failed: () => failed,
    report: (thrown, kind, side) => uncaught.report(thrown, kind, { side }),
    fail(thrown, kind) {
      failed = true
      uncaught.report(thrown, kind)
    },
    wait: (delay) => new Promise((resolve) => natives.setTimeout(resolve, delay)),
  })

  const end = (reason: 'failed') => {
    stream.close()
    post({ type: 'ended', runId, reason, time: time() })
  }

  post({ type: 'started', runId, browser: natives.userAgent })
  guard.install(document)
  world.install()
  captureConsole(window.console, {
    recorder: stream,
    side: 'client',
    time,
    locate,
    translate: (value) => translated(value, files),
  })
  captureDialogs(window, {
    recorder: stream,
    locate,
    answers: start.inputs.filter((input) => input.kind === 'answer'),
  })
  if (program['page.html'] !== undefined) {
    putPage(document, program['page.html'])
    captureUserInput(window, stream, () => control.wake())
  }

  const tellUnguarded = ({ name, unparsable }: PreparedFile) => {
    // What the browser cannot read either has been reported as its error.
    if (unparsable === undefined || failed) return
    post({ type: 'unguarded', runId, file: name, message: unparsable.message })
  }

  const server = program['server.js']
  if (server !== undefined && start.endpoint.kind === 'built-in') {
    const file = files.prepare('server.js', server, { goal: 'module' })
    uncaught.loading = file.name
    try {
      await world.runServer(file)
    } catch (error) {
      const kind = error instanceof SyntaxError ? 'syntaxError' : 'exception'
      uncaught.report(error, kind, { side: 'server', place: placeOf(file) })
      failed = true
    }
    uncaught.loading = undefined
    tellUnguarded(file)
    if (failed) return end('failed')
  }

  const client = files.prepare('client.js', program['client.js'], {
    modulePrologue: MODULE_PROLOGUE,
  })
  const refused = refusedImport(client.imports)
  if (refused !== undefined) {
    uncaught.report(refused.error, 'exception', {
      place: { file: client.name, ...refused.place },
    })
    return end('failed')
  }
  uncaught.loading = client.name
  await runClientProgram(window, client)
  uncaught.loading = undefined
  tellUnguarded(client)
  if (failed) return end('failed')

  world.queueTask(() => {
    const seq = stream.record({
      type: 'pageLifecycle',
      side: 'client',
      provenance: 'observed',
      phase: 'load',
    })
    dispatching(seq)
    // The document was there long before the program; it waits for these all the same.
    document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }))
    window.dispatchEvent(new Event('load'))
    dispatched(seq)
  })

  const { reason, time: endTime } = await world.run()
  stream.close()
  post({ type: 'ended', runId, reason, time: endTime })
}

/** Where acorn stopped, for a text that the browser could not read either. */
function placeOf({ name, unparsable }: PreparedFile) {
  return unparsable && { file: name, line: unparsable.line, column: unparsable.column }
}

/** Errors that are printed bring a stack, whose columns are those of the text that ran. */
function translated(value: RemoteValue, files: ProgramFiles): RemoteValue {
  return value.kind === 'error' ? { ...value, stack: files.translateStack(value.stack) } : value
}
