import {
  deflate,
  deflateRaw,
  gzip,
  inflate,
  inflateRaw,
  Z_BUF_ERROR,
  Z_DEFAULT_STRATEGY,
  Z_FINISH,
  Z_FULL_FLUSH,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  Z_SYNC_FLUSH,
  zlibDeflate,
  zlibDeflateInit2,
  zlibDeflateReset,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
  ZStream,
} from 'pako'
import type { Z_FlushMode } from 'pako'
import type { BufferClass, Callback, StreamModule } from './stream-types.ts'

interface ZlibOptions {
  /** The base-2 logarithm of the window in octets, 8 to 15. */
  readonly windowBits?: number
  readonly level?: number
  readonly memLevel?: number
  readonly strategy?: number
  readonly chunkSize?: number
}

/** Node's defaults (zlib.h's own). */
const DEFLATED = 8
const DEFAULT_LEVEL = 6
const DEFAULT_MEMORY_LEVEL = 8
const DEFAULT_WINDOW_BITS = 15
const DEFAULT_CHUNK_SIZE = 16 * 1024

/** What `windowBits` becomes for zlib: a raw stream, one with zlib's head, one with gzip's. */
const formats = {
  raw: (bits: number) => -bits,
  zlib: (bits: number) => bits,
  gzip: (bits: number) => bits + 16,
}

type Format = keyof typeof formats

/** `node:zlib`, as far as `ws` and a server program need it, on pako's port of zlib. */
export function createZlib({ Transform }: StreamModule, BufferClass: BufferClass) {
  abstract class ZlibStream extends Transform {
    protected readonly stream = new ZStream()
    readonly #chunkSize: number
    /** How to flush after a chunk: the empty chunks that `flush` writes. */
    readonly #flushes = new WeakMap<Uint8Array, Z_FlushMode>()

    constructor(options: ZlibOptions = {}) {
      super(options)
      this.#chunkSize = options.chunkSize ?? DEFAULT_CHUNK_SIZE
    }

    protected abstract run(flush: Z_FlushMode): number
    abstract reset(): void

    flush(kind?: Z_FlushMode | Callback, callback?: Callback): void {
      const marker = BufferClass.from(new Uint8Array(0))
      this.#flushes.set(marker, typeof kind === 'number' ? kind : Z_FULL_FLUSH)
      this.write(marker, 'buffer', typeof kind === 'function' ? kind : callback)
    }

    close(callback?: Callback): void {
      if (callback !== undefined) this.once('close', callback)
      this.destroy()
    }

    override _transform(chunk: Uint8Array, _encoding: string, callback: Callback): void {
      // Later, as Node does on another thread: what was written before has been read by then.
      queueMicrotask(() => this.#process(chunk, this.#flushes.get(chunk) ?? Z_NO_FLUSH, callback))
    }

    override _flush(callback: Callback): void {
      this.#process(new Uint8Array(0), Z_FINISH, callback)
    }

    #process(chunk: Uint8Array, flush: Z_FlushMode, callback: Callback): void {
      if (this.destroyed) return
      const { stream } = this
      stream.input = chunk
      stream.next_in = 0
      stream.avail_in = chunk.length
      do {
        stream.output = new Uint8Array(this.#chunkSize)
        stream.next_out = 0
        stream.avail_out = this.#chunkSize
        const status = this.run(flush)
        if (status !== Z_OK && status !== Z_STREAM_END && status !== Z_BUF_ERROR) {
          const message = stream.msg === '' ? 'invalid data' : stream.msg
          callback(Object.assign(new Error(message), { code: 'Z_DATA_ERROR', errno: status }))
          return
        }
        if (stream.next_out > 0) {
          this.push(BufferClass.from(stream.output.subarray(0, stream.next_out)))
        }
        if (status === Z_STREAM_END && flush !== Z_FINISH) {
          this.push(null)
          break
        }
      } while (stream.avail_out === 0)
      callback()
    }
  }

  const deflaterClass = (format: Format) =>
    class extends ZlibStream {
      constructor(options: ZlibOptions = {}) {
        super(options)
        const bits = options.windowBits ?? DEFAULT_WINDOW_BITS
        zlibDeflateInit2(
          this.stream,
          options.level ?? DEFAULT_LEVEL,
          DEFLATED,
          // zlib has no raw window of 8 bits: Node takes 9 instead.
          formats[format](format === 'raw' ? Math.max(bits, 9) : bits),
          options.memLevel ?? DEFAULT_MEMORY_LEVEL,
          Z_DEFAULT_STRATEGY,
        )
      }

      protected override run(flush: Z_FlushMode) {
        return zlibDeflate(this.stream, flush)
      }

      override reset() {
        zlibDeflateReset(this.stream)
      }
    }

  const inflaterClass = (format: Format) =>
    class extends ZlibStream {
      constructor(options: ZlibOptions = {}) {
        super(options)
        zlibInflateInit2(this.stream, formats[format](options.windowBits ?? DEFAULT_WINDOW_BITS))
      }

      protected override run() {
        return zlibInflate(this.stream, Z_SYNC_FLUSH)
      }

      override reset() {
        zlibInflateReset(this.stream)
      }
    }

  const classes = {
    Deflate: deflaterClass('zlib'),
    DeflateRaw: deflaterClass('raw'),
    Gzip: deflaterClass('gzip'),
    Inflate: inflaterClass('zlib'),
    InflateRaw: inflaterClass('raw'),
    Gunzip: inflaterClass('gzip'),
  }
  const factories = Object.fromEntries(
    Object.entries(classes).map(([name, Class]) => [
      `create${name}`,
      (options?: ZlibOptions) => new Class(options),
    ]),
  )
  const sync = (convert: (data: Uint8Array) => Uint8Array) => (data: Uint8Array | string) =>
    BufferClass.from(convert(BufferClass.from(data)))

  const constants = {
    Z_NO_FLUSH,
    Z_SYNC_FLUSH,
    Z_FULL_FLUSH,
    Z_FINISH,
    Z_DEFAULT_WINDOWBITS: DEFAULT_WINDOW_BITS,
    Z_DEFAULT_LEVEL: DEFAULT_LEVEL,
    Z_DEFAULT_MEMLEVEL: DEFAULT_MEMORY_LEVEL,
  }
  return {
    ...classes,
    ...constants,
    constants,
    ...factories,
    deflateSync: sync((data) => deflate(data)),
    deflateRawSync: sync((data) => deflateRaw(data)),
    gzipSync: sync((data) => gzip(data)),
    inflateSync: sync((data) => inflate(data)),
    inflateRawSync: sync((data) => inflateRaw(data)),
    gunzipSync: sync((data) => inflate(data)),
  }
}
