/** Stands in for pako, which is the part `deflate`. */
import type * as pako from 'pako'
import type { deflatePart } from './deflate-part.ts'
import { partOf } from './part.ts'

// What that part's entry provides.
const real = () => partOf('deflate') as typeof deflatePart

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
export const Z_SYNC_FLUSH = 2
export const Z_OK = 0
export const Z_STREAM_END = 1
export const Z_BUF_ERROR = -5
export const Z_DEFAULT_STRATEGY = 0
