import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Side } from '../../src/core/trace/event.ts'
import { parseTapReport, type TapReport } from '../../src/core/trace/wiretap/messages.ts'

/** A page that reads the recording of its token. */
export class WiretapReader {
  readonly webSocket: WebSocket
  readonly reports: TapReport[] = []
  #wake = () => {}
  #lastSync = 0

  private constructor(webSocket: WebSocket) {
    this.webSocket = webSocket
    webSocket.on('message', (data) => {
      const parsed = parseTapReport(String(data))
      if (!parsed.ok) throw new Error(parsed.problem)
      this.reports.push(parsed.message)
      this.#wake()
    })
    onTestFinished(() => webSocket.terminate())
  }

  static async open(address: string, token: string): Promise<WiretapReader> {
    const reader = new WiretapReader(new WebSocket(`ws://${address}/wiretap/${token}`))
    await once(reader.webSocket, 'open')
    return reader
  }

  /** The first report that is so, now or later. */
  async report(matches: (report: TapReport) => boolean): Promise<TapReport> {
    for (;;) {
      const report = this.reports.find(matches)
      if (report !== undefined) return report
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  ended(connectionId = 'ws-1'): Promise<TapReport> {
    return this.report((it) => it.type === 'ended' && it.connectionId === connectionId)
  }

  /** Resolves when everything that had happened on the server has been reported. */
  async sync(): Promise<void> {
    this.#lastSync += 1
    const id = this.#lastSync
    this.webSocket.send(JSON.stringify({ type: 'sync', id }))
    await this.report((it) => it.type === 'synced' && it.id === id)
  }

  /** All octets that one side of a connection has sent, as they were recorded. */
  octets(from: Side, connectionId = 'ws-1'): Buffer {
    return Buffer.concat(
      this.reports.flatMap((it) =>
        it.type === 'bytes' && it.from === from && it.connectionId === connectionId
          ? [Buffer.from(it.data, 'base64')]
          : [],
      ),
    )
  }
}
