/**
 * Serves a folder of built files with Node alone: its duties are few and exact.
 */
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { codingFor, CompressedFiles, isCompressible } from './compression.ts'
import { contentTypeOf } from './content-type.ts'

export interface StaticFilesOptions {
  /** The folder that is served. Nothing outside it is, not even through a symbolic link. */
  readonly directory: string
  /** Headers to add to a file, whose path is relative to the folder, with `/`. */
  readonly headersFor?: (path: string) => OutgoingHttpHeaders
}

export type StaticFiles = (
  request: IncomingMessage,
  response: ServerResponse,
  /** What the URL names, percent-encoded, relative to the folder, without query: `assets/a.js`. */
  urlPath: string,
) => Promise<void>

/**
 * Answers `GET` and `HEAD` with a file of the folder, a folder's `index.html` for its URL, 304 for
 * a known `ETag`, and 404, 405 or 400 with a sentence otherwise. A browser that goes to an address
 * that is not there gets the folder's `404.html`.
 */
export function createStaticFiles({ directory, headersFor }: StaticFilesOptions): StaticFiles {
  const compressed = new CompressedFiles()
  return async (request, response, urlPath) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(response, 405, `${request.method ?? 'This method'} is not answered here.`, {
        Allow: 'GET, HEAD',
      })
      return
    }
    const path = decodePath(urlPath)
    if (path === null) {
      sendText(response, 400, 'This address cannot be read as a path.')
      return
    }
    const found = await findFile(directory, path)
    const file = found ?? (isForReader(request) ? await findFile(directory, '404.html') : null)
    if (file === null) {
      sendText(response, 404, `There is no /${path} here.`)
      return
    }
    const headers = headersFor?.(file.path) ?? {}
    await sendFile(request, response, found === null ? 404 : 200, { file, headers, compressed })
  }
}

/** Ends a response with one line of text. */
export function sendText(
  response: ServerResponse,
  status: number,
  sentence: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = `${sentence}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(body)
}

/** The decoded path, or null where it is malformed or tries to leave the folder. */
function decodePath(urlPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  const parts = decoded.split('/')
  const escapes = parts.some((part) => part === '..' || part === '.')
  return escapes || /[\0\\]/.test(decoded) ? null : decoded
}

interface File {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly absolute: string
  readonly size: number
  readonly etag: string
}

async function findFile(directory: string, path: string): Promise<File | null> {
  const named = path === '' || path.endsWith('/') ? `${path}index.html` : path
  try {
    const root = await realpath(directory)
    const absolute = await realpath(join(root, named))
    if (!absolute.startsWith(root + sep)) return null
    const stats = await stat(absolute)
    if (!stats.isFile()) return null
    const etag = `W/"${stats.size.toString(16)}-${Math.trunc(stats.mtimeMs).toString(16)}"`
    return { path: named, absolute, size: stats.size, etag }
  } catch {
    return null
  }
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  status: 200 | 404,
  {
    file,
    headers,
    compressed,
  }: {
    readonly file: File
    readonly headers: OutgoingHttpHeaders
    readonly compressed: CompressedFiles
  },
): Promise<void> {
  const extension = extname(file.absolute)
  const isText = isCompressible(extension, file.size)
  const always = {
    ETag: file.etag,
    'X-Content-Type-Options': 'nosniff',
    ...(isText ? { Vary: 'Accept-Encoding' } : {}),
    ...headers,
  }
  if (status === 200 && isKnown(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304, always).end()
    return
  }
  const type = { 'Content-Type': contentTypeOf(extension) }
  const coding = isText ? codingFor(request.headers['accept-encoding']) : null
  try {
    if (coding !== null) {
      const body = await compressed.get(file.absolute, file.etag, coding)
      response.writeHead(status, {
        ...type,
        'Content-Encoding': coding,
        'Content-Length': body.length,
        ...always,
      })
      response.end(request.method === 'HEAD' ? undefined : body)
      return
    }
    response.writeHead(status, { ...type, 'Content-Length': file.size, ...always })
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    await pipeline(createReadStream(file.absolute), response)
  } catch {
    // The client or the file is gone, so the promised length cannot be sent: end the stream.
    response.destroy()
  }
}

/** A browser that goes to an address asks for HTML before all else. */
function isForReader(request: IncomingMessage): boolean {
  return request.headers.accept?.startsWith('text/html') ?? false
}

/** `If-None-Match` by weak comparison (RFC 9110 §13.1.2). */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((known) => known.trim() === etag)
}
