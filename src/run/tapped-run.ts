/**
 * A run on the lab server: the reports of the sandbox and of the server's wiretap become one trace,
 * which its listener gets as if a sandbox had seen it all.
 */
import { tokenOf, wiretapUrl } from '../core/trace/wiretap/address.ts'
import { TraceMerge } from '../core/trace/wiretap/merge.ts'
import { parseTapReport, type TapRequest } from '../core/trace/wiretap/messages.ts'
import type { WiretapState } from '../core/trace/wiretap/wiretap-state.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunListener, RunMessage, RunRequest, SandboxRun } from '../sandbox/host/run.ts'

/** The socket on which the server sends what its wiretap records. */
export interface TapSocket {
  send(text: string): void
  close(): void
}

export interface TapListener {
  message(text: string): void
  /** The socket closed, or did not open. */
  closed(): void
}

export interface TapSurroundings {
  readonly connect: (url: string, listener: TapListener) => TapSocket
  /** The page's clock, milliseconds. */
  readonly now: () => number
  /** Unpredictable octets. */
  readonly random: (length: number) => Uint8Array
  readonly setTimeout: (callback: () => void, delay: number) => number
  readonly clearTimeout: (timer: number) => void
}

/** How long events wait to be reported together, milliseconds. */
const BATCH = 8
/**
 * A timer this late, milliseconds, means the page was busy: reports may be queued, so do not count
 * them as missing.
 */
const LATE = 50
const MAX_LATE_TURNS = 3
/** How long a reader may take to open, milliseconds. */
const OPENING = 5000
/** How long connections may take to end after their program, milliseconds. */
const TAIL = 500
/** How long the answer to the last sync may take after that, in turns of `TAIL`. */
const MAX_TAILS = 10

/** Starts a run. A lab server's wiretap records its connections too. */
export function startTapped(
  host: Pick<SandboxHost, 'start'>,
  request: RunRequest,
  listener: RunListener,
  surroundings: TapSurroundings = browserSurroundings,
): SandboxRun {
  const { endpoint, routed } = request
  const token = tokenOf(surroundings.random(16))
  const url = endpoint.kind === 'lab' && routed ? wiretapUrl(endpoint.url, token) : null
  if (endpoint.kind !== 'lab' || url === null) return host.start(request, listener)
  const tapped = new TappedRun(url, listener, surroundings)
  const run = host.start({ ...request, endpoint: { ...endpoint, wiretap: token } }, tapped.listen)
  return {
    send: (command) => run.send(command),
    stop: () => tapped.stop(run),
  }
}

class TappedRun {
  readonly #listener: RunListener
  readonly #surroundings: TapSurroundings
  readonly #url: string
  readonly #merge: TraceMerge
  readonly #socket: TapSocket
  readonly #openingTimer: number
  #state: WiretapState = { kind: 'connecting' }
  #isSyncing = false
  #timer: number | undefined
  /** When `#timer` is due on the page's clock, milliseconds. */
  #due = 0
  #lateTurns = 0
  #tailTimer: number | undefined
  /** Set once the program has ended; called once the recording has too. */
  #end: (() => void) | undefined
  #toldUntil = 0
  #isOver = false

  constructor(url: string, listener: RunListener, surroundings: TapSurroundings) {
    this.#url = url
    this.#listener = listener
    this.#surroundings = surroundings
    this.#merge = new TraceMerge(surroundings.now())
    this.#openingTimer = surroundings.setTimeout(() => this.#endReading(), OPENING)
    listener({ type: 'wiretap', state: this.#state })
    this.#socket = surroundings.connect(url, {
      message: (text) => this.#take(text),
      closed: () => this.#endReading(),
    })
  }

  // Messages of the sandbox.

