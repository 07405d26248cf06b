import { concatenate } from '../../core/protocol/octets.ts'
import { ResponseReader, type ResponseHead } from '../../core/protocol/index.ts'
import type { ClockTimer } from '../clock/clock.ts'
import { BadResponse, ResponseParser, type ResponsePart } from '../http/response-parser.ts'
import { isLoopback } from '../link/hosts.ts'
import type { Address, Transport, TransportUser } from '../link/transport.ts'
import { connectionBaseOf } from '../recording/event-base.ts'
import { HttpTap } from '../recording/http-tap.ts'
import { octetsOfRequest, type ForwardedRequest } from './heads.ts'
import type { Location, Pass } from './proxy-config.ts'
import type { RunningProxy } from './proxy-world.ts'

export interface UpstreamUser {
  refused(cause: number | undefined): void
  /** The server said nothing for too long; `phase` as nginx names it. */
  timedOut(phase: string, line: number | null): void
  /** The head of a response, and whether the protocol changes behind it. */
  head(head: ResponseHead, isTunnel: boolean, receipt: number | undefined): void
  data(data: Uint8Array, receipt: number | undefined): void
  /** The response is whole, or the tunnel has ended. */
  ended(receipt: number | undefined): void
  /** The server ended the connection too early, or sent what is no response. */
  broke(reason: string, receipt: number | undefined): void
}

export interface UpstreamOptions {
  readonly proxy: RunningProxy
  readonly address: Address
  readonly request: ForwardedRequest
  readonly body: Uint8Array
  readonly location: Location
  readonly pass: Pass
  readonly cause: number | undefined
  readonly user: UpstreamUser
}

/** No server has this address, in a network that is routed or not. */
const NOWHERE: Address = { host: 'nowhere.invalid', port: -1 }

/** The connection from a proxy to the server, for one request of a client. */
export class UpstreamConnection implements TransportUser {
  readonly #options: UpstreamOptions
  readonly #id: string
  readonly #http: HttpTap | undefined
  readonly transport: Transport
  #reader: ResponseReader | undefined
  readonly #parser: ResponseParser
  /** Octets of a response that may be a change of protocol. */
  #kept: Uint8Array[] = []
  #timer: ClockTimer | undefined
  #isTunnel = false
  #isOver = false
  /** As the page's sockets have it: the views show it. */
  #readyState: 0 | 1 | 3 = 0

  constructor(options: UpstreamOptions) {
    this.#options = options
    const { proxy, address, request, location } = options
    const { lossOf, Wiretap } = proxy
    const recorder = proxy.recorderOf(address.port)
    // A request that asks for no change of protocol is plain HTTP.
    this.#id = proxy.nextConnectionId(request.asksForUpgrade ? 'ws' : 'http')
    const nowhere = () => undefined
    this.#http = request.asksForUpgrade ? undefined : new HttpTap(recorder, nowhere, this.#id)
    this.#reader = request.asksForUpgrade ? new ResponseReader() : undefined
    this.#parser = new ResponseParser(() => request.method)
    const tap = this.#http ?? new Wiretap(recorder, nowhere, this.#id, () => [], lossOf)
    const { duration, line } = location.connect
    this.#setTimer(duration, 'connecting to upstream', line)
    this.transport = proxy.connect(isFound(proxy, address) ? address : NOWHERE, this.#id, tap, {
      opened: () => this.#opened(),
      refused: () => {
        if (!this.#end()) return
        options.user.refused(options.cause)
      },
    })
  }

  /** The client has sent something: nginx waits anew, though its manual speaks of reads alone. */
  waitAnew(): void {
    if (this.#isOver) return
    const { duration, line } = this.#options.location.read
    this.#setTimer(
      duration,
      this.#isTunnel ? 'proxying upgraded connection' : 'reading response header from upstream',
      line,
    )
  }

