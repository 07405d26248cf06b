/**
 * The page's end of the sandbox: runs programs that strangers may have written, each in a fresh
 * document of opaque origin, and tells what they do.
 */
import { EventStreamValidator } from '../core/trace/schema.ts'
import { SandboxDocument, type SandboxDocumentObserver } from './host/sandbox-document.ts'
import { Heartbeat } from './host/heartbeat.ts'
import { MergedStreams, type Accept } from './host/merged-streams.ts'
import type { RunListener, RunRequest, SandboxProblem, SandboxRun } from './host/run.ts'
import { parseGuestMessage, type HostMessage } from './messages.ts'

export interface SandboxHostOptions {
  /** Where frames live. It needs a position of its own (`position: relative`), for they fill it. */
  readonly container: HTMLElement
  /** Of `sandbox.html`. */
  readonly url: string
  /** The accessible name of the program's page. */
  readonly title?: string
}

export interface SandboxHost {
  /** Ends the run before, if there is one, and starts the next in a fresh document. */
  start(request: RunRequest, listener: RunListener): SandboxRun
  setTitle(title: string): void
  dispose(): void
}

interface ActiveRun {
  readonly end: () => void
  readonly setTitle: (title: string) => void
}

/** How long after a run began the next frame is made, so as not to compete with it: milliseconds. */
const WARM_UP_DELAY = 200

/** Workers and frames of one program. A port costs memory, and a stranger may ask for many. */
const MAX_REALMS = 1000

/** How long a frame may take to begin where the one before it hung, milliseconds. */
const PATIENCE_AFTER_HANG = 1000

export function createSandboxHost(options: SandboxHostOptions): SandboxHost {
  let title = options.title ?? ''
  let runs = 0
  let current: ActiveRun | undefined
  let spare: SandboxDocument | undefined
  let warmUp: ReturnType<typeof setTimeout> | undefined
  /**
   * Frames share a process. Where one hangs, the process ends only when all have gone, and a frame
   * that is made before it has ended may land in it, and wait for ever.
   */
  let processHangs = false
  let disposed = false

  const newDocument = () => new SandboxDocument(options.container, options.url, title)

  const dropSpare = () => {
    spare?.remove()
    spare = undefined
  }

  const warmUpLater = () => {
    clearTimeout(warmUp)
    warmUp = setTimeout(() => {
      if (spare?.usable || processHangs || disposed) return
      dropSpare()
      spare = newDocument()
    }, WARM_UP_DELAY)
  }

  const takeDocument = (): SandboxDocument => {
    if (spare?.usable !== true) dropSpare()
    const frame = spare ?? newDocument()
    spare = undefined
    return frame
  }

  const start = (request: RunRequest, listener: RunListener): SandboxRun => {
    current?.end()
    runs += 1
    const runId = `run-${runs}`
    const validator = new EventStreamValidator()
    const heartbeat = new Heartbeat((silent) =>
      listener({ type: 'unresponsive', isUnresponsive: silent }),
    )
    const streams = new MergedStreams({
      now: () => performance.now(),
      later: (callback, delay) => setTimeout(() => !over && callback(), delay),
      emit: (events, computedUntil) => listener({ type: 'records', events, computedUntil }),
    })
    const realms: MessagePort[] = []
    let over = false
    const said: HostMessage[] = []
    let frame = takeDocument()
    let retry: ReturnType<typeof setInterval> | undefined

    const end = () => {
      clearInterval(retry)
      if (heartbeat.silent) {
        processHangs = true
        dropSpare()
      }
      heartbeat.stop()
      over = true
      for (const port of realms) port.close()
      frame.remove()
      if (current === run) current = undefined
      warmUpLater()
    }
    const fail = (problem: SandboxProblem) => {
      end()
      listener({ type: 'failed', problem })
    }
    const say = (message: HostMessage) => {
      said.push(message)
      frame.send(message)
    }

    /** Hears of a worker or a frame of the program, and of what that makes in turn. */
    const listenTo = (port: MessagePort | undefined) => {
      if (port === undefined) return
      if (realms.length >= MAX_REALMS) {
        fail({ kind: 'invalidMessage', detail: `The program made over ${MAX_REALMS} workers.` })
        return
      }
      realms.push(port)
      const accept: Accept = streams.add()
      const events = new EventStreamValidator()
      port.onmessage = ({ data, ports }: MessageEvent<unknown>) => {
        if (over) return
        const result = parseGuestMessage(data, events)
        if (!result.ok) return fail({ kind: 'invalidMessage', detail: result.problem })
        const { message } = result
        if (message.type === 'records') accept(message.events, message.computedUntil)
        else if (message.type === 'realm') listenTo(ports[0])
      }
    }

    const documentObserver: SandboxDocumentObserver = {
      message(value, ports) {
        const result = parseGuestMessage(value, validator)
        if (!result.ok) return fail({ kind: 'invalidMessage', detail: result.problem })
        const { message } = result
        if (message.type === 'ready') return
        if (message.runId !== runId) {
          return fail({ kind: 'invalidMessage', detail: `The sandbox spoke of ${message.runId}.` })
        }
        heartbeat.seen()
        switch (message.type) {
          case 'heartbeat':
            return
          case 'started':
            heartbeat.start()
            return listener(message)
          case 'records':
            return streams.accept(message.events, message.computedUntil)
          case 'realm':
            return listenTo(ports[0])
          case 'ended':
            heartbeat.stop()
            return streams.finish(() => listener(message))
          default:
            listener(message)
        }
      },
      navigated: () =>
        fail({ kind: 'navigated', detail: 'The program left its page, so it was stopped.' }),
      loadFailed: (detail) => fail({ kind: 'loadFailed', detail }),
    }

    const tryAgain = () => {
      if (frame.greeted) {
        processHangs = false
        clearInterval(retry)
        warmUpLater()
        return
      }
      frame.remove()
      frame = newDocument()
      frame.use(documentObserver)
      for (const message of said) frame.send(message)
    }

    const run: ActiveRun = { end, setTitle: (text) => (frame.title = text) }
    current = run
    frame.use(documentObserver)
    say({ type: 'start', runId, ...request })
    if (processHangs) retry = setInterval(tryAgain, PATIENCE_AFTER_HANG)
    warmUpLater()

    return {
      computeUntil: (time) => say({ type: 'computeUntil', runId, time }),
      endAtHorizon: () => say({ type: 'endAtHorizon', runId }),
      stop: end,
    }
  }

  spare = newDocument()
  return {
    start,
    setTitle(text) {
      title = text
      if (spare) spare.title = text
      current?.setTitle(text)
    },
    dispose() {
      disposed = true
      current?.end()
      clearTimeout(warmUp)
      dropSpare()
    },
  }
}
