/** One run in the sandbox: its document, the streams of its realms, and its heartbeat. */
import { EventStreamValidator } from '../../core/trace/schema.ts'
import {
  parseGuestMessage,
  type GuestMessage,
  type HostMessage,
  type ScheduledInput,
  type StartMessage,
} from '../messages.ts'
import { Allowance } from './allowance.ts'
import { Heartbeat } from './heartbeat.ts'
import { MergedStreams } from './merged-streams.ts'
import { RealmStreams } from './realm-streams.ts'
import type { RunCommand, RunListener, SandboxProblem, SandboxRun } from './run.ts'
import type { SandboxDocument, SandboxDocumentObserver } from './sandbox-document.ts'

export type RunDocument = Pick<SandboxDocument, 'greeted' | 'remove' | 'send' | 'title' | 'use'>

interface HostedRunOptions {
  readonly runId: string
  /** A promise while something that the program needs is fetched. */
  readonly start: StartMessage | Promise<StartMessage>
  readonly listener: RunListener
  /** Gives the document the parts that a program may need later. */
  readonly loadParts: () => Promise<unknown>
  readonly document: RunDocument
  /** Only after a hang: makes another document, again and again until one greets. */
  readonly nextDocument: (() => RunDocument) | undefined
  /** Called when a document has greeted after a hang. */
  readonly recovered: () => void
  /** @param hangs whether the program still blocks the event loop of its process. */
  readonly stopped: (run: HostedRun, hangs: boolean) => void
}

/** Milliseconds that a document may take to greet after a hang, before another one is made. */
const PATIENCE_AFTER_HANG = 1000

const NAVIGATED =
  'The program left its page, so it was stopped. Nothing was sent to that address, but some browsers (Chromium) have looked its name up and opened a connection.'
/** As other details of a sandbox, in the words of its code. */
const FLOODED =
  'The program sent this page more messages than it takes at a time, past the sandbox.'

export class HostedRun implements SandboxRun {
  readonly #options: HostedRunOptions
  readonly #events = new EventStreamValidator()
  readonly #heartbeat: Heartbeat
  readonly #streams: MergedStreams
  readonly #realms: RealmStreams
  readonly #allowance: Allowance
  /** All messages so far, which the next document gets too. */
  readonly #sent: HostMessage[] = []
  readonly #observer: SandboxDocumentObserver
  #document: RunDocument
  #retry: ReturnType<typeof setInterval> | undefined
  #isStopped = false
  /** Texts that were typed since the run began. */
  #evaluations = 0
  #hasEnded = false

  constructor(options: HostedRunOptions) {
    const { listener, start, nextDocument } = options
    this.#options = options
    this.#document = options.document
    this.#heartbeat = new Heartbeat((isUnresponsive) =>
      listener({ type: 'unresponsive', isUnresponsive }),
    )
    const later = (callback: () => void, delay: number) =>
      setTimeout(() => this.#isStopped || callback(), delay)
    this.#allowance = new Allowance({
      later,
      grant: (count) => this.#document.send({ type: 'credit', count }),
    })
    this.#streams = new MergedStreams({
      now: () => performance.now(),
      later,
      emit: (events, computedUntil) => listener({ type: 'records', events, computedUntil }),
    })
    this.#realms = new RealmStreams(this.#streams, (problem) => this.#fail('unrecordable', problem))
    this.#observer = {
      message: (value, ports) => this.#accept(value, ports),
      navigated: () => this.#fail('navigated', NAVIGATED),
      loadFailed: (detail) => this.#fail('loadFailed', detail),
    }
    this.#document.use(this.#observer)
    if (start instanceof Promise) {
      start.then(
        (message) => this.#isStopped || this.#post(message),
        (error: unknown) => this.#isStopped || this.#fail('loadFailed', String(error)),
      )
    } else this.#post(start)
    if (nextDocument) this.#retry = setInterval(() => this.#try(nextDocument), PATIENCE_AFTER_HANG)
  }

  set title(title: string) {
    this.#document.title = title
  }

  send(command: RunCommand): void {
    if (command.type === 'input' && command.input.kind === 'evaluate') this.#evaluate(command.input)
    else this.#post({ ...command, runId: this.#options.runId })
  }

  /** What is typed comes with the parser, which a first Run has often done without. */
  #evaluate(input: ScheduledInput): void {
    const { start: begun, loadParts } = this.#options
    const needed = Promise.all([import('../prepare-evaluation.ts'), begun, loadParts()])
    needed.then(
      ([{ prepareEvaluation }, start]) => {
        if (this.#isStopped) return
        const given = start.inputs.filter(({ kind }) => kind === 'evaluate').length
        const evaluation = prepareEvaluation(input.value ?? '', given + this.#evaluations)
        this.#evaluations += 1
        const { runId } = this.#options
        this.#post({ type: 'input', runId, input: { ...input, evaluation } })
      },
      (error: unknown) => this.#isStopped || this.#fail('loadFailed', String(error)),
    )
  }

  stop(): void {
    if (this.#isStopped) return
    this.#isStopped = true
    clearInterval(this.#retry)
    this.#heartbeat.stop()
    this.#realms.close()
    this.#document.remove(this.#hasEnded)
    this.#options.stopped(this, this.#heartbeat.silent)
  }

  #post(message: HostMessage): void {
    this.#sent.push(message)
    this.#document.send(message)
  }

  #fail(kind: SandboxProblem['kind'], detail: string): void {
    this.stop()
    this.#options.listener({ type: 'failed', problem: { kind, detail } })
  }

  #accept(value: unknown, ports: readonly MessagePort[]): void {
    if (!this.#allowance.take(value)) return this.#fail('unrecordable', FLOODED)
    const result = parseGuestMessage(value, this.#events)
    if (!result.ok) return this.#fail('invalidMessage', result.problem)
    const { message } = result
    if (message.type === 'ready') return
    if (message.type === 'refused') return this.#fail('unrecordable', message.detail)
    if (message.runId !== this.#options.runId)
      return this.#fail('invalidMessage', `The sandbox spoke of ${message.runId}.`)
    this.#heartbeat.seen()
    this.#take(message, ports)
  }

  #take(
    message: Exclude<GuestMessage, { type: 'ready' | 'refused' }>,
    ports: readonly MessagePort[],
  ): void {
    const { listener } = this.#options
    switch (message.type) {
      case 'heartbeat':
        return
      case 'realm':
        return this.#realms.listenTo(ports[0])
      case 'records':
        return this.#streams.accept(message.events, message.computedUntil)
      case 'unrecordable':
        return this.#streams.finish(() => this.#fail('unrecordable', message.detail))
      case 'started':
        this.#heartbeat.start()
        return listener(message)
      case 'ended':
        this.#hasEnded = true
        this.#heartbeat.stop()
        return this.#streams.finish(() => listener(message))
      default:
        listener(message)
    }
  }

  /** Replaces a document that has not greeted: another one may get a process that runs. */
  #try(nextDocument: () => RunDocument): void {
    if (this.#document.greeted) {
      clearInterval(this.#retry)
      return this.#options.recovered()
    }
    this.#document.remove()
    this.#document = nextDocument()
    this.#document.use(this.#observer)
    for (const message of this.#sent) this.#document.send(message)
  }
}
