/** Entry of the part `deflate`. */
import * as pako from 'pako'
import { packages } from '../../../in-page-network/server/packages.ts'
import { createZlib } from '../../../in-page-network/server/zlib.ts'
import { provide } from '../scripts.ts'

export const deflatePart = {
  createZlib,
  /** The files of packages that the build puts here. */
  packages,
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