  readonly listen = (message: RunMessage): void => {
    switch (message.type) {
      case 'records':
        this.#merge.takeEvents(message.events, message.computedUntil, this.#surroundings.now())
        this.#sync()
        return this.#tell(BATCH)
      case 'ended':
        return this.#conclude(() => {
          const time = Math.max(message.time, this.#toldUntil)
          this.#listener({ ...message, time })
        })
      case 'failed':
        return this.#conclude(() => this.#listener(message))
      default:
        this.#listener(message)
    }
  }

  /** Ends the program at once. The server's view of the end is still reported. */
  stop(run: SandboxRun): void {
    run.stop()
    if (this.#end === undefined) this.#conclude(() => undefined)
  }

  #conclude(end: () => void): void {
    if (this.#isOver) return
    this.#end = end
    this.#merge.endSandbox()
    this.#awaitTail(MAX_TAILS)
    this.#tell(0)
  }

  /** A server that still has to open its recording or to answer is busy: it may bring the last octets. */
  #awaitTail(turns: number): void {
    this.#tailTimer = this.#surroundings.setTimeout(() => {
      const isBusy = this.#isSyncing || this.#state.kind === 'connecting'
      if (isBusy && turns > 1) this.#awaitTail(turns - 1)
      else this.#finish()
    }, TAIL)
  }

  // Messages of the lab server.

  #take(text: string): void {
    if (this.#isOver || this.#state.kind === 'missing' || this.#state.kind === 'lost') return
    const parsed = parseTapReport(text)
    if (!parsed.ok) return this.#endReading()
    const { message } = parsed
    this.#merge.takeReport(message, this.#surroundings.now())
    if (message.type === 'hello') {
      this.#surroundings.clearTimeout(this.#openingTimer)
      this.#enter({ kind: 'reading' })
      this.#sendSync()
    } else if (message.type === 'synced') {
      this.#isSyncing = false
      this.#sync()
    } else if (message.type === 'lost') {
      this.#enter({ kind: 'full', bytes: message.bytes })
    }
    this.#tell(BATCH)
  }

  /** Only one sync is under way: the server answers it in order with everything else. */
  #sync(): void {
    const isReading = this.#state.kind === 'reading' || this.#state.kind === 'full'
    if (isReading && !this.#isSyncing && this.#merge.wantsSync) this.#sendSync()
  }

  #sendSync(): void {
    this.#isSyncing = true
    const id = this.#merge.beginSync(this.#surroundings.now())
    this.#socket.send(JSON.stringify({ type: 'sync', id } satisfies TapRequest))
  }

  #endReading(): void {
    if (this.#isOver || this.#state.kind === 'missing' || this.#state.kind === 'lost') return
    const kind = this.#state.kind === 'connecting' ? 'missing' : 'lost'
    this.#enter({ kind, url: this.#url.replace(/[^/]*$/, '…') })
    this.#isSyncing = false
    this.#surroundings.clearTimeout(this.#openingTimer)
    this.#socket.close()
    this.#merge.endServer()
    this.#tell(0)
  }

  #enter(state: WiretapState): void {
    this.#state = state
    this.#listener({ type: 'wiretap', state })
  }

  // Messages to the listener.

  #tell(delay: number): void {
    if (this.#isOver) return
    const { now, setTimeout, clearTimeout } = this.#surroundings
    const due = now() + delay
    if (this.#timer !== undefined) {
      if (this.#due <= due) return
      clearTimeout(this.#timer)
    }
    this.#due = due
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const isLate = now() - due > LATE && this.#lateTurns < MAX_LATE_TURNS
      this.#lateTurns = isLate ? this.#lateTurns + 1 : 0
      if (isLate) this.#tell(0)
      else this.#tellNow()
    }, delay)
  }

  #tellNow(): void {
    const { now } = this.#surroundings
    const events = this.#merge.advance(now())
    const { completeUntil, deadline } = this.#merge
    if (events.length > 0 || completeUntil > this.#toldUntil) {
      this.#toldUntil = Math.max(this.#toldUntil, completeUntil)
      this.#listener({ type: 'records', events, computedUntil: this.#toldUntil })
    }
    if (this.#end !== undefined && this.#merge.isComplete) this.#finish()
    else if (deadline !== null) this.#tell(Math.max(BATCH, deadline - now()))
  }

  #finish(): void {
    if (this.#isOver) return
    this.#merge.endServer()
    const events = this.#merge.advance(Infinity)
    this.#toldUntil = Math.max(this.#toldUntil, this.#merge.completeUntil)
    this.#isOver = true
    const { clearTimeout } = this.#surroundings
    for (const timer of [this.#timer, this.#tailTimer, this.#openingTimer])
      if (timer !== undefined) clearTimeout(timer)
    this.#socket.close()
    if (events.length > 0)
      this.#listener({ type: 'records', events, computedUntil: this.#toldUntil })
    this.#end?.()
  }
}

const browserSurroundings: TapSurroundings = {
  connect(url, listener) {
    let socket: WebSocket
    try {
      socket = new WebSocket(url)
    } catch {
      // For mixed content or a policy, Firefox throws; other browsers fire an event.
      setTimeout(() => listener.closed())
      return { send: () => undefined, close: () => undefined }
    }
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      // A message that is not text is no report; the empty text is refused as one.
      listener.message(typeof data === 'string' ? data : ''),
    )
    socket.addEventListener('close', () => listener.closed())
    return {
      send: (text) => socket.send(text),
      close: () => socket.close(),
    }
  },
  now: () => performance.now(),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  setTimeout: (callback, delay) => window.setTimeout(callback, delay),
  clearTimeout: (timer) => window.clearTimeout(timer),
}
