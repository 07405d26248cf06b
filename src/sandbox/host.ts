/**
 * The page's end of the sandbox: runs programs that strangers may have written, each in a fresh
 * document of opaque origin, and reports what they do.
 */
import { HostedRun } from './host/hosted-run.ts'
import type { RunListener, RunRequest, SandboxRun } from './host/run.ts'
import { SandboxDocument } from './host/sandbox-document.ts'
import { Supplies } from './host/supplies.ts'
import { COMMON_PARTS, type PartTexts } from './parts.ts'

interface SandboxHostOptions {
  /** Holds the iframes, which fill it: it must be positioned (`position: relative`). */
  readonly container: HTMLElement
  /** Of `sandbox.html`. */
  readonly url: string
  /** The texts of `sandbox.html` and of the files beside it, by name, where nothing can be fetched. */
  readonly files?: Readonly<Record<string, string>> | undefined
  /** The accessible name of the program's page. */
  readonly title?: string
  /**
   * Runs follow each other at once: the next document is made while one runs, and keeps the process of
   * sandboxed documents from ending with it.
   */
  readonly inQuickSuccession?: boolean
}

/**
 * Milliseconds after a run begins before the next document is made, when the page is idle, so as not
 * to slow the run; and the longest that is waited for an idle page.
 */
const WARM_UP_DELAY = 200
const IDLE_PATIENCE = 1000

export class SandboxHost {
  readonly #options: SandboxHostOptions
  readonly #supplies: Supplies
  #title: string
  #runs = 0
  #current: HostedRun | undefined
  /** Made ahead of time for the next run. */
  #spare: SandboxDocument | undefined
  #warmUp: ReturnType<typeof setTimeout> | undefined
  /**
   * Sandboxed documents share a process. If one hangs, the process ends only after all of them are
   * removed, and a document made before that may land in it and wait for ever.
   */
  #processHangs = false
  #isDisposed = false

  constructor(options: SandboxHostOptions) {
    this.#options = options
    this.#title = options.title ?? ''
    this.#supplies = new Supplies(options.url, options.files)
    this.#spare = this.#newDocument()
    whenIdle(() => void this.#supplies.load())
    window.addEventListener('online', this.#onOnline)
  }

  /** Ends the run before, if there is one, and starts the next in a fresh document. */
  start(request: RunRequest, listener: RunListener): SandboxRun {
    this.#current?.stop()
    this.#runs += 1
    const runId = `run-${this.#runs}`
    const run = new HostedRun({
      runId,
      start: this.#supplies.startOf(runId, request),
      listener,
      loadParts: () => this.#supplies.loadParts(),
      document: this.#takeDocument(),
      nextDocument: this.#processHangs ? () => this.#newDocument() : undefined,
      recovered: () => this.#recover(),
      stopped: (stopped, hangs) => this.#clearAfter(stopped, hangs),
    })
    this.#current = run
    this.#warmUpLater()
    return run
  }

  setTitle(title: string): void {
    this.#title = title
    if (this.#spare) this.#spare.title = title
    if (this.#current) this.#current.title = title
  }

  dispose(): void {
    this.#isDisposed = true
    window.removeEventListener('online', this.#onOnline)
    this.#current?.stop()
    clearTimeout(this.#warmUp)
    this.#dropSpare()
  }

  #newDocument(): SandboxDocument {
    const { container, url, files } = this.#options
    const text = files?.['sandbox.html']
    const created = new SandboxDocument(container, { url, text }, this.#title)
    const give = (texts: PartTexts) => {
      for (const part of COMMON_PARTS) created.send({ type: 'part', part, text: texts[part] })
    }
    this.#supplies.whenParts(give)
    return created
  }

  #takeDocument(): SandboxDocument {
    if (this.#spare?.usable !== true) this.#dropSpare()
    const taken = this.#spare ?? this.#newDocument()
    this.#spare = undefined
    return taken
  }

  #dropSpare(): void {
    this.#spare?.remove()
    this.#spare = undefined
  }

  #warmUpLater(): void {
    clearTimeout(this.#warmUp)
    if (this.#options.inQuickSuccession === true) return this.#makeSpare()
    this.#warmUp = setTimeout(() => whenIdle(() => this.#makeSpare()), WARM_UP_DELAY)
  }

  #makeSpare(): void {
    if (this.#spare?.usable || this.#processHangs || this.#isDisposed) return
    this.#dropSpare()
    this.#spare = this.#newDocument()
  }

  /** A document that was made offline was not fetched. */
  readonly #onOnline = (): void => {
    if (this.#spare?.greeted === true) return
    this.#dropSpare()
    this.#warmUpLater()
  }

  #recover(): void {
    this.#processHangs = false
    this.#warmUpLater()
  }

  #clearAfter(run: HostedRun, hangs: boolean): void {
    if (hangs) {
      this.#processHangs = true
      this.#dropSpare()
    }
    if (this.#current === run) this.#current = undefined
    this.#warmUpLater()
  }
}

function whenIdle(callback: () => void): void {
  // Not in Safari.
  if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: IDLE_PATIENCE })
  else setTimeout(callback, 0)
}
