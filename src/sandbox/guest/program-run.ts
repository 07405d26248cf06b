/** One run of a program in this document. */
import type { SourcePosition, UncaughtError } from '../../core/trace/event.ts'
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import type { GuestMessage } from '../messages.ts'
import { observed } from '../observed-event.ts'
import { MODULE_PROLOGUE, runClientProgram } from './client-program.ts'
import { captureConsole } from './console-capture.ts'
import { captureDialogs } from './dialogs.ts'
import { Dispatches } from './dispatches.ts'
import { refusedImport } from './imports.ts'
import { LoopGuard } from './loop-guard.ts'
import { natives } from './natives.ts'
import { putPage, replaceDocumentWrite } from './page.ts'
import { ProgramFiles, type PreparedFile } from './program-files.ts'
import { RecordStream } from './record-stream.ts'
import { Uncaught } from './uncaught.ts'
import { captureUserInput } from './user-input.ts'
import type { RunEnd } from './virtual-run.ts'
import type { World, WorldContext, WorldFactory } from './world.ts'

/** Endless loops after which the whole run ends: each took half a second. */
const MAX_ENDLESS_LOOPS = 3

export interface ProgramRunOptions extends Pick<
  WorldContext,
  'window' | 'start' | 'control' | 'prelude'
> {
  readonly createWorld: WorldFactory
  readonly post: (message: GuestMessage, transfer?: Transferable[]) => void
}

export class ProgramRun {
  readonly #options: ProgramRunOptions
  readonly #guard = new LoopGuard({ now: natives.now, nextTurn: natives.sharedTurn })
  readonly #files = new ProgramFiles(this.#guard)
  readonly #stream: RecordStream
  readonly #dispatches: Dispatches
  readonly #uncaught: Uncaught
  readonly #world: World
  #failed = false
  #endlessLoops = 0

