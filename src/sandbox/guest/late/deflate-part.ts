/** Entry of the part `deflate`. */
import * as pako from 'pako'
import { provide } from '../scripts.ts'

export const deflatePart = {
  deflate: pako.deflate,
  deflateRaw: pako.deflateRaw,
  gzip: pako.gzip,
  inflate: pako.inflate,
  inflateRaw: pako.inflateRaw,
  zlibDeflate: pako.zlibDeflate,
  zlibDeflateInit2: pako.zlibDeflateInit2,
  zlibDeflateReset: pako.zlibDeflateReset,
  zlibInflate: pako.zlibInflate,
  zlibInflateInit2: pako.zlibInflateInit2,
  zlibInflateReset: pako.zlibInflateReset,
  zlibInflateResetKeep: pako.zlibInflateResetKeep,
  ZStream: pako.ZStream,
}

provide(deflatePart)
