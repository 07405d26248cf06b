import type { Side, SourcePosition } from '../../core/trace/event.ts'
import type { CutKind } from '../../core/trace/intervention.ts'
import { Fifo } from '../../core/trace/fifo.ts'
import { Pipe, type LinkWorld, type Passage, type PipeReceiver, type Signal } from './pipe.ts'

/** The user of one end of a connection. */
export interface TransportUser {
  /** Octets arrived. `receipt` is what the tap gave them. */
  data(data: Uint8Array, receipt: number | undefined): void
  /** The other end sent FIN: no more octets come. */
  ended(receipt: number | undefined): void
  /** The other end sent RST, or a middlebox in its name. */
  reset(receipt: number | undefined): void
}

/** One of several writes whose octets leave together. */
export interface Write {
  readonly length: number
  readonly cause: number | undefined
  readonly source: SourcePosition | undefined
}

/** Sees both ends of a connection. Each returns the number that later events name as a cause. */
export interface TransportTap {
  /** Octets are arriving. Returns those that were not lost. Absent: all arrive. */
  arriving?(side: Side, data: Uint8Array): Uint8Array
  /** @param writes of which the data is made up, where they are known. */
  sent(
    side: Side,
    data: Uint8Array,
    cause: number | undefined,
    writes?: readonly Write[],
  ): number | undefined
  received(side: Side, data: Uint8Array, sending: number | undefined): number | undefined
  /** The receipt of the next message or control frame that the user of this side takes. */
  takeReceipt?(side: Side): number | undefined
  closed(
    side: Side,
    how: CutKind,
    by: Side | 'network',
    cause: number | undefined,
  ): number | undefined
}

export interface Address {
  readonly host: string
  readonly port: number
}

export interface Connected {
  readonly connectionId: string
  readonly local: Address
  readonly remote: Address
}

export interface TransportPair {
  readonly client: Transport
  readonly server: Transport
}

interface Unread {
  readonly content: Uint8Array | Signal
  readonly receipt: number | undefined
}

/** One end of a connection: like a TCP socket, without a name for its errors. */
export class Transport implements PipeReceiver {
  readonly side: Side
  readonly connection: Connected
  readonly #tap: TransportTap
  #outgoing: Pipe | undefined
  #incoming: Pipe | undefined
  #passage: Passage | undefined
  #user: TransportUser | undefined
  #opened: (() => void) | undefined
  #refused: (() => void) | undefined
  /** Arrived and not read. */
  readonly #unread = new Fifo<Unread>()
  #unreadOctets = 0
  #paused = true
  /** This end has sent FIN. */
  #ended = false
  /** Nothing is read any more. */
  #closed = false
  /** The tap knows how the transport ended. */
  #endIsKnown = false

  private constructor(side: Side, connection: Connected, tap: TransportTap) {
    this.side = side
    this.connection = connection
    this.#tap = tap
  }

  /** Two ends without users. Octets that arrive wait until `attach`. */
  static pair(
    world: LinkWorld,
    connectionId: string,
    client: Address,
    server: Address,
    tap: TransportTap,
  ): TransportPair {
    const ends = {
      client: new Transport('client', { connectionId, local: client, remote: server }, tap),
      server: new Transport('server', { connectionId, local: server, remote: client }, tap),
    }
    const passage = world.middlebox?.connect(() => {
      toServer.cut()
      toClient.cut()
    })
    const toServer = new Pipe(world, ends.server, passage)
    const toClient = new Pipe(world, ends.client, passage)
    ends.client.#passage = passage
    ends.client.#outgoing = ends.server.#incoming = toServer
    ends.server.#outgoing = ends.client.#incoming = toClient
    return ends
  }

  /** Octets that are neither read nor acknowledged. */
  get unreadOctets(): number {
    return this.#unreadOctets
  }

  attach(user: TransportUser): void {
    this.#user = user
    this.resume()
  }

  /** Signals the other end that the connection is established: it calls `opened`. */
  open(): void {
    this.#outgoing?.signal('open')
  }

  /** @param refused called instead where the network ends the connection before it is there. */
  whenOpen(opened: () => void, refused: () => void): void {
    this.#opened = opened
    this.#refused = refused
  }