  constructor(options: ProgramRunOptions) {
    const { post, start } = options
    const { runId } = start
    this.#options = options
    this.#stream = new RecordStream({
      time: () => this.#world.time(),
      now: natives.now,
      later: natives.setTimeout,
      send: (events, computedUntil) => post({ type: 'records', runId, events, computedUntil }),
    })
    this.#dispatches = new Dispatches(this.#stream, this.#guard)
    this.#uncaught = new Uncaught(options.window, {
      recorder: this.#stream,
      files: this.#files,
      recorded: this.#onUncaught,
    })
    this.#world = options.createWorld(this.#context())
  }

  /** Runs the program and reports how it ended. */
  async run(): Promise<void> {
    const { start, post } = this.#options
    const { runId } = start
    post({ type: 'started', runId, browser: natives.userAgent })
    for (const { question, answer } of start.predictions ?? []) {
      this.#stream.record(observed({ type: 'prediction', question, answer }))
    }
    this.#furnish()
    await this.#runServer()
    if (!this.#failed) await this.#runClient()
    const end: RunEnd = this.#failed
      ? { reason: 'failed', time: this.#world.time() }
      : await this.#goOn()
    this.#stream.close()
    post({ type: 'ended', runId, ...end })
  }

  #context(): WorldContext {
    const { window, start, control, prelude, post } = this.#options
    const { dispatching, dispatched, now } = this.#dispatches
    return {
      prelude,
      announceRealm: (name, port) => post({ type: 'realm', runId: start.runId, name }, [port]),
      window,
      start,
      control,
      stream: this.#stream,
      locate: this.#locate,
      dispatching,
      dispatched,
      dispatchedNow: now,
      nextTurn: natives.nextTurn,
      wait: (delay) => new Promise((resolve) => natives.setTimeout(resolve, delay)),
      failed: () => this.#failed,
      shiftFirstLine: (name, characters) => this.#files.shiftFirstLine(name, characters),
      report: (thrown, kind, side) => this.#uncaught.report(thrown, kind, { side }),
      fail: (thrown, kind) => {
        this.#failed = true
        this.#uncaught.report(thrown, kind)
      },
    }
  }

  readonly #locate = () => this.#files.locate()

  readonly #onUncaught = (kind: UncaughtError['kind']): void => {
    if (kind === 'endlessLoop') this.#endlessLoops += 1
    if (kind === 'syntaxError' || this.#endlessLoops >= MAX_ENDLESS_LOOPS) this.#failed = true
    this.#options.control.wake()
  }

  /** Prepares the document for the program and captures what the program does there. */
  #furnish(): void {
    const { window, start, control } = this.#options
    const { document } = window
    const page = start.program['page.html']
    this.#guard.install(document)
    this.#world.install()
    captureConsole(window.console, {
      recorder: this.#stream,
      time: () => this.#world.time(),
      locate: this.#locate,
      cause: () => this.#world.cause(),
      translate: (value) => translated(value, this.#files),
    })
    captureDialogs(window, {
      recorder: this.#stream,
      locate: this.#locate,
      cause: () => this.#world.cause(),
      answers: start.inputs.filter((input) => input.kind === 'answer'),
    })
    replaceDocumentWrite(document)
    if (page === undefined) return
    putPage(document, page)
    captureUserInput(window, this.#stream, () => control.wake())
  }

  async #runServer(): Promise<void> {
    const { program, endpoint } = this.#options.start
    const source = program['server.js']
    if (source === undefined || endpoint.kind !== 'built-in') return
    const file = this.#files.prepare('server.js', source, { goal: 'module' })
    this.#uncaught.loading = file.name
    try {
      await this.#world.runServer(file)
    } catch (error) {
      const kind = error instanceof SyntaxError ? 'syntaxError' : 'exception'
      const place = placeInMessage(error, file) ?? placeOf(file)
      this.#uncaught.report(error, kind, { side: 'server', place })
      this.#failed = true
    }
    this.#uncaught.loading = undefined
    this.#tellUnguarded(file)
  }

  async #runClient(): Promise<void> {
    const { window, start } = this.#options
    const file = this.#files.prepare('client.js', start.program['client.js'], {
      modulePrologue: MODULE_PROLOGUE,
    })
    const refused = refusedImport(file.imports)
    if (refused !== undefined) {
      const place = { file: file.name, ...refused.place }
      this.#uncaught.report(refused.error, 'exception', { place })
      this.#failed = true
      return
    }
    this.#uncaught.loading = file.name
    await runClientProgram(window, file)
    this.#uncaught.loading = undefined
    this.#tellUnguarded(file)
  }

  /** Fires `load`, then lets the world run to its end. */
  #goOn(): Promise<RunEnd> {
    const { window } = this.#options
    this.#world.queueTask(() => {
      const seq = this.#stream.record(observed({ type: 'pageLifecycle', phase: 'load' }))
      this.#dispatches.dispatching(seq)
      // The document loaded long ago, but programs wait for these events.
      window.document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }))
      window.dispatchEvent(new Event('load'))
      this.#dispatches.dispatched(seq)
    })
    return this.#world.run()
  }

  #tellUnguarded({ name, unparsable }: PreparedFile): void {
    // A file that the browser could not parse either was reported as a syntax error.
    if (unparsable === undefined || this.#failed) return
    const { start, post } = this.#options
    post({ type: 'unguarded', runId: start.runId, file: name, message: unparsable.message })
  }
}

/** Where acorn stopped, for a file that the browser could not parse either. */
function placeOf({ name, unparsable }: PreparedFile) {
  return unparsable && { file: name, line: unparsable.line, column: unparsable.column }
}

/** The in-page network puts the position before the message of a syntax error. */
function placeInMessage(error: unknown, { name }: PreparedFile): SourcePosition | undefined {
  if (!(error instanceof SyntaxError)) return undefined
  const [, file, line, column] = /^([\w.-]+):(\d+):(\d+): /u.exec(error.message) ?? []
  return file === name ? { file, line: Number(line), column: Number(column) } : undefined
}

/** A printed error has a stack with columns of the running text. */
function translated(value: RemoteValue, files: ProgramFiles): RemoteValue {
  return value.kind === 'error' ? { ...value, stack: files.translateStack(value.stack) } : value
}
