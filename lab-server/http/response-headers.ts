import type { OutgoingHttpHeaders } from 'node:http'

/**
 * Says that the page comes from a lab server, in the one header that a page can read about itself.
 * A page on a static host then need not ask that host for a lab server.
 */
export const labServerMark = { 'Server-Timing': 'lab-server' } as const

/**
 * The headers of a file of the built site.
 *
 * A page has its policy within it; `frame-ancestors` works in a header only. The origin of
 * `sandbox.html` is opaque, so a `Cross-Origin-Resource-Policy` would keep its scripts from loading.
 */
export function siteHeaders(path: string): OutgoingHttpHeaders {
  return {
    // Vite names the files in assets/ by their content.
    'Cache-Control': path.startsWith('assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'Referrer-Policy': 'no-referrer',
    ...(path.endsWith('.html') &&
      path !== 'sandbox.html' && {
        ...labServerMark,
        'Content-Security-Policy': "frame-ancestors 'self'",
      }),
  }
}
