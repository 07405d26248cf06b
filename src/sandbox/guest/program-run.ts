/**
 * One run of a program in this document. Over 300 lines, because its parts are made for each other
 * here, and whatever ends the run is decided in one place.
 */
import { copyValue } from '../../core/trace/copy-value.ts'
import type { SourcePosition, UncaughtError } from '../../core/trace/event.ts'
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import { PLAIN_SIGHT, type Sight } from '../../core/trace/sight.ts'
import type { GuestMessage, ScheduledInput } from '../messages.ts'
import { consoleText, observed } from '../observed-event.ts'
import { runClientProgram } from './client-program.ts'
import { captureConsole } from './console-capture.ts'
import { createSight } from './console-sight.ts'
import { captureDialogs } from './dialogs.ts'
import { Dispatches } from './dispatches.ts'
import type { Evaluate, Evaluations } from './evaluations.ts'
import { performInput } from './inputs.ts'
import type { importsPart } from './libraries/imports-part.ts'
import { Intrinsics } from './intrinsics.ts'
import { LoopGuard } from './loop-guard.ts'
import { natives } from './natives.ts'
import type { watchPage } from './page-changes.ts'
import { putPage, replaceDocumentWrite, runScriptLinks, watchRefusedFiles } from './page.ts'
import type { PreparedFile } from '../prepared-program.ts'
import { namedFiles, ProgramFiles } from './program-files.ts'
import { MAX_STANDSTILL, Progress } from './progress.ts'
import { ProxyTargets } from './proxy-targets.ts'
import { RecordStream } from './record-stream.ts'
import { translated } from './translated-value.ts'
import { describe, Uncaught } from './uncaught.ts'
import { captureUserInput } from './user-input.ts'
import type { RunEnd } from './virtual-run.ts'
import type { World, WorldContext, WorldFactory } from './world.ts'
import { hideMessagesOfOurs } from './window-event.ts'

const CLIENT = 'client.js'
const SERVER = 'server.js'

/** UTF-16 code units of the reason why a run cannot go on. */
const MAX_REASON = 1000

/** Endless loops after which the whole run ends: each took half a second. */
const MAX_ENDLESS_LOOPS = 3

export interface ProgramRunOptions extends Pick<
  WorldContext,
  'window' | 'start' | 'control' | 'prelude'
> {
  readonly createWorld: WorldFactory
  /** The part that only a run needs that has a page. */
  readonly watchPage: typeof watchPage
  /** There if the program may import something. */
  readonly imports?: typeof importsPart
  /** The part that only a run needs in whose console somebody types. */
  readonly evaluations: () => typeof Evaluations
  readonly post: (message: GuestMessage, port?: MessagePort) => void
}

export class ProgramRun {
  readonly #options: ProgramRunOptions
  readonly #guard = new LoopGuard({ now: natives.now, nextTurn: natives.sharedTurn })
  /** From when the program may change them. */
  #intrinsics: Intrinsics | undefined
  /** The modules of libraries, by what the program calls them. */
  readonly #modules: Record<string, string> = {}
  #librariesLoaded: Promise<void> | undefined
  readonly #progress: Progress
  readonly #files: ProgramFiles
  readonly #stream: RecordStream
  readonly #dispatches: Dispatches
  readonly #uncaught: Uncaught
  #evaluations: Evaluations | undefined
  /** Sees the variables of a module. */
  #evaluateInModule: Evaluate | undefined
  readonly #world: World
  #sight: Sight = PLAIN_SIGHT
  #failed = false
  #hasEnded = false
  #endlessLoops = 0

