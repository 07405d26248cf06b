/** `node:path`, as on Linux. */
import posix from 'path-browserify'

export const path = Object.assign({ ...posix }, { posix, win32: null })
