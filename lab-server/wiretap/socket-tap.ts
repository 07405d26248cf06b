import type { Socket } from 'node:net'
import type { Side } from '../../src/core/trace/event.ts'

/** Receives what a tapped socket does. Times are those of `monotonicTime`. */
export interface TapSink {
  /** Octets that were read from the socket or handed to it; valid during the call only. */
  bytes(from: Side, octets: Uint8Array, time: number): void
  /**
   * The socket is closed: the last call, made once. `how`, `by` and `time` describe the first end;
   * a half-closed connection may have carried the other side's bytes after it.
   */
  ended(how: 'fin' | 'rst', by: Side, time: number): void
}

/** Milliseconds of this process's monotonic clock, with three decimals. */
export function monotonicTime(): number {
  return Math.round(performance.now() * 1000) / 1000
}

/** How the request line of a connection begins that may be recorded. */
const marked = Buffer.from('GET /lab/~')

/** More than a request head that Node accepts (16 KiB), with what a client may send right after. */
const mostKept = 256 * 1024

type Kept = { readonly from: Side; readonly octets: Buffer; readonly time: number }
type End = { readonly how: 'fin' | 'rst'; readonly by: Side; readonly time: number }

/**
 * Sees the byte stream of a TCP connection that an HTTP server has just accepted, from its first
 * octet, no matter what reads and writes it later: `node:http`, `ws` or a scenario by hand.
 *
 * It taps the stream's implementation, not its use: `push` gets each chunk that was read, `_write`
 * and `_writev` get each chunk handed to the system, in order and once, even if it was corked, had
 * to wait, or came with `end`. A `data` listener would make a paused stream flow and would see
 * chunks twice that are put back (`unshift`).
 *
 * An unmarked connection is released at its first octets.
 */
export class SocketTap {
  readonly #socket: Socket
  /** What was seen before it was clear whether the connection is recorded. */
  #kept: Kept[] = []
  #keptBytes = 0
  #prefixSeen = 0
  #sink: TapSink | null = null
  #end: End | null = null
  #isReset = false
  #isRemoved = false

  constructor(socket: Socket) {
    this.#socket = socket
    // Node's HTTP parser reads directly from the handle, past the stream, until there is a
    // `data` listener.
    const listener = () => {}
    socket.on('data', listener).off('data', listener)
    this.#watchReads()
  }

  /** When the first octets came that are kept; now where there are none. */
  get firstTime(): number {
    return this.#kept[0]?.time ?? monotonicTime()
  }

  /**
   * Passes the sink everything seen so far and from now on; false if the tap was released.
   */
  start(sink: TapSink): boolean {
    if (this.#isRemoved || this.#sink !== null) return false
    this.#sink = sink
    const kept = this.#kept
    this.#kept = []
    for (const { from, octets, time } of kept) sink.bytes(from, octets, time)
    const ended = () => {
      this.remove()
      const { how, by, time } = this.#end ?? { how: 'fin', by: 'server', time: monotonicTime() }
      sink.ended(how, by, time)
    }
    if (this.#socket.closed) ended()
    else this.#socket.once('close', ended)
    return true
  }

  /** Restores the socket. The sink still learns of its end. */
  remove(): void {
    if (this.#isRemoved) return
    this.#isRemoved = true
    this.#kept = []
    for (const name of ['push', '_write', '_writev', '_final', '_destroy', 'resetAndDestroy']) {
      Reflect.deleteProperty(this.#socket, name)
    }
  }

  #watchReads(): void {
    const socket = this.#socket
    const push = socket.push.bind(socket)
    socket.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (chunk === null) this.#ends('fin', 'client')
      else if (chunk instanceof Uint8Array) this.#read(chunk)
      return push(chunk, encoding)
    }
  }

  #read(octets: Uint8Array): void {
    if (this.#prefixSeen < marked.length) {
      const begin = marked.subarray(this.#prefixSeen, this.#prefixSeen + octets.length)
      if (begin.compare(octets, 0, begin.length) !== 0) {
        this.remove()
        return
      }
      this.#prefixSeen += begin.length
      if (this.#prefixSeen === marked.length) this.#watchWrites()
    }
    this.#saw('client', octets)
  }

  #watchWrites(): void {
    const socket = this.#socket
    const write = socket._write.bind(socket)
    socket._write = (chunk: unknown, encoding, done) => {
      this.#saw('server', octetsOf(chunk, encoding))
      write(chunk, encoding, done)
    }
    const writev = socket._writev?.bind(socket)
    if (writev) {
      socket._writev = (chunks, done) => {
        // `ws` writes the header of a frame and its payload in one go.
        this.#saw(
          'server',
          Buffer.concat(chunks.map(({ chunk, encoding }) => octetsOf(chunk, encoding))),
        )
        writev(chunks, done)
      }
    }
    const final = socket._final.bind(socket)
    socket._final = (done) => {
      this.#ends('fin', 'server')
      final(done)
    }
    const resetAndDestroy = socket.resetAndDestroy.bind(socket)
    socket.resetAndDestroy = () => {
      this.#isReset = true
      return resetAndDestroy()
    }
    const destroy = socket._destroy.bind(socket)
    socket._destroy = (error, done) => {
      // Without an error this side closed: with a FIN, unless octets are still unread.
      if (error === null) this.#ends(this.#isReset ? 'rst' : 'fin', 'server')
      else this.#ends('rst', hasLeft(error) ? 'client' : 'server')
      destroy(error, done)
    }
  }

  #saw(from: Side, octets: Uint8Array): void {
    if (octets.length === 0) return
    if (this.#sink !== null) {
      this.#sink.bytes(from, octets, monotonicTime())
      return
    }
    this.#keptBytes += octets.length
    if (this.#keptBytes > mostKept) this.remove()
    // A copy: `ws` unmasks what it was given in place.
    else this.#kept.push({ from, octets: Buffer.from(octets), time: monotonicTime() })
  }

  #ends(how: 'fin' | 'rst', by: Side): void {
    this.#end ??= { how, by, time: monotonicTime() }
  }
}

function octetsOf(chunk: unknown, encoding: BufferEncoding): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : new Uint8Array()
}

/** Whether an error of a socket says that the other side has reset the connection. */
function hasLeft(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
