/** Stands in for pako, which is the part `deflate`. */
import type * as pako from 'pako'
import type { deflatePart } from './deflate-part.ts'
import { partOf } from './part.ts'

// What that part's entry provides.
const real = () => partOf('deflate') as typeof deflatePart

export const deflate: typeof pako.deflate = (...args) => real().deflate(...args)
export const deflateRaw: typeof pako.deflateRaw = (...args) => real().deflateRaw(...args)
export const gzip: typeof pako.gzip = (...args) => real().gzip(...args)
export const inflate = (...args: Parameters<typeof pako.inflate>) => real().inflate(...args)
export const inflateRaw = (...args: Parameters<typeof pako.inflateRaw>) =>
  real().inflateRaw(...args)
export const zlibDeflate: typeof pako.zlibDeflate = (...args) => real().zlibDeflate(...args)
export const zlibDeflateInit2: typeof pako.zlibDeflateInit2 = (...args) =>
  real().zlibDeflateInit2(...args)
export const zlibDeflateReset: typeof pako.zlibDeflateReset = (...args) =>
  real().zlibDeflateReset(...args)
export const zlibInflate: typeof pako.zlibInflate = (...args) => real().zlibInflate(...args)
export const zlibInflateInit2: typeof pako.zlibInflateInit2 = (...args) =>
  real().zlibInflateInit2(...args)
export const zlibInflateReset: typeof pako.zlibInflateReset = (...args) =>
  real().zlibInflateReset(...args)
export const zlibInflateResetKeep: typeof pako.zlibInflateResetKeep = (...args) =>
  real().zlibInflateResetKeep(...args)

/** `new` gives the object that this returns. */
export function ZStream(): pako.ZStream {
  return new (real().ZStream)()
}

/** As in zlib.h. */
export const Z_NO_FLUSH = 0
export const Z_SYNC_FLUSH = 2
export const Z_FULL_FLUSH = 3
export const Z_FINISH = 4
export const Z_OK = 0
export const Z_STREAM_END = 1
export const Z_BUF_ERROR = -5
export const Z_DEFAULT_STRATEGY = 0
