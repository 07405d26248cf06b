/**
 * What the page supplies to the sandbox: prepared programs, and the parts that are not in its
 * document. All of it is loaded once, when the page is idle or a program needs it: most programs are
 * prepared without the parser as long as it is not there.
 */
import { isPage } from '../../core/program/pasted-page.ts'
import type { Program } from '../../core/program/program.ts'
import type { PreparedProgram } from '../prepared-program.ts'
import { COMMON_PARTS, isRare, PARTS_FILE, RARE_PARTS, type PartTexts } from '../parts.ts'
import type { StartMessage } from '../messages.ts'
import { scanProgram } from '../scan/scan-program.ts'
import { neededParts, takesMoreOfNode } from './needed-parts.ts'
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
  readonly #given: Readonly<Record<string, string>>
  #prepare: Prepare | undefined
  #loadingPrepare: Promise<Prepare> | undefined
  #parts: PartTexts | undefined
  #loadingParts: Promise<PartTexts> | undefined
  /** Rare parts and libraries, by the name of their files. */
  readonly #files = new Map<string, Promise<string>>()
  readonly #waiting: ((parts: PartTexts) => void)[] = []

  /**
   * @param url of `sandbox.html`.
   * @param given files that need not be fetched, by name.
   */
  constructor(url: string, given: Readonly<Record<string, string>> = {}) {
    this.#url = url
    this.#given = given
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
    const { program, inputs } = request
    if (isPage(program['client.js'])) return this.#startOfPage(runId, request)
    return inputs.some(({ kind }) => kind === 'evaluate')
      ? this.#startWithEvaluations(runId, request)
      : this.#startOf(runId, request)
  }

  async #startOfPage(runId: string, request: RunRequest): Promise<StartMessage> {
    const { takenApart } = await import('../../core/program/taken-apart.ts')
    return this.#startWithEvaluations(runId, { ...request, program: takenApart(request.program) })
  }

  async #startWithEvaluations(runId: string, request: RunRequest): Promise<StartMessage> {
    const { withEvaluations } = await import('../prepare-evaluation.ts')
    return this.#startOf(runId, { ...request, inputs: withEvaluations(request.inputs) })
  }

  #startOf(runId: string, request: RunRequest): StartMessage | Promise<StartMessage> {
    const parts = neededParts(request)
    const { program } = request
    const parsed = this.#prepare?.(program) ?? scanProgram(program)
    const prepared = parsed !== null && isParsed(parsed) ? parsed : null
    const lacksParts = parts.length > 0 && this.#parts === undefined
    const start = (read: PreparedProgram): StartMessage | Promise<StartMessage> => {
      const server = read['server.js']
      const all =
        server !== undefined && !parts.includes('node') && takesMoreOfNode(server)
          ? [...parts, 'node' as const]
          : parts
      const message: StartMessage = {
        ...{ type: 'start', runId, ...request, prepared: read, parts: all },
        ...{ given: [], libraries: [], serverLibraries: [], modules: [] },
      }
      return all.some((part) => part === 'imports' || isRare(part))
        ? this.#completed(message)
        : message
    }
    if (prepared !== null && !lacksParts) return start(prepared)
    const loading = [
      prepared ?? this.#parsed(program),
      lacksParts ? this.loadParts() : undefined,
    ] as const
    return Promise.all(loading).then(([read]) => start(read))
  }

  /** With the texts that only some programs need. */
  async #completed(message: StartMessage): Promise<StartMessage> {
    const { program, parts } = message
    const given = parts.filter(isRare).map(async (part) => {
      const text = await this.#fileNamed(RARE_PARTS[part])
      return { part, text }
    })
    const { librariesOf } = await import('./program-libraries.ts')
    const libraries = await librariesOf(program, parts, (file) => this.#fileNamed(file))
    await this.loadParts()
    return { ...message, given: await Promise.all(given), ...libraries }
  }

  /** Fetches a file once. What fails is tried again. */
  #fileNamed(file: string): Promise<string> {
    const text = this.#files.get(file) ?? this.#textOf(file)
    this.#files.set(file, text)
    text.catch(() => this.#files.delete(file))
    return text
  }

  /** @throws TypeError if the file cannot be had. */
  async #textOf(file: string): Promise<string> {
    const given = this.#given[file]
    if (given !== undefined) return given
    const sandbox = new URL(this.#url, document.baseURI)
    const url = new URL(file, sandbox)
    // It may say which build of the site asks.
    url.search = sandbox.search
    const response = await fetch(url)
    if (!response.ok) throw new TypeError(`${url.href} is not there: ${response.status}.`)
    return response.text()
  }

  /** A program that cannot be parsed may be TypeScript. */
  async #parsed(program: Program): Promise<PreparedProgram> {
    const prepare = await this.#loadPrepare()
    const prepared = prepare(program)
    if (isParsed(prepared)) return prepared
    const { stripTypes } = await import('../strip-types.ts')
    const stripped = prepare(stripTypes(program))
    return isParsed(stripped) ? stripped : prepared
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
    const parts: unknown = JSON.parse(await this.#textOf(PARTS_FILE))
    if (!arePartTexts(parts)) throw new TypeError(`${PARTS_FILE} is of another version.`)
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

function isParsed(program: PreparedProgram): boolean {
  return Object.values(program).every(({ unparsable }) => unparsable === undefined)
}

function arePartTexts(value: unknown): value is PartTexts {
  return (
    typeof value === 'object' &&
    value !== null &&
    COMMON_PARTS.every((part) => typeof Reflect.get(value, part) === 'string')
  )
}
