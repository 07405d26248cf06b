import { concatenate } from '../../core/protocol/octets.ts'
import type { ResponseHead } from '../../core/protocol/index.ts'
import type { Transport, TransportUser } from '../link/transport.ts'
import {
  BadRequest,
  RequestParser,
  type RequestHandler,
  type RequestHead,
} from '../server/http/request-parser.ts'
import {
  asksForWebSocket,
  forwardedRequest,
  locationOf,
  octetsOfHead,
  ownAnswer,
  passedBack,
  variablesOf,
} from './heads.ts'
import type { Attempt } from './balancer.ts'
import type { Listen, Pass } from './proxy-config.ts'
import type { RunningProxy } from './proxy-world.ts'
import { fillIn } from './template.ts'
import { UpstreamConnection, type UpstreamUser } from './upstream-connection.ts'

/** Octets on their way to one side after which no more are read of the other. */
const MAX_ON_THE_WAY = 64 * 1024

const encoder = new TextEncoder()

/** One connection of a client: its requests are passed on, one after the other. */
export class ProxiedConnection implements TransportUser, RequestHandler {
  readonly #proxy: RunningProxy
  readonly #listen: Listen
  readonly #client: Transport
  readonly #address: string
  #parser = new RequestParser(this)
  #head: RequestHead | undefined
  #body: Uint8Array[] = []
  /** What the client sent while its request was under way. */
  #waiting: Uint8Array[] = []
  #upstream: UpstreamConnection | undefined
  #attempt: Attempt | undefined
  #isTunnel = false
  #isChunked = false
  /** The client has the head of an answer. */
  #hasAnswered = false
  #onTheWay = { toClient: 0, toServer: 0 }
  #isOver = false

  constructor(proxy: RunningProxy, listen: Listen, client: Transport) {
    this.#proxy = proxy
    this.#listen = listen
    this.#client = client
    this.#address = proxy.addressOf(client)
    client.attach(this)
  }

  data(data: Uint8Array, receipt: number | undefined): void {
    if (this.#isOver) return
    if (this.#isTunnel) this.#toServer(data, receipt)
    else if (this.#upstream !== undefined) this.#waiting.push(data)
    else this.#read(data, receipt)
  }

  ended(receipt: number | undefined): void {
    this.#over(receipt)
  }

  reset(receipt: number | undefined): void {
    this.#over(receipt)
  }

  head(head: RequestHead): boolean {
    this.#head = head
    this.#body = []
    return asksForWebSocket(head.headers)
  }

  body(data: Uint8Array): void {
    this.#body.push(data.slice())
  }

  end(): void {
    // `push` says so, too.
  }

  #read(data: Uint8Array, receipt: number | undefined): void {
    try {
      const read = this.#parser.push(data)
      if (read === undefined) return
      if (read.rest.length > 0) this.#waiting.push(read.rest.slice())
      if (read.upgraded) this.#parser = new RequestParser(this)
      if (this.#head !== undefined) this.#passOn(this.#head, concatenate(this.#body), receipt)
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error
      this.#answer(error.status, receipt)
      this.#over(receipt)
    }
  }

  #passOn(head: RequestHead, body: Uint8Array, cause: number | undefined): void {
    const { config } = this.#proxy
    const clientAddress = this.#address
    const location = locationOf(config, head.url)
    if (location?.pass === undefined || location.pass === null) {
      this.#log(
        'error',
        'open() failed (2: No such file or directory): no location passes this on',
        null,
        cause,
      )
      this.#answer(404, cause)
      return
    }
    const { pass } = location
    const { port, isSecure } = this.#listen
    const clientPort = this.#client.connection.remote.port
    const circumstances = { config, clientAddress, clientPort, port, isSecure }
    const valueOf = variablesOf(head, pass, circumstances)
    const request = forwardedRequest(head, body, location, pass, valueOf)
    const { method } = pass.upstream
    const key = method.kind === 'hash' ? fillIn(method.key, valueOf) : ''
    const next = this.#proxy.balancerOf(pass).begin({ key, address: clientAddress })
    /** Goes on to the next server where one failed. @param status the answer if there is none. */
    const begin = (status: number, led: number | undefined) => {
      const attempt = next()
      this.#attempt?.over()
      this.#attempt = attempt
      if (attempt === undefined) {
        if (status === 0) {
          const reason = 'no live upstreams while connecting to upstream'
          this.#answer(502, this.#log('error', reason, pass.line, led))
        } else this.#answer(status, led)
        return
      }
      const failed = (answer: number, failure: number | undefined) => {
        attempt.failed()
        begin(answer, failure)
      }
      this.#upstream = new UpstreamConnection({
        ...{ proxy: this.#proxy, address: attempt.server, request, body, location, pass, cause },
        user: this.#userOf(pass, failed),
      })
    }
    begin(0, cause)
  }

