import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readProgram } from './program.ts'
import { ScenarioRun, type ScenarioRunOptions } from './run.ts'

export interface ScenarioOptions extends Pick<
  ScenarioRunOptions,
  'maxMessageBytes' | 'onWebSocket'
> {
  /** The word after `/lab/` in its address. */
  readonly name: string
  /** The file of its program. */
  readonly path: string
  readonly log: (line: string) => void
  /** How long it stays down after too many crashes, in milliseconds. */
  readonly pause?: number
}

export type ScenarioState = 'stopped' | 'starting' | 'running' | 'pausing' | 'failed'

/** A scenario that crashes this often in a minute pauses, or clients could keep it crashing. */
const maxCrashesPerMinute = 5

/** A scenario's program, kept running: a crash ends its run, and a fresh one begins. */
export class Scenario {
  readonly name: string
  readonly #options: ScenarioOptions
  #run: ScenarioRun | null = null
  #state: ScenarioState = 'stopped'
  #crashTimes: number[] = []
  #starting: Promise<void> | null = null
  #pause: NodeJS.Timeout | null = null

  constructor(options: ScenarioOptions) {
    this.name = options.name
    this.#options = options
  }

  get state(): ScenarioState {
    return this.#state
  }

  /** The run that takes connections now; null while there is none, or it does not listen. */
  get run(): ScenarioRun | null {
    return this.#run?.isListening ? this.#run : null
  }

  /** Resolves when the program that is starting now is up, or is not; null while none is. */
  get starting(): Promise<void> | null {
    return this.#starting
  }

  /** Resolves when the program is up, or has failed and its log line says why. */
  start(): Promise<void> {
    this.#starting = this.#start().finally(() => (this.#starting = null))
    return this.#starting
  }

  /** Ends the run for good. */
  stop(): void {
    if (this.#pause !== null) clearTimeout(this.#pause)
    this.#run?.end()
    this.#run = null
    this.#state = 'stopped'
  }

  async #start(): Promise<void> {
    const { path, log, maxMessageBytes, onWebSocket } = this.#options
    const run = new ScenarioRun({
      maxMessageBytes,
      onWebSocket,
      onConsole: (line) => log(`${this.name}: ${line}`),
      onCrash: (error) => this.#crashed(error),
    })
    this.#state = 'starting'
    this.#run = run
    try {
      const program = readProgram(await readFile(path, 'utf8'), path)
      await run.start(program)
    } catch (error) {
      run.crash(error)
    }
    // It may have crashed, or have been stopped, while it started.
    if (this.#run === run) this.#state = 'running'
  }

  #crashed(error: unknown): void {
    const what = describe(error, this.#options.path)
    if (this.#state === 'starting') {
      this.#fail(`did not start: ${what}`)
      return
    }
    this.#run = null
    const { log, pause = 60_000 } = this.#options
    const now = Date.now()
    this.#crashTimes = [...this.#crashTimes.filter((time) => now - time < 60_000), now]
    if (this.#crashTimes.length < maxCrashesPerMinute) {
      log(`${this.name} crashed and starts afresh: ${what}`)
      void this.start()
      return
    }
    this.#state = 'pausing'
    this.#crashTimes = []
    const seconds = Math.ceil(pause / 1000)
    log(
      `${this.name} crashed ${maxCrashesPerMinute} times in a minute: ${what}; it starts afresh in ${seconds} s`,
    )
    this.#pause = setTimeout(() => void this.start(), pause).unref()
  }

  #fail(reason: string): void {
    this.#run = null
    this.#state = 'failed'
    this.#options.log(`${this.name} ${reason}; it stays down until the lab server starts again`)
  }
}

/** An error on one line, with the place in the scenario's file where its stack knows one. */
function describe(error: unknown, path: string): string {
  if (!(error instanceof Error)) return `threw ${String(error)}`
  const frame = error.stack?.split('\n').find((line) => line.includes(`${path}:`))
  const place = frame === undefined ? '' : (/:\d+:\d+/.exec(frame)?.[0] ?? '')
  return `${error.name}: ${error.message}${place && ` (${basename(path)}${place})`}`
}
