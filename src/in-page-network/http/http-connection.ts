import type { ResponseHead } from '../../core/protocol/index.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { Address, Transport } from '../link/transport.ts'
import { HttpTap, type WireRequest } from '../recording/http-tap.ts'
import { BadResponse, ResponseParser, valueOf, type ResponsePart } from './response-parser.ts'

/** The maker of a request. Each call passes the `seq` of its cause. */
export interface ExchangeUser {
  head(head: ResponseHead, connectionId: string, cause: number | undefined): void
  data(data: Uint8Array, cause: number | undefined): void
  end(cause: number | undefined): void
  /** The response did not come, or broke off. */
  failed(reason: string, connectionId: string, cause: number | undefined): void
}

export interface Exchange {
  readonly request: WireRequest
  readonly user: ExchangeUser
  /** The `seq` of the call that made it. */
  readonly cause: number | undefined
}

export interface ConnectionOwner {
  /** The connection can take another exchange, or never will. */
  changed(): void
  /** Takes back an exchange that the server never saw. */
  repeat(exchange: Exchange): void
}

/** A client's HTTP/1.1 connection to one server: one request at a time, as browsers do it. */
export class HttpConnection {
  readonly id: string
  readonly #world: ClientWorld
  readonly #tap: HttpTap
  readonly #transport: Transport
  readonly #owner: ConnectionOwner
  #state: 'connecting' | 'idle' | 'busy' | 'closed' = 'connecting'
  #exchange: Exchange | undefined
  #method = 'GET'
  #parser = new ResponseParser(() => this.#method)
  #hasServed = false
  #keepsAlive = true
  #isAttached = false
  /** Something of the response has arrived. */
  #hasAnswer = false

  constructor(world: ClientWorld, address: Address, first: Exchange, owner: ConnectionOwner) {
    this.#world = world
    this.#owner = owner
    this.#exchange = first
    this.id = world.nextConnectionId('http')
    this.#tap = new HttpTap(world.recorder, world.observer.locate, this.id)
    this.#transport = world.connect(address, this.id, this.#tap, {
      opened: () => {
        if (this.#state !== 'connecting') return
        this.#state = 'busy'
        this.#send()
      },
      refused: () => {
        const { host, port } = address
        this.#fail(`Nobody listens at ${host}:${String(port)}`, this.#exchange?.cause)
      },
    })
  }

  get isIdle(): boolean {
    return this.#state === 'idle'
  }

  get isClosed(): boolean {
    return this.#state === 'closed'
  }

  /** Begins the next exchange of an idle connection. */
  begin(exchange: Exchange): void {
    this.#exchange = exchange
    this.#state = 'busy'
    this.#send()
  }

  /** Gives up an exchange that is going on: HTTP/1.1 can do so only with the connection. */
  abort(exchange: Exchange): void {
    if (this.#exchange !== exchange) return
    this.#exchange = undefined
    this.#close()
  }

  #send(): void {
    const { request, cause } = this.#exchange ?? {}
    if (request === undefined) return
    this.#method = request.method
    this.#hasAnswer = false
    const seq = this.#tap.requestSent(request, cause)
    if (!this.#isAttached) {
      this.#isAttached = true
      this.#transport.attach({
        data: (data, receipt) => this.#receive(() => this.#parser.push(data), receipt),
        ended: (receipt) => {
          this.#keepsAlive = false
          this.#receive(() => this.#parser.eof(), receipt)
          this.#ended('The server closed the connection without a response', receipt)
        },
        reset: (receipt) => this.#ended('The connection was reset', receipt),
      })
    }
    this.#transport.write(request.octets, seq)
  }

  #receive(read: () => readonly ResponsePart[], receipt: number | undefined): void {
    if (this.#state === 'closed') return
    this.#world.cause.current = receipt
    let parts: readonly ResponsePart[]
    try {
      parts = read()
    } catch (error) {
      if (!(error instanceof BadResponse)) throw error
      this.#fail(error.message, receipt)
      return
    }
    for (const part of parts) {
      const exchange = this.#exchange
      // An unsolicited response.
      if (exchange === undefined) {
        this.#close()
        return
      }
      const seq = this.#tap.partReceived(part, receipt)
      this.#hasAnswer = true
      switch (part.type) {
        case 'head':
          this.#keepsAlive = keepsAlive(part.head)
          exchange.user.head(part.head, this.id, seq)
          break
        case 'data':
          exchange.user.data(part.data, seq)
          break
        case 'end':
          this.#finish(exchange, seq)
      }
    }
  }

  #finish(exchange: Exchange, cause: number | undefined): void {
    this.#exchange = undefined
    this.#hasServed = true
    this.#state = 'idle'
    exchange.user.end(cause)
    if (!this.#keepsAlive) this.#close()
    else this.#owner.changed()
  }

  #ended(reason: string, cause: number | undefined): void {
    if (this.#state === 'closed') return
    const exchange = this.#exchange
    // RFC 9112 §9.3.1: the server may have closed an idle connection while the request was on its
    // way. It did not see the request, so a new connection may repeat it.
    if (exchange !== undefined && this.#hasServed && !this.#hasAnswer && isRepeatable(exchange)) {
      this.#exchange = undefined
      this.#close()
      this.#owner.repeat(exchange)
      return
    }
    this.#fail(reason, cause)
  }

  #fail(reason: string, cause: number | undefined): void {
    if (this.#state === 'closed') return
    const exchange = this.#exchange
    if (exchange === undefined) {
      this.#close()
      return
    }
    const seq = this.#tap.record('client', { type: 'frameError', message: reason }, cause)
    this.#exchange = undefined
    this.#close()
    exchange.user.failed(reason, this.id, seq)
  }

  #close(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#transport.close(this.#world.cause.current)
    this.#owner.changed()
  }
}

/** RFC 9112 §9.3, for what a client sends without `Connection: close`. */
function keepsAlive(head: ResponseHead): boolean {
  const connection = valueOf(head.headers, 'connection')?.toLowerCase() ?? ''
  if (connection.includes('close') || head.status === 101) return false
  return head.version !== 'HTTP/1.0' || connection.includes('keep-alive')
}

/** RFC 9110 §9.2.2. */
const isRepeatable = ({ request }: Exchange) =>
  ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE'].includes(request.method)
