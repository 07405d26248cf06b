/** The built site as a zip file: the same octets for the same build. */
import { zipSync } from 'fflate'

/** The first day that a zip file can name, in the time of the machine, as zip files have it. */
const WHEN = new Date(1980, 0, 1)
/** Compressed already. */
const PACKED = /\.(?:png|woff2)$/

/**
 * @param {Readonly<Record<string, Uint8Array>>} files by path, with `/`
 * @returns {Uint8Array}
 */
export function siteArchive(files) {
  /** @type {import('fflate').Zippable} */
  const entries = {}
  for (const path of Object.keys(files).sort()) {
    const content = files[path]
    if (content !== undefined) entries[path] = [content, { level: PACKED.test(path) ? 0 : 9 }]
  }
  // `os: 3`, Unix, so that names are taken for UTF-8 and no machine makes another archive.
  return zipSync(entries, { mtime: WHEN, os: 3 })
}
