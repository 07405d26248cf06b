/** Compresses files as they are asked for, and keeps what it has compressed. */
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const CODINGS = ['br', 'gzip'] as const
export type Coding = (typeof CODINGS)[number]

/** Octets that are kept: the built site is smaller. */
const MAX_KEPT = 64 * 2 ** 20
/** A smaller file fits into one packet anyway. */
const MIN_SIZE = 1024
/** Of Brotli, 0 to 11: above, a large script takes seconds. */
const QUALITY = 5

/** Text compresses; pictures and fonts have been compressed already. */
const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.map', '.svg', '.txt', '.xml'])

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

/** Whether a file is sent compressed to those who take it so. */
export function isCompressible(extension: string, size: number): boolean {
  return size >= MIN_SIZE && COMPRESSIBLE.has(extension)
}

/**
 * The coding for an `Accept-Encoding` (RFC 9110 §12.5.3), Brotli first; null for none. A weight counts
 * only where it is 0.
 */
export function codingFor(accepted: string | undefined): Coding | null {
  const wanted = new Set(
    (accepted ?? '')
      .split(',')
      .filter((item) => !/;\s*q=0(?:\.0*)?\s*$/.test(item))
      .map((item) => (item.split(';')[0] ?? '').trim().toLowerCase()),
  )
  return CODINGS.find((coding) => wanted.has(coding)) ?? null
}

export class CompressedFiles {
  readonly #kept = new Map<string, Promise<Buffer>>()
  #octets = 0

  /** @param version changes when the file does */
  get(path: string, version: string, coding: Coding): Promise<Buffer> {
    const key = `${coding} ${version} ${path}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const made = compress(path, coding)
    this.#kept.set(key, made)
    made.then(
      ({ length }) => this.#makeRoom(length),
      () => this.#kept.delete(key),
    )
    return made
  }

  #makeRoom(added: number): void {
    this.#octets += added
    if (this.#octets <= MAX_KEPT) return
    // After many builds: what is asked for now is compressed again.
    this.#kept.clear()
    this.#octets = 0
  }
}

async function compress(path: string, coding: Coding): Promise<Buffer> {
  const content = await readFile(path)
  if (coding === 'gzip') return asGzip(content)
  return asBrotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
}
