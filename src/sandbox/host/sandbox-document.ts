/** One sandboxed document and the port to it. It serves one run and is then thrown away. */
import { GREETING, type HostMessage } from '../messages.ts'
import { stoppingFrames, stoppingHeader } from './stopping-header.ts'

/** Of `sandbox.html`. */
export interface SandboxSource {
  readonly url: string
  /** Where it cannot be fetched. */
  readonly text: string | undefined
}

export interface SandboxDocumentObserver {
  message(value: unknown, ports: readonly MessagePort[]): void
  /** The program left its document, or reloaded it. */
  navigated(): void
  /** The document did not load, or is not the sandbox. */
  loadFailed(detail: string): void
}

/** Milliseconds in which the page draws the beginning of the next run. */
const REMOVED_AFTER = 100

/** Milliseconds after `load` within which a document must greet; offline it was not fetched. */
const GREETING_PATIENCE = 10_000
const OFFLINE_PATIENCE = 500
/** Milliseconds after `load` until the host is asked what keeps a document from greeting. */
const ASKED_AFTER = 1_500

/** What a program's document may do. The service worker answers with the same: `src/offline`. */
const FLAGS = 'allow-scripts allow-forms'
/** Of a document with an origin of its own. */
const OPAQUE_ORIGIN = 'null'

/** A worker's document was no sandbox, or none came. */
let workerFailed = false

/**
 * Whether documents come from the site's service worker, which gives a page those of its own build,
 * also offline. A browser asks no worker for a frame with the attribute `sandbox`, so the worker's
 * answer makes the document a sandbox.
 */
function isFromWorker(): boolean {
  // In a document without an origin, even to ask is an error.
  return !workerFailed && origin !== OPAQUE_ORIGIN && Boolean(navigator.serviceWorker?.controller)
}

export class SandboxDocument {
  readonly #element: HTMLIFrameElement
  readonly #channel = new MessageChannel()
  #isFromWorker: boolean
  #observer: SandboxDocumentObserver | undefined
  #loads = 0
  #greeted = false
  #failure: string | undefined
  #patience: ReturnType<typeof setTimeout> | undefined

  /** The iframe is put into its final place, because moving it would reload it. */
  constructor(container: HTMLElement, { url, text }: SandboxSource, title: string) {
    const element = container.ownerDocument.createElement('iframe')
    // Without these, Chromium refuses local addresses to an iframe of a public page.
    element.allow = 'loopback-network *; local-network-access *'
    element.title = title
    Object.assign(element.style, {
      position: 'absolute',
      inset: '0',
      width: '100%',
      height: '100%',
      border: '0',
      // Waiting iframes stay on the screen, covered: elsewhere they would not be rendered.
      zIndex: '0',
    })
    element.inert = true
    this.#isFromWorker = text === undefined && isFromWorker()
    if (!this.#isFromWorker) element.setAttribute('sandbox', FLAGS)
    if (text === undefined) element.src = url
    else element.srcdoc = text
    element.addEventListener('load', this.#onLoad)
    window.addEventListener('message', this.#onWindowMessage)
    this.#channel.port1.onmessage = (event) => this.#observer?.message(event.data, event.ports)
    this.#element = element
    container.append(element)
  }

  /** False if no program can run here. */
  get usable(): boolean {
    return this.#failure === undefined && this.#loads < 2 && this.#element.isConnected
  }

  /** Whether the sandbox's script runs in it. */
  get greeted(): boolean {
    return this.#greeted
  }

  set title(title: string) {
    this.#element.title = title
  }

  /** Begins to report, and shows the iframe above those that wait. */
  use(observer: SandboxDocumentObserver): void {
    this.#observer = observer
    this.#element.inert = false
    this.#element.style.zIndex = '1'
    this.#element.ownerDocument.addEventListener('securitypolicyviolation', this.#onViolation)
  }

  /** Messages wait in the port until the sandbox has taken the other end. */
  send(message: HostMessage): void {
    this.#channel.port1.postMessage(message)
  }

  /**
   * Ends everything in it: timers, sockets, the server in the page.
   * @param later if nothing goes on in it: when the page has drawn, for removing it takes long.
   */
  remove(later = false): void {
    clearTimeout(this.#patience)
    window.removeEventListener('message', this.#onWindowMessage)
    this.#element.ownerDocument.removeEventListener('securitypolicyviolation', this.#onViolation)
    this.#channel.port1.close()
    this.#observer = undefined
    this.#element.removeEventListener('load', this.#onLoad)
    if (later) setTimeout(() => this.#element.remove(), REMOVED_AFTER)
    else this.#element.remove()
  }

  readonly #onLoad = () => {
    this.#loads += 1
    if (this.#loads > 1) this.#observer?.navigated()
    else if (!this.#greeted) this.#waitForGreeting()
  }

  /** The page's policy refuses a navigation of the iframe; in Firefox nothing else reports it. */
  readonly #onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'frame-src') this.#observer?.navigated()
  }

  /** Loads the document anew, from the network. */
  #isolateByAttribute(): void {
    workerFailed = true
    this.#isFromWorker = false
    this.#loads = 0
    clearTimeout(this.#patience)
    this.#element.setAttribute('sandbox', FLAGS)
    this.#element.setAttribute('src', this.#element.src)
  }

  #waitForGreeting(): void {
    if (this.#isFromWorker)
      this.#patience = setTimeout(() => this.#isolateByAttribute(), ASKED_AFTER)
    else if (!navigator.onLine)
      this.#patience = setTimeout(() => this.#giveUp('The browser is offline.'), OFFLINE_PATIENCE)
    else this.#patience = setTimeout(() => void this.#askHost(), ASKED_AFTER)
  }

  /** A header of the host may be the reason; else the document is only slow. */
  async #askHost(): Promise<void> {
    const rest = GREETING_PATIENCE - ASKED_AFTER
    this.#patience = setTimeout(() => this.#giveUp(), rest)
    const ask = (url: string) => fetch(url, { cache: 'no-store' }).catch(() => null)
    const [own, page] = await Promise.all([ask(this.#element.src), ask(location.href)])
    const header =
      (own === null ? undefined : stoppingHeader(own)) ??
      (page === null ? undefined : stoppingFrames(page))
    if (header === undefined || this.#greeted || !this.#element.isConnected) return
    clearTimeout(this.#patience)
    this.#giveUp(
      `What stops it is in the host's answer: ${header}. If it is your host, leave that out for sandbox.html, which brings its own policy.`,
    )
  }

  #giveUp(reason = ''): void {
    this.#failure = `The sandbox at ${this.#element.src} did not start. ${reason}`.trimEnd()
    this.#observer?.loadFailed(this.#failure)
  }

  readonly #onWindowMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== this.#element.contentWindow || event.data !== GREETING) return
    if (this.#greeted) return
    // No program gets into a document that is not apart from the site.
    if (event.origin !== OPAQUE_ORIGIN) return this.#isolateByAttribute()
    // For what the program makes of its frame, should it leave the document.
    this.#element.setAttribute('sandbox', FLAGS)
    this.#greeted = true
    clearTimeout(this.#patience)
    // An opaque origin cannot be named; the window was checked above.
    this.#element.contentWindow?.postMessage(GREETING, '*', [this.#channel.port2])
  }
}
