/** Which server of an upstream gets a request, as nginx decides it. */
import type { UpstreamServer, Upstream } from './proxy-config.ts'
import { crc32 } from './crc32.ts'

/** Attempts after which `ip_hash` and `hash` leave the choice to the turn. */
const MAX_HASHES = 20

/** One server, with what nginx remembers of it: all processes of a real one may share it. */
interface Peer {
  readonly server: UpstreamServer
  /** Rises with each turn by the weight, and falls by all weights when the peer is chosen. */
  current: number
  effective: number
  fails: number
  /** When it last failed, and when that was last looked at: milliseconds. */
  accessed: number
  checked: number
  /** Connections that it has now. */
  connections: number
}

/** What of a request the choice may depend on. */
export interface Chosen {
  /** The value of the key of `hash`. */
  readonly key: string
  /** The IP address of the client. */
  readonly address: string
}

/** One request: the servers that it tries. */
export interface Attempt {
  readonly server: UpstreamServer
  /** The server failed: it may be left out for a while. */
  failed(): void
  /** The connection to it is over. */
  over(): void
}

/** The servers of one upstream. */
export class Balancer {
  readonly #upstream: Upstream
  readonly #now: () => number
  readonly #peers: readonly Peer[]
  readonly #backups: readonly Peer[]
  readonly #disabled: (server: UpstreamServer) => void

  /** @param disabled tells that a server is left out for its `fail_timeout`. */
  constructor(upstream: Upstream, now: () => number, disabled: (server: UpstreamServer) => void) {
    const peerOf = (server: UpstreamServer): Peer => {
      const { weight } = server
      return {
        ...{ server, current: 0, effective: weight, fails: 0, connections: 0 },
        ...{ accessed: -Infinity, checked: -Infinity },
      }
    }
    this.#upstream = upstream
    this.#now = now
    this.#disabled = disabled
    this.#peers = upstream.servers.filter(({ isBackup }) => !isBackup).map(peerOf)
    this.#backups = upstream.servers.filter(({ isBackup }) => isBackup).map(peerOf)
  }

  /** Begins a request. Each call gives the next server to try, or undefined: none is left. */
  begin(request: Chosen): () => Attempt | undefined {
    const tried = new Set<Peer>()
    const hashed = this.#hashed(request, tried)
    return () => {
      const peer = this.#only() ?? hashed() ?? this.#best(this.#peers, tried)
      const chosen =
        peer !== undefined && !tried.has(peer) ? peer : this.#best(this.#backups, tried)
      if (chosen === undefined) return undefined
      tried.add(chosen)
      return this.#attempt(chosen)
    }
  }

  /** Where there is no other, a server that failed is tried all the same. */
  #only(): Peer | undefined {
    const [only, ...others] = [...this.#peers, ...this.#backups]
    return others.length === 0 && only?.server.isDown === false ? only : undefined
  }

  /** @see ngx_http_upstream_ip_hash_module.c, ngx_http_upstream_hash_module.c */
  #hashed({ key, address }: Chosen, tried: ReadonlySet<Peer>): () => Peer | undefined {
    const { method } = this.#upstream
    if (method.kind !== 'addressHash' && method.kind !== 'hash') return () => undefined
    const octets = address.split('.').slice(0, 3).map(Number)
    let hash = method.kind === 'hash' ? 0 : 89
    let hashes = 0
    return () => {
      while (hashes <= MAX_HASHES) {
        if (method.kind === 'hash') {
          // The second attempt and those after it begin with their number.
          const text = hashes === 0 ? key : `${String(hashes)}${key}`
          hash += (crc32(text) >>> 16) & 0x7fff
        } else for (const octet of octets) hash = (hash * 113 + octet) % 6271
        hashes += 1
        const peer = this.#peerAt(hash)
        if (peer !== undefined && !tried.has(peer) && this.#isUp(peer)) return this.#looked(peer)
      }
      return undefined
    }
  }

  #peerAt(hash: number): Peer | undefined {
    let rest = hash % this.#peers.reduce((sum, { server }) => sum + server.weight, 0)
    return this.#peers.find(({ server }) => (rest -= server.weight) < 0)
  }

  /** @see ngx_http_upstream_round_robin.c, ngx_http_upstream_least_conn_module.c */
  #best(peers: readonly Peer[], tried: ReadonlySet<Peer>): Peer | undefined {
    const all = peers.filter((peer) => !tried.has(peer) && this.#isUp(peer))
    const load = ({ connections, server }: Peer) => connections / server.weight
    const least = Math.min(...all.map(load))
    const able =
      this.#upstream.method.kind === 'leastConnections'
        ? all.filter((peer) => load(peer) === least)
        : all
    let best: Peer | undefined
    let total = 0
    for (const peer of able) {
      peer.current += peer.effective
      total += peer.effective
      if (peer.effective < peer.server.weight) peer.effective += 1
      if (best === undefined || peer.current > best.current) best = peer
    }
    if (best === undefined) return undefined
    best.current -= total
    return this.#looked(best)
  }

  #isUp({ server, fails, checked }: Peer): boolean {
    const { isDown, maxFails, failTimeout } = server
    const isFailing = maxFails > 0 && fails >= maxFails && this.#now() - checked <= failTimeout
    return !isDown && !isFailing
  }

  #looked(peer: Peer): Peer {
    if (this.#now() - peer.checked > peer.server.failTimeout) peer.checked = this.#now()
    return peer
  }

  #attempt(peer: Peer): Attempt {
    const { server } = peer
    let isOver = false
    let hasFailed = false
    peer.connections += 1
    return {
      server,
      failed: () => {
        hasFailed = true
        if (this.#only() !== undefined) return
        peer.fails += 1
        peer.accessed = peer.checked = this.#now()
        if (server.maxFails === 0) return
        peer.effective = Math.max(0, peer.effective - Math.floor(server.weight / server.maxFails))
        if (peer.fails >= server.maxFails) this.#disabled(server)
      },
      over: () => {
        if (isOver) return
        isOver = true
        peer.connections -= 1
        // It passed the test of a server that had failed.
        if (!hasFailed && peer.accessed < peer.checked) peer.fails = 0
      },
    }
  }
}