  constructor(options: ProgramRunOptions) {
    const { post, start } = options
    const { runId } = start
    this.#options = options
    this.#progress = new Progress()
    this.#files = new ProgramFiles(start.prepared)
    for (const { specifier, module } of start.modules) this.#modules[specifier] = module
    for (const [name, { sites }] of namedFiles(start.prepared)) this.#guard.addSites(name, sites)
    this.#stream = new RecordStream({
      time: () => this.#world.time(),
      now: natives.now,
      later: natives.setTimeout,
      send: (events, computedUntil) => {
        // What was recorded since the last look may be the program's work.
        if (this.#isIntact(this.#intrinsics?.changed()))
          post({ type: 'records', runId, events, computedUntil })
      },
      appended: () => this.#isIntact(this.#intrinsics?.glance()),
      released: () => this.#world.released?.(),
    })
    this.#dispatches = new Dispatches(this.#stream, this.#guard)
    this.#uncaught = new Uncaught(options.window, {
      recorder: this.#stream,
      files: this.#files,
      copy: this.#copy,
      recorded: this.#onUncaught,
      isNone: (thrown) => this.#world.isServerExit?.(thrown) === true,
      rejectedOnServer: (reason, promise) => {
        const tell = this.#world.rejectedOnServer
        tell?.(reason, promise)
        return tell !== undefined
      },
    })
    this.#world = options.createWorld(this.#context())
  }

  /** Runs the program and reports how it ended. */
  async run(): Promise<void> {
    try {
      await this.#run()
    } catch (error) {
      this.#cannotGoOn(`The sandbox could not go on: ${describe(error).message}`)
    }
  }

  /** The user acts now. */
  input(input: ScheduledInput): void {
    if (this.#hasEnded) return
    this.#perform(input)
    this.#options.control.wake()
  }

  /** The page takes as many messages more. */
  grant(count: number): void {
    this.#stream.grant(count)
  }

  /** Looks from time to time whether the run can be recorded and goes on. */
  look(): void {
    this.#isIntact(this.#intrinsics?.changed())
    const { control, start } = this.#options
    // Real time tells no run that waits from one that has stopped.
    if (start.endpoint.kind !== 'built-in' || this.#hasEnded || control.isAwaited)
      this.#progress.made()
    else if (this.#progress.look())
      this.#cannotGoOn(`The run did not go on for ${MAX_STANDSTILL / 1000} seconds.`)
  }

  async #run(): Promise<void> {
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
    if (this.#hasEnded) return
    this.#stream.close()
    if (this.#hasEnded) return
    this.#hasEnded = true
    post({ type: 'ended', runId, ...end })
  }

  /** @param changed what the program changed, if anything: then the run ends. */
  #isIntact(changed: string | undefined): boolean {
    if (changed !== undefined) this.#cannotGoOn('')
    return changed === undefined
  }

  #cannotGoOn(detail: string): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#failed = true
    const { start, post } = this.#options
    this.#stream.close()
    const changed = this.#intrinsics?.changed()
    const reason =
      changed === undefined
        ? detail
        : `The program changed ${changed}, on which the recording stands.`
    post({ type: 'unrecordable', runId: start.runId, detail: reason.slice(0, MAX_REASON) })
  }

  #context(): WorldContext {
    const { window, start, control, prelude, post } = this.#options
    const { dispatching, dispatched, now } = this.#dispatches
    return {
      prelude,
      announceRealm: (name, port) => post({ type: 'realm', runId: start.runId, name }, port),
      window,
      start,
      control,
      stream: this.#stream,
      locate: this.#locate,
      dispatching,
      dispatched,
      dispatchedNow: now,
      nextTurn: () => {
        this.#progress.made()
        return natives.nextTurn()
      },
      wait: (delay) => new Promise((resolve) => natives.setTimeout(resolve, delay)),
      failed: () => this.#failed,
      perform: this.#perform,
      shiftFirstLine: (name, characters) => this.#files.shiftFirstLine(name, characters),
      report: (thrown, kind, side, server) => this.#uncaught.report(thrown, kind, { side, server }),
      fail: (thrown, kind) => {
        this.#failed = true
        this.#uncaught.report(thrown, kind)
      },
    }
  }

  readonly #copy = (value: unknown): RemoteValue =>
    translated(copyValue(value, this.#sight), this.#files)

  readonly #perform = (input: ScheduledInput): void => {
    performInput(this.#options.window.document, input, this.#stream, (evaluation, cause) =>
      this.#evaluated().perform(evaluation, cause),
    )
  }

  #evaluated(): Evaluations {
    const { window, evaluations, control } = this.#options
    this.#evaluations ??= new (evaluations())({
      window,
      recorder: this.#stream,
      guard: this.#guard,
      evaluate: this.#evaluateInModule ?? natives.evaluate,
      copy: this.#copy,
      recorded: () => control.wake(),
      sockets: () => this.#world.sockets(),
      ping: (socket, payload) => this.#world.ping?.(socket, payload),
    })
    return this.#evaluations
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
    const targets = new ProxyTargets()
    targets.install(window)
    this.#sight = createSight({
      untoldGetter: (getter) => this.#world.untoldGetter(getter),
      targetOf: targets.targetOf,
      isVirtual: start.endpoint.kind === 'built-in',
      isGuarded: namedFiles(start.prepared).every(([, file]) => file.unparsable === undefined),
    })
    captureConsole(window.console, {
      recorder: this.#stream,
      time: () => this.#world.time(),
      locate: this.#locate,
      calls: () => this.#files.calls(),
      cause: () => this.#world.cause(),
      sight: this.#sight,
      translate: (value) => translated(value, this.#files),
    })
    captureDialogs(window, {
      recorder: this.#stream,
      locate: this.#locate,
      cause: () => this.#world.cause(),
      answers: start.inputs.filter((input) => input.kind === 'answer'),
    })
    const { imports } = this.#options
    imports?.installStorage(window, Date.now)
    if (start.modules.length > 0)
      this.#librariesLoaded = imports?.installLibraries(window, start.libraries, this.#modules, {
        files: { ...start.program },
        queueTask: (task) => this.#world.queueTask(task),
      })
    replaceDocumentWrite(document)
    hideMessagesOfOurs(window)
    this.#intrinsics = new Intrinsics(window)
    if (page === undefined) return
    runScriptLinks(document)
    watchRefusedFiles(document, (url) => {
      const text = `${url} was not loaded: a program here loads no file of another server.`
      this.#stream.record(observed(consoleText('warn', text)))
    })
    putPage(document, page, (address) => Object.hasOwn(this.#modules, address))
    captureUserInput(window, this.#stream, () => control.wake())
    this.#options.watchPage(document, this.#stream, () => this.#world.cause())
  }

  async #runServer(): Promise<void> {
    const { prepared, endpoint } = this.#options.start
    const file = prepared['server.js']
    if (file === undefined || endpoint.kind !== 'built-in') return
    this.#uncaught.loading = SERVER
    try {
      await this.#world.runServer(SERVER, file)
    } catch (error) {
      const kind = error instanceof SyntaxError ? 'syntaxError' : 'exception'
      const place = placeInMessage(error) ?? placeOf(file)
      this.#uncaught.report(error, kind, { side: 'server', place })
      this.#failed = true
    }
    this.#uncaught.loading = undefined
    this.#tellUnguarded(SERVER, file)
  }

  async #runClient(): Promise<void> {
    const { window, start } = this.#options
    const file = start.prepared[CLIENT]
    const refused = this.#options.imports?.refusedImport(file.imports, this.#modules)
    if (refused !== undefined) {
      const place = { file: CLIENT, ...refused.place }
      this.#uncaught.report(refused.error, 'exception', { place })
      this.#failed = true
      return
    }
    await this.#librariesLoaded
    // A turn of its own: what the server's start took is not the client's.
    await natives.nextTurn()
    this.#uncaught.loading = CLIENT
    await runClientProgram(window, CLIENT, file, (evaluate) => {
      this.#evaluateInModule = evaluate
    })
    this.#uncaught.loading = undefined
    this.#tellUnguarded(CLIENT, file)
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

  #tellUnguarded(file: string, { unparsable }: PreparedFile): void {
    // A file that the browser could not parse either was reported as a syntax error.
    if (unparsable === undefined || this.#failed) return
    const { start, post } = this.#options
    post({ type: 'unguarded', runId: start.runId, file, message: unparsable.message })
  }
}

/** Where acorn stopped, for a server program that the browser could not parse either. */
function placeOf({ unparsable }: PreparedFile) {
  return unparsable && { file: SERVER, line: unparsable.line, column: unparsable.column }
}

/** The in-page network puts the position before the message of a syntax error. */
function placeInMessage(error: unknown): SourcePosition | undefined {
  if (!(error instanceof SyntaxError)) return undefined
  const [, file, line, column] = /^([\w.-]+):(\d+):(\d+): /u.exec(error.message) ?? []
  return file === undefined ? file : { file, line: Number(line), column: Number(column) }
}
