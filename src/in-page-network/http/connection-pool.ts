import type { ClientWorld } from '../client/client-world.ts'
import type { Address } from '../link/transport.ts'
import { HttpConnection, type Exchange } from './http-connection.ts'

/** As every browser over HTTP/1.1: connections to one server at a time. */
const MAX_CONNECTIONS = 6

/** The connections to one server, kept for the next request, and the requests that wait for one. */
class ServerConnections {
  readonly #world: ClientWorld
  readonly #address: Address
  #connections: HttpConnection[] = []
  #waiting: Exchange[] = []

  constructor(world: ClientWorld, address: Address) {
    this.#world = world
    this.#address = address
  }

  request(exchange: Exchange): void {
    this.#waiting.push(exchange)
    this.#assign()
  }

  abort(exchange: Exchange): void {
    this.#waiting = this.#waiting.filter((other) => other !== exchange)
    for (const connection of this.#connections) connection.abort(exchange)
  }

  #assign(): void {
    this.#connections = this.#connections.filter(({ isClosed }) => !isClosed)
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const idle = this.#connections.find(({ isIdle }) => isIdle)
      if (idle === undefined && this.#connections.length >= MAX_CONNECTIONS) return
      this.#waiting.shift()
      if (idle !== undefined) idle.begin(next)
      else this.#open(next)
    }
  }

  #open(first: Exchange): void {
    const owner = { changed: () => this.#assign(), repeat: (again: Exchange) => this.#open(again) }
    this.#connections.push(new HttpConnection(this.#world, this.#address, first, owner))
  }
}

/** The HTTP connections of one client, by server. */
export class ConnectionPool {
  readonly #world: ClientWorld
  readonly #servers = new Map<string, ServerConnections>()

  constructor(world: ClientWorld) {
    this.#world = world
  }

  /** Sends a request as soon as a connection is free. Returns what gives it up. */
  request(address: Address, exchange: Exchange): () => void {
    const key = `${address.host}:${String(address.port)}`
    const connections = this.#servers.get(key) ?? new ServerConnections(this.#world, address)
    this.#servers.set(key, connections)
    connections.request(exchange)
    return () => connections.abort(exchange)
  }
}
