import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))

/** What `/lab/health` says, of what these tests look at. */
export interface Health {
  readonly connections: {
    readonly open: number
    readonly total: number
    readonly heldBytes: number
  }
  readonly memory: {
    readonly rss: number
    readonly heapUsed: number
    readonly arrayBuffers: number
  }
  readonly scenarios: readonly { readonly name: string; readonly state: string }[]
  readonly wiretap: { readonly readers: number; readonly waitingCharacters: number }
}

/** `npm start` in a separate process whose memory is watched. */
export class LabProcess {
  readonly port: number
  readonly lines: string[]
  readonly #child: ChildProcess
  readonly #watch: NodeJS.Timeout
  #peak = 0

  private constructor(child: ChildProcess, port: number, lines: string[]) {
    this.#child = child
    this.port = port
    this.lines = lines
    this.#watch = setInterval(() => {
      // A server that is busy or gone is noticed where it is asked for something.
      this.health().catch(() => {})
    }, 200).unref()
  }

  /** @param options of `npm start`, besides the port */
  static async start(options: readonly string[]): Promise<LabProcess> {
    const child = spawn(process.execPath, [start, '--port', '0', ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    let rest = ''
    const port = await new Promise<number>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`It ended and printed only:\n${lines.join('\n')}`)))
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const [last = '', ...whole] = (rest + text).split('\n').reverse()
        rest = last
        lines.push(...whole.reverse())
        const address = lines.map((line) => /Upgrade 101\s+http:\S+:(\d+)/.exec(line)).find(Boolean)
        // The lines that follow the address at once.
        if (address && lines.some((line) => line.includes('Ctrl+C'))) resolve(Number(address[1]))
      })
    })
    return new LabProcess(child, port, lines)
  }

  async health(): Promise<Health> {
    const response = await fetch(`http://127.0.0.1:${this.port}/lab/health`)
    // The lab server's own tests hold it to this form.
    const health = (await response.json()) as Health
    this.#peak = Math.max(this.#peak, health.memory.rss)
    return health
  }

  /** Waits until the health matches; throws the last health after `seconds` seconds. */
  async becomes(matches: (health: Health) => boolean, seconds = 600): Promise<Health> {
    const deadline = Date.now() + seconds * 1000
    for (;;) {
      const health = await this.health()
      if (matches(health)) return health
      if (Date.now() > deadline) throw new Error(`It stays so: ${JSON.stringify(health)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** The most memory that the process had since this was asked last, in bytes. */
  takePeak(): number {
    const peak = this.#peak
    this.#peak = 0
    return peak
  }

  /** Ends it as Ctrl+C does, and gives its exit code. */
  async stop(): Promise<number | null> {
    clearInterval(this.#watch)
    this.#child.removeAllListeners('exit')
    this.#child.kill('SIGINT')
    const [code] = (await once(this.#child, 'exit')) as [number | null]
    return code
  }
}
