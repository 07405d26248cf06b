/**
 * What the page supplies to the sandbox: prepared programs, and the parts that are not in its
 * document. All of it is loaded once, when the page is idle or a program needs it: most programs are
 * prepared without the parser as long as it is not there.
 */
import type { Program } from '../../core/program/program.ts'
import type { PreparedProgram } from '../prepared-program.ts'
import { PARTS, PARTS_FILE, type PartTexts } from '../parts.ts'
import type { StartMessage } from '../messages.ts'
import { scanProgram } from '../scan/scan-program.ts'
import { neededParts } from './needed-parts.ts'
import type { RunRequest } from './run.ts'

type Prepare = (program: Program) => PreparedProgram

/** Instrumented ahead of time, so that acorn is compiled before the first Run. */
const SAMPLE: Program = {
  'client.js': `const ws = new WebSocket('wss://a.example/')
ws.onopen = () => { for (const text of ['a', \`b\`]) ws.send(text) }
ws.addEventListener('message', async ({ data }) => { if (data !== null) await (function () { console.log(data) })() })`,
  'server.js': `import { WebSocketServer } from 'ws'
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => socket.on('message', (data, binary) => socket.send(data, { binary })))`,
}

export class Supplies {
  readonly #url: string
  #prepare: Prepare | undefined
  #loadingPrepare: Promise<Prepare> | undefined
  #parts: PartTexts | undefined
  #loadingParts: Promise<PartTexts> | undefined
  readonly #waiting: ((parts: PartTexts) => void)[] = []

  /** @param url of `sandbox.html`. */
  constructor(url: string) {
    this.#url = url
  }

  /** Calls back when the parts are fetched: at once if they are. */
  whenParts(callback: (parts: PartTexts) => void): void {
    if (this.#parts === undefined) this.#waiting.push(callback)
    else callback(this.#parts)
  }

  /** Loads all of it ahead of time. What fails now is tried again when it is needed. */
  async load(): Promise<void> {
    try {
      const prepare = await this.#loadPrepare()
      prepare(SAMPLE)
      await this.loadParts()
    } catch {
      // A run that needs it tells.
    }
  }

  /** The start of a run: at once if all that it needs is here. */
  startOf(runId: string, request: RunRequest): StartMessage | Promise<StartMessage> {
    const parts = neededParts(request)
    const { program } = request
    const start = (prepared: PreparedProgram): StartMessage => ({
      type: 'start',
      runId,
      ...request,
      prepared,
      parts,
    })
    const prepared = this.#prepare?.(program) ?? scanProgram(program)
    const lacksParts = parts.length > 0 && this.#parts === undefined
    if (prepared !== null && !lacksParts) return start(prepared)
    const loading = [
      prepared ?? this.#loadPrepare().then((prepare) => prepare(program)),
      lacksParts ? this.loadParts() : undefined,
    ] as const
    return Promise.all(loading).then(([prepared]) => start(prepared))
  }

  /** @throws TypeError if they cannot be had. */
  loadParts(): Promise<PartTexts> {
    this.#loadingParts ??= this.#fetchParts().catch((error: unknown) => {
      this.#loadingParts = undefined
      throw error
    })
    return this.#loadingParts
  }

  async #fetchParts(): Promise<PartTexts> {
    const url = new URL(PARTS_FILE, new URL(this.#url, document.baseURI))
    const response = await fetch(url)
    if (!response.ok) throw new TypeError(`${url.href} is not there: ${response.status}.`)
    const parts: unknown = await response.json()
    if (!arePartTexts(parts)) throw new TypeError(`${url.href} is of another version.`)
    this.#parts = parts
    // Before a run that waits for them starts.
    for (const callback of this.#waiting.splice(0)) callback(parts)
    return parts
  }

  #loadPrepare(): Promise<Prepare> {
    this.#loadingPrepare ??= import('../prepare-program.ts').then(
      ({ prepareProgram }) => (this.#prepare = prepareProgram),
      (error: unknown) => {
        this.#loadingPrepare = undefined
        throw error
      },
    )
    return this.#loadingPrepare
  }
}

function arePartTexts(value: unknown): value is PartTexts {
  return (
    typeof value === 'object' &&
    value !== null &&
    PARTS.every((part) => typeof Reflect.get(value, part) === 'string')
  )
}