  /**
   * Sends octets, which must not be changed afterwards; nothing after `end`, `close` or `reset`.
   * `left` is called in later tasks, each time with how many more octets have gone onto the link.
   * Returns the tap's number for the sending.
   */
  write(
    data: Uint8Array,
    cause?: number,
    left?: (octets: number) => void,
    writes?: readonly Write[],
  ): number | undefined {
    if (this.#ended || data.length === 0) return undefined
    const sending = this.#tap.sent(this.side, data, cause, writes)
    this.#outgoing?.send(data, sending, left)
    return sending
  }

  /** Sends FIN behind what was written, and goes on reading. */
  end(cause?: number): void {
    if (this.#ended) return
    this.#ended = true
    this.#outgoing?.signal('fin', this.#tellEnd('fin', this.side, cause))
  }

  /** Stops reading and writing. As on Linux: FIN, or RST where octets were left unread. */
  close(cause?: number): void {
    if (this.#closed) return
    if (this.#unreadOctets > 0) this.reset(cause)
    else this.end(cause)
    this.#closed = true
  }

  reset(cause?: number): void {
    if (this.#closed) return
    this.#ended = this.#closed = true
    this.#outgoing?.reset(this.#tellEnd('rst', this.side, cause))
  }

  /**
   * The network cuts the connection: nothing passes this end any more, in either direction. With
   * `fin` and `rst` a middlebox sends this end that signal.
   */
  cut(how: CutKind): void {
    if (this.#closed && how !== 'silence') return
    this.#outgoing?.silence()
    this.#incoming?.silence()
    const receipt = this.#tellEnd(how, 'network', undefined)
    if (how === 'rst') {
      this.#ended = this.#closed = true
      this.#user?.reset(receipt)
    }
    if (how === 'fin') this.#receive('fin', receipt)
    const refused = this.#refused
    this.#refused = undefined
    // RFC 9293 §3.10.7.3: a connection that is reset in SYN-SENT is refused.
    if (how !== 'silence') refused?.()
  }

  /** One read may hold several messages: the receipt of the next of them. */
  takeReceipt(): number | undefined {
    return this.#tap.takeReceipt?.(this.side)
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    while (!this.#paused) {
      const next = this.#unread.shift()
      if (next === undefined) return
      this.#read(next.content, next.receipt)
    }
  }

  /** From the link. */
  receiveData(data: Uint8Array, sending: number | undefined): void {
    if (this.#closed) {
      // RFC 9293 §3.10.7.1: what arrives at a closed connection is answered with RST.
      this.#outgoing?.reset()
      return
    }
    const arrived = this.#tap.arriving?.(this.side, data) ?? data
    this.#incoming?.acknowledge(data.length - arrived.length)
    if (arrived.length === 0) return
    const receipt = this.#tap.received(this.side, arrived, sending)
    this.#unreadOctets += arrived.length
    this.#receive(arrived, receipt)
  }

  /** From the link. */
  receiveSignal(signal: Signal, sending: number | undefined): void {
    if (this.#closed) return
    const other = this.side === 'client' ? 'server' : 'client'
    switch (signal) {
      case 'open':
        this.#passage?.established()
        this.#refused = undefined
        this.#opened?.()
        return
      case 'fin':
        this.#receive('fin', this.#tellEnd('fin', other, sending))
        return
      case 'cut':
        this.#receive('fin', this.#tellEnd('fin', 'network', undefined))
        return
      case 'rst': {
        this.#ended = this.#closed = true
        const receipt = this.#tellEnd('rst', other, sending)
        // RFC 9293 §3.10.7.4: a reset throws away what was not read.
        this.#unread.clear()
        this.#user?.reset(receipt)
      }
    }
  }

  #receive(content: Uint8Array | Signal, receipt: number | undefined): void {
    if (this.#paused || this.#user === undefined) this.#unread.push({ content, receipt })
    else this.#read(content, receipt)
  }

  #read(content: Uint8Array | Signal, receipt: number | undefined): void {
    if (typeof content === 'string') {
      this.#user?.ended(receipt)
      return
    }
    this.#unreadOctets -= content.length
    this.#incoming?.acknowledge(content.length)
    this.#user?.data(content, receipt)
  }

  /** Each end reports once how its transport ended: the first sign counts. */
  #tellEnd(how: CutKind, by: Side | 'network', cause: number | undefined): number | undefined {
    if (this.#endIsKnown) return undefined
    this.#endIsKnown = true
    return this.#tap.closed(this.side, how, by, cause)
  }
}
