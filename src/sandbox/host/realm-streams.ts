/** The event streams of a program's workers and iframes. */
import { EventStreamValidator } from '../../core/trace/schema.ts'
import { parseGuestMessage, type HostMessage } from '../messages.ts'
import { Allowance } from './allowance.ts'
import type { MergedStreams } from './merged-streams.ts'

/** Workers and iframes of one program. A port costs memory, and a program may make many. */
const MAX_REALMS = 1000

export class RealmStreams {
  readonly #streams: MergedStreams
  /** Called with the problem of an invalid message. */
  readonly #refuse: (problem: string) => void
  readonly #ports: MessagePort[] = []

  constructor(streams: MergedStreams, refuse: (problem: string) => void) {
    this.#streams = streams
    this.#refuse = refuse
  }

  /** Listens to a worker or iframe, and to any that it creates. */
  listenTo(port: MessagePort | undefined): void {
    if (port === undefined) return
    if (this.#ports.length >= MAX_REALMS)
      return this.#refuse(`The program made over ${MAX_REALMS} workers.`)
    this.#ports.push(port)
    const accept = this.#streams.add()
    const events = new EventStreamValidator()
    const allowance = new Allowance({
      later: (callback, delay) => setTimeout(callback, delay),
      grant: (count) => port.postMessage({ type: 'credit', count } satisfies HostMessage),
    })
    port.onmessage = ({ data, ports }: MessageEvent<unknown>) => {
      if (!allowance.take(data))
        return this.#refuse(
          'A worker or frame of the program sent this page more messages than it takes.',
        )
      const result = parseGuestMessage(data, events)
      if (!result.ok) return this.#refuse(result.problem)
      const { message } = result
      if (message.type === 'records') accept(message.events, message.computedUntil)
      else if (message.type === 'realm') this.listenTo(ports[0])
    }
  }

  close(): void {
    for (const port of this.#ports) {
      port.onmessage = null
      port.close()
    }
  }
}
