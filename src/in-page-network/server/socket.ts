import { concatenate } from '../../core/protocol/octets.ts'
import type { ClockTimer } from '../clock/clock.ts'
import type { Transport, TransportUser, Write } from '../link/transport.ts'
import { guard, type ServerWorld } from './server-process.ts'
import type { BufferClass, Callback, Duplex, StreamModule } from './stream-types.ts'

export interface Socket extends Duplex {
  readonly connecting: boolean
  readonly remoteAddress: string | undefined
  readonly remotePort: number | undefined
  setTimeout(milliseconds: number, callback?: () => void): this
  destroySoon(): void
}

/** Opens the transport of a socket that a program connects, and calls back when it is open. */
export type Opening = (socket: Socket, done: Callback) => Transport

export type SocketClass = new (transport: Transport | Opening) => Socket

/** An error as Node's system calls make it. */
export function systemError(code: string, syscall: string, message: string): Error {
  return Object.assign(new Error(`${syscall} ${message}`), { code, syscall })
}

/** `net.Socket` over an end of the in-page link. */
export function createSocketClass(
  { Duplex }: StreamModule,
  BufferClass: BufferClass,
  world: ServerWorld,
): SocketClass {
  return class Socket extends Duplex implements TransportUser {
    readonly #transport: Transport
    /** Takes it out of what ends with the process. */
    readonly #stay: () => void
    /** Told when a connection that a program makes is open. */
    #opened: Callback | undefined
    #idleLimit = 0
    #idleTimer: ClockTimer | undefined
    /** Of each call of `write` whose octets have not left yet. */
    readonly #calls: Omit<Write, 'length'>[] = []
    /** Whether a connection that a program makes is not open yet. */
    connecting = false
    bytesRead = 0
    bytesWritten = 0

    constructor(transport: Transport | Opening) {
      const connects = typeof transport === 'function'
      super({
        // As the sockets of Node's HTTP server are: each direction ends for itself.
        allowHalfOpen: !connects,
        autoDestroy: true,
        emitClose: true,
        // What is written waits until the connection is open.
        ...(connects && { construct: (done: Callback) => (this.#opened = done) }),
      })
      this.connecting = connects
      this.#transport = connects ? transport(this, (error) => this.#open(error)) : transport
      world.stall.join(this.#transport)
      this.#stay = world.life.whenEnded(() => this.#abandon())
      if (!connects) this.#transport.attach(this)
    }

    #open(error: Error | null | undefined): void {
      this.connecting = false
      if (!error) this.#transport.attach(this)
      this.#opened?.(error)
    }

    get remoteAddress() {
      return this.destroyed ? undefined : this.#transport.connection.remote.host
    }

    get remotePort() {
      return this.destroyed ? undefined : this.#transport.connection.remote.port
    }

    get remoteFamily() {
      return this.destroyed ? undefined : 'IPv4'
    }

    get localAddress() {
      return this.#transport.connection.local.host
    }

    get localPort() {
      return this.#transport.connection.local.port
    }

    address() {
      return { address: this.localAddress, family: 'IPv4', port: this.localPort }
    }

    setNoDelay() {
      return this
    }

    setKeepAlive() {
      return this
    }

    ref() {
      return this
    }

    unref() {
      return this
    }

    /** Emits `timeout` when nothing was read or written for so long; 0 never. */
    setTimeout(milliseconds: number, callback?: () => void): this {
      this.#idleLimit = milliseconds
      if (callback !== undefined) {
        if (milliseconds === 0) this.removeListener('timeout', callback)
        else this.once('timeout', callback)
      }
      this.#restartIdleTimer()
      return this
    }

    /** Destroys the socket when all that was written has left. */
    destroySoon() {
      if (!this.writableEnded) this.end()
      if (this.writableFinished) this.destroy()
      else this.once('finish', () => this.destroy())
    }

    /** Ends the connection by RST. */
    resetAndDestroy() {
      this.#transport.reset(world.cause.current)
      return this.destroy()
    }

    data(data: Uint8Array, receipt: number | undefined): void {
      this.bytesRead += data.length
      world.cause.current = receipt
      this.#restartIdleTimer()
      // A copy, because `ws` unmasks what it reads in place.
      guard(world, () => {
        if (!this.push(BufferClass.from(data))) this.#transport.pause()
      })
    }

    ended(receipt: number | undefined): void {
      world.cause.current = receipt
      guard(world, () => this.push(null))
    }

    reset(receipt: number | undefined): void {
      world.stall.run(() => {
        world.cause.current = receipt
        guard(world, () => this.destroy(systemError('ECONNRESET', 'read', 'ECONNRESET')))
      })
    }

    override emit(event: string, ...values: unknown[]): boolean {
      // Whether an error was the reason.
      if (event === 'close') return super.emit(event, this.errored !== null)
      return super.emit(event, ...values)
    }

    override _read() {
      this.#transport.resume()
    }

    /** The receipt of the message or control frame that comes next in what was read. */
    takeReceipt(): number | undefined {
      return this.#transport.takeReceipt()
    }

    override write(
      chunk: Uint8Array | string,
      encoding?: string | Callback,
      callback?: Callback,
    ): boolean {
      const done = typeof encoding === 'function' ? encoding : callback
      // What waits leaves later, when neither its cause nor its place is known any more.
      const waiting = this.#calls.push({ cause: world.cause.current, source: world.locate() })
      try {
        return super.write(
          chunk,
          typeof encoding === 'string' ? encoding : undefined,
          // Node says `null` where all went well, the package nothing.
          done && ((error) => done(error ?? null)),
        )
      } catch (error) {
        // The stream has refused the chunk.
        this.#calls.splice(waiting - 1, 1)
        throw error
      }
    }

    override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
      if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
        return super.end(chunk, encoding, callback)
      }
      // As Node does; and every chunk has its call.
      this.write(chunk, typeof encoding === 'string' ? encoding : undefined)
      return super.end(typeof encoding === 'function' ? encoding : callback)
    }

    override _write(chunk: Uint8Array, _encoding: string, callback: Callback) {
      this.#send(Uint8Array.from(chunk), this.#writesOf([chunk]), callback)
    }

    // Octets that were written together leave together: a frame's header with its payload.
    _writev(writes: readonly { readonly chunk: Uint8Array }[], callback: Callback) {
      // A copy: there are two writes at least.
      const chunks = writes.map(({ chunk }) => chunk)
      this.#send(concatenate(chunks), this.#writesOf(chunks), callback)
    }

    override _final(callback: Callback) {
      this.#transport.end(world.cause.current)
      callback()
    }

    override _destroy(error: Error | null, callback: Callback) {
      this.#idleTimer?.clear()
      this.#stay()
      world.stall.leave(this.#transport)
      this.#transport.close(world.cause.current)
      callback(error)
    }

    /**
     * The process has ended. What the program wrote is the operating system's to send, which then
     * closes the connection.
     */
    #abandon() {
      const chunks = this.writableBuffer.map(({ chunk }) => Uint8Array.from(chunk))
      const writes = this.#writesOf(chunks)
      this.#transport.write(concatenate(chunks), writes[0]?.cause, undefined, writes)
      world.stall.leave(this.#transport)
      this.#transport.close(world.cause.current)
    }

    #writesOf(chunks: readonly Uint8Array[]): Write[] {
      const calls = this.#calls.splice(0, chunks.length)
      return chunks.map(({ length }, index) => ({
        length,
        cause: calls[index]?.cause,
        source: calls[index]?.source,
      }))
    }

    #send(data: Uint8Array, writes: readonly Write[], callback: Callback) {
      this.bytesWritten += data.length
      this.#restartIdleTimer()
      if (data.length === 0) {
        callback()
        return
      }
      let left = data.length
      const leave = (octets: number) => {
        left -= octets
        if (left === 0) world.stall.run(() => guard(world, () => callback()))
      }
      this.#transport.write(data, writes[0]?.cause, leave, writes)
    }

    #restartIdleTimer() {
      this.#idleTimer?.clear()
      if (this.#idleLimit === 0) return
      this.#idleTimer = world.clock.setTimer(() => {
        guard(world, () => this.emit('timeout'))
      }, this.#idleLimit)
    }
  }
}
