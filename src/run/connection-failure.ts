/** Connections that failed before they opened, and their possible causes. */
import type { TraceEvent } from '../core/trace/event.ts'
import { passOver } from '../core/trace/pass-over.ts'
import { examineProgramUrl, isLoopback } from '../core/endpoint/live-url.ts'

export interface ConnectionFailure {
  readonly connectionId: string
  /** The URL that it tried: the endpoint's, if the socket was routed. */
  readonly url: string
  readonly isRouted: boolean
  /** Milliseconds since the run began, and since the socket was made. */
  readonly time: number
  readonly after: number
  /** Of its `closed` event. */
  readonly seq: number
  /** The server's response, which only a lab server's recording has. */
  readonly answer: {
    readonly status: number
    readonly statusText: string
    /** Of the response's event. */
    readonly seq: number
    /** The rule of the opening handshake that it broke. */
    readonly rule: string | null
  } | null
}

interface Connecting {
  readonly url: string
  readonly isRouted: boolean
  readonly since: number
  answer: ConnectionFailure['answer']
}

/** Finds the connections that failed before they opened. */
export class UnopenedConnections {
  readonly #connecting = new Map<string, Connecting>()

  /** Takes the events of a run, in order. */
  accept(event: TraceEvent): ConnectionFailure | null {
    if (!('connectionId' in event) || event.connectionId === undefined) return null
    const { connectionId } = event
    if (event.type === 'created') {
      const { url, routedTo, time: since } = event
      const isRouted = routedTo !== undefined
      this.#connecting.set(connectionId, { url: routedTo ?? url, isRouted, since, answer: null })
      return null
    }
    const connecting = this.#connecting.get(connectionId)
    if (connecting === undefined || event.side !== 'client') return null
    switch (event.type) {
      case 'readyStateChanged':
        // A program that closes while connecting got what it asked for.
        if (event.to === 1 || event.to === 2) this.#connecting.delete(connectionId)
        return null
      case 'handshakeResponseReceived': {
        const { status, statusText, seq, provenance } = event
        if (provenance === 'observed') connecting.answer = { status, statusText, seq, rule: null }
        return null
      }
      case 'frameError': {
        const { answer } = connecting
        if (answer !== null) connecting.answer = { ...answer, rule: event.message }
        return null
      }
      case 'closed': {
        this.#connecting.delete(connectionId)
        if (event.code !== 1006) return null
        const { url, isRouted, since, answer } = connecting
        const { time, seq } = event
        return { connectionId, url, isRouted, time, after: time - since, seq, answer }
      }
      default:
        passOver('failure', event)
        return null
    }
  }
}

/** A possible cause of a failure. */
export type FailureCause =
  | 'offline'
  | 'mixedContent'
  | 'blockedPort'
  /** The browser asks for permission first (local network access). */
  | 'permission'
  /** The server did not answer in time. */
  | 'silence'
  /** Nothing listens at this port of this machine. */
  | 'nobodyListens'
  | 'labServer'
  /** The name does not resolve, or its server cannot be reached. */
  | 'unreachable'
  | 'certificate'
  /** The server did not accept: a wrong path or origin, or no WebSocket server. */
  | 'refused'

export interface FailureSurroundings {
  readonly pageUrl: string
  /** `navigator.onLine`. */
  readonly isOnline: boolean
  readonly endpoint: 'lab' | 'live'
}

/** Nobody refuses a connection after this long, milliseconds: the browser gave up waiting. */
const LONG = 10_000

/** The likeliest cause comes first. */
export function causesOf(
  { url, after, answer, isRouted }: ConnectionFailure,
  { pageUrl, isOnline, endpoint }: FailureSurroundings,
): readonly FailureCause[] {
  // The response says more than any guess.
  if (answer !== null) return []
  const examination = examineProgramUrl(url, pageUrl, { isRouted: false })
  if (!examination.ok) {
    const { kind } = examination.problem
    return kind === 'mixedContent' || kind === 'blockedPort' ? [kind] : ['refused']
  }
  const { protocol, hostname } = new URL(examination.url)
  const isHere = isLoopback(hostname)
  if (!isOnline && !isHere) return ['offline']
  const notes = examination.notes.map(({ kind }) => kind)
  const asks = notes.some((kind) => kind !== 'credentials' && kind !== 'httpScheme')
  const isLab = endpoint === 'lab' && isRouted
  const causes: FailureCause[] = []
  if (asks) causes.push('permission')
  if (after >= LONG) causes.push('silence')
  else if (isLab) causes.push('labServer')
  else causes.push(isHere ? 'nobodyListens' : 'unreachable')
  if (protocol === 'wss:') causes.push('certificate')
  if (!isLab) causes.push('refused')
  return causes
}