  close(cause: number | undefined): void {
    if (!this.#end()) return
    this.#enter(3, cause)
    this.transport.close(cause)
  }

  data(data: Uint8Array, receipt: number | undefined): void {
    if (this.#isOver) return
    this.waitAnew()
    if (this.#isTunnel) this.#options.user.data(data, receipt)
    else if (this.#reader === undefined) this.#parse(data, receipt)
    else this.#readHead(this.#reader, data, receipt)
  }

  ended(receipt: number | undefined): void {
    if (this.#isOver) return
    const { user } = this.#options
    if (this.#isTunnel) {
      this.#end()
      this.#enter(3, receipt)
      user.ended(receipt)
      this.transport.close(receipt)
      return
    }
    try {
      for (const part of this.#parser.eof()) this.#take(part, receipt)
    } catch (error) {
      if (!(error instanceof BadResponse)) throw error
    }
    if (this.#end()) {
      this.#enter(3, receipt)
      this.transport.close(receipt)
      user.broke('upstream prematurely closed connection', receipt)
    }
  }

  reset(receipt: number | undefined): void {
    if (!this.#end()) return
    this.#enter(3, receipt)
    if (this.#isTunnel) this.#options.user.ended(receipt)
    else this.#options.user.broke('recv() failed (104: Connection reset by peer)', receipt)
  }

  #opened(): void {
    if (this.#isOver) return
    const { proxy, request, body, pass, cause } = this.#options
    const head = octetsOfRequest(request)
    const octets = body.length === 0 ? head : concatenate([head, body])
    const { method, target, headers } = request
    const source = { file: 'nginx.conf', line: pass.line, column: 1 }
    const seq =
      this.#http?.requestSent(
        { method, url: `http://${pass.host}${target}`, headers, octets },
        cause,
      ) ??
      proxy.recorder.record({
        ...connectionBaseOf(this.#id, 'client', cause, source),
        type: 'willSendHandshakeRequest',
        ...{ method, target, headers, byteLength: head.length },
      })
    this.#enter(0, seq)
    this.waitAnew()
    this.transport.attach(this)
    const { length } = octets
    this.transport.write(octets, seq, undefined, [{ length, cause: seq, source }])
  }

  #readHead(reader: ResponseReader, data: Uint8Array, receipt: number | undefined): void {
    this.#kept.push(data)
    const read = reader.push(data)
    if (read === undefined) return
    this.#reader = undefined
    if (!read.ok || read.head.status !== 101) {
      const kept = concatenate(this.#kept)
      this.#kept = []
      this.#parse(kept, receipt)
      return
    }
    this.#kept = []
    this.#isTunnel = true
    this.#enter(1, receipt)
    this.waitAnew()
    this.#options.user.head(read.head, true, receipt)
    if (read.rest.length > 0) this.#options.user.data(read.rest, receipt)
  }

  #parse(data: Uint8Array, receipt: number | undefined): void {
    try {
      for (const part of this.#parser.push(data)) this.#take(part, receipt)
    } catch (error) {
      if (!(error instanceof BadResponse)) throw error
      if (!this.#end()) return
      this.#enter(3, receipt)
      this.transport.close(receipt)
      this.#options.user.broke('upstream sent no valid HTTP/1.0 header', receipt)
    }
  }

  #take(part: ResponsePart, receipt: number | undefined): void {
    if (this.#isOver) return
    const { user } = this.#options
    const cause = this.#http === undefined ? receipt : this.#http.partReceived(part, receipt)
    switch (part.type) {
      case 'head':
        user.head(part.head, false, cause)
        break
      case 'data':
        user.data(part.data, cause)
        break
      case 'end':
        this.#end()
        this.#enter(3, cause)
        user.ended(cause)
        this.transport.close(cause)
    }
  }

  #setTimer(duration: number, phase: string, line: number | null): void {
    this.#timer?.clear()
    this.#timer = this.#options.proxy.clock.setTimer(() => {
      if (this.#end()) {
        this.#enter(3, undefined)
        this.transport.close()
        this.#options.user.timedOut(phase, line)
      }
      return undefined
    }, duration)
  }

  #enter(to: 0 | 1 | 3, cause: number | undefined): void {
    if (this.#http !== undefined) return
    const from = this.#readyState
    this.#readyState = to
    this.#options.proxy.recorder.record({
      ...connectionBaseOf(this.#id, 'client', cause),
      type: 'readyStateChanged',
      ...(to === 0 ? {} : { from }),
      to,
    })
  }

  /** @returns whether it had not ended before. */
  #end(): boolean {
    if (this.#isOver) return false
    this.#isOver = true
    this.#timer?.clear()
    return true
  }
}

/** A port at which nobody listens leads nowhere, also where the page's URLs lead elsewhere. */
function isFound({ hosts }: RunningProxy, address: Address): boolean {
  const listener = hosts.find(address)
  if (listener === undefined) return false
  return (
    listener.names.some(({ host }) => host === address.host) ||
    (isLoopback(address.host) && listener.port === address.port)
  )
}
