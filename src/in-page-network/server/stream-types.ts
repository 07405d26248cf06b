/**
 * The part of Node's streams and events that the in-page modules build on. The implementations
 * are `readable-stream` and `events`; their own type packages would bring all of Node's globals.
 */

export type Listener = (...args: never[]) => void

export interface EventEmitter {
  on(event: string, listener: Listener): this
  once(event: string, listener: Listener): this
  removeListener(event: string, listener: Listener): this
  emit(event: string, ...args: unknown[]): boolean
  listenerCount(event: string): number
}

/** A Node `Buffer`, of which only the octets matter here. */
export type Buffer = Uint8Array

export interface BufferClass {
  from(data: Uint8Array | string, encoding?: string): Buffer
  byteLength(text: string, encoding?: string): number
}

export type Callback = (error?: Error | null) => void

export interface Readable extends EventEmitter {
  readonly destroyed: boolean
  readonly readableEnded: boolean
  push(chunk: Uint8Array | null): boolean
  pause(): this
  resume(): this
  unshift(chunk: Uint8Array): void
  destroy(error?: Error): this
  _read(size: number): void
  _destroy(error: Error | null, callback: Callback): void
}

export interface Writable extends EventEmitter {
  readonly destroyed: boolean
  readonly writableEnded: boolean
  /** What waits for earlier writes. */
  readonly writableBuffer: readonly { readonly chunk: Uint8Array }[]
  readonly writableFinished: boolean
  write(chunk: Uint8Array | string, encoding?: string | Callback, callback?: Callback): boolean
  end(chunk?: unknown, encoding?: unknown, callback?: unknown): this
  cork(): void
  uncork(): void
  destroy(error?: Error): this
  _write(chunk: Uint8Array, encoding: string, callback: Callback): void
  _final(callback: Callback): void
  _destroy(error: Error | null, callback: Callback): void
}

export interface Duplex extends Readable, Writable {
  readonly errored: Error | null
}

export interface Transform extends Duplex {
  _transform(chunk: Uint8Array, encoding: string, callback: Callback): void
  _flush(callback: Callback): void
}

export interface StreamModule {
  readonly Readable: new (options?: object) => Readable
  readonly Writable: new (options?: object) => Writable
  readonly Duplex: new (options?: object) => Duplex
  readonly Transform: new (options?: object) => Transform
}

export interface EventsModule {
  readonly EventEmitter: new () => EventEmitter
}