  /** @param failed goes on to the next server, or gives the answer. */
  #userOf(pass: Pass, failed: (status: number, cause: number | undefined) => void): UpstreamUser {
    return {
      refused: (cause) => {
        const reason = 'connect() failed (111: Connection refused) while connecting to upstream'
        failed(502, this.#log('error', reason, pass.line, cause))
      },
      timedOut: (phase, line) => {
        const reason = `upstream timed out (110: Connection timed out) while ${phase}`
        // nginx tells of a tunnel at the level info.
        const level = this.#isTunnel ? 'info' : 'error'
        const cause = this.#log(level, reason, line ?? pass.line, undefined)
        if (this.#isTunnel) this.#over(cause)
        else failed(504, cause)
      },
      head: (head, isTunnel, receipt) => this.#answered(head, isTunnel, receipt),
      data: (data, receipt) => {
        this.#toClient(this.#isChunked ? asChunk(data) : data, receipt)
      },
      ended: (receipt) => {
        if (this.#isTunnel) {
          this.#over(receipt)
          return
        }
        if (this.#isChunked) this.#toClient(encoder.encode('0\r\n\r\n'), receipt)
        this.#next(receipt)
      },
      broke: (reason, receipt) => {
        this.#log(
          'error',
          `${reason} while reading response header from upstream`,
          pass.line,
          receipt,
        )
        if (this.#hasAnswered) this.#over(receipt)
        else failed(502, receipt)
      },
    }
  }

  #answered(head: ResponseHead, isTunnel: boolean, receipt: number | undefined): void {
    const { status, statusText } = head
    const date = this.#date()
    const fields = passedBack(head.headers, isTunnel ? 'upgrade' : 'keep-alive', date)
    this.#hasAnswered = true
    this.#isTunnel = isTunnel
    this.#isChunked = fields.some(([name]) => name === 'Transfer-Encoding')
    const words = `HTTP/1.1 ${String(status)} ${statusText}`
    this.#toClient(octetsOfHead(words, fields), receipt)
    if (!isTunnel) return
    for (const data of this.#waiting.splice(0)) this.#toServer(data, receipt)
  }

  /** The proxy's own answer. */
  #answer(status: number, cause: number | undefined): void {
    this.#toClient(ownAnswer(status, this.#date()), cause)
    this.#next(cause)
  }

  /** The next request of this client may come. */
  #next(cause: number | undefined): void {
    this.#upstream = undefined
    this.#attempt?.over()
    this.#head = undefined
    this.#hasAnswered = this.#isChunked = false
    const waiting = concatenate(this.#waiting.splice(0))
    if (waiting.length > 0 && !this.#isOver) this.#read(waiting, cause)
  }

  #toClient(data: Uint8Array, cause: number | undefined): void {
    this.#send('toClient', this.#client, this.#upstream?.transport, data, cause)
  }

  #toServer(data: Uint8Array, cause: number | undefined): void {
    this.#upstream?.waitAnew()
    if (this.#upstream !== undefined)
      this.#send('toServer', this.#upstream.transport, this.#client, data, cause)
  }

  #send(
    way: 'toClient' | 'toServer',
    to: Transport,
    from: Transport | undefined,
    data: Uint8Array,
    cause: number | undefined,
  ): void {
    const onTheWay = this.#onTheWay
    onTheWay[way] += data.length
    if (onTheWay[way] > MAX_ON_THE_WAY) from?.pause()
    to.write(data.slice(), cause, (octets) => {
      const before = onTheWay[way]
      onTheWay[way] -= octets
      if (before > MAX_ON_THE_WAY && onTheWay[way] <= MAX_ON_THE_WAY) from?.resume()
    })
  }

  #over(cause: number | undefined): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#upstream?.close(cause)
    this.#attempt?.over()
    this.#client.close(cause)
  }

  #log(
    level: 'error' | 'info',
    text: string,
    line: number | null,
    cause: number | undefined,
  ): number | undefined {
    const { method = '', url = '', httpVersion = '' } = this.#head ?? {}
    const request = `client: ${this.#address}, request: "${method} ${url} HTTP/${httpVersion}"`
    return this.#proxy.log({ level, text: `${text}, ${request}`, line, cause })
  }

  #date(): string {
    return new Date(this.#proxy.dateNow()).toUTCString()
  }
}

function asChunk(data: Uint8Array): Uint8Array {
  const size = encoder.encode(`${data.length.toString(16)}\r\n`)
  return concatenate([size, data, encoder.encode('\r\n')])
}
