import type { OutgoingHttpHeaders } from 'node:http'

/**
 * What the page of the app may load. The page carries the same policy in a meta element, so that
 * it holds on a static host too; `frame-ancestors` works in a header only.
 *
 * Monaco needs inline styles and workers from blobs. `frame-src 'self'` keeps a learner's program,
 * which can navigate its own frame, from carrying data to a stranger's server.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Says that the page comes from a lab server, in the one header that a page can read about itself.
 * A page on a static host then need not ask that host for a lab server.
 */
export const labServerMark = { 'Server-Timing': 'lab-server' } as const

/**
 * The headers of a file of the built site.
 *
 * Only the page of the app gets its policy here: `sandbox.html` has one in its text, and a second
 * could only restrict it further. Its origin is opaque, so a `Cross-Origin-Resource-Policy` would
 * keep its scripts from loading.
 */
export function siteHeaders(path: string): OutgoingHttpHeaders {
  return {
    // Vite names the files in assets/ by their content.
    'Cache-Control': path.startsWith('assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'Referrer-Policy': 'no-referrer',
    ...(path === 'index.html' && {
      ...labServerMark,
      'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'self'`,
    }),
  }
}
