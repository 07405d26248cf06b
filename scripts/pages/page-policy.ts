import { createHash } from 'node:crypto'

/**
 * The content security policy of a page. It is in the page, so that it holds on any static host.
 *
 * Monaco needs inline styles and workers from blobs. `frame-src 'self'` keeps a learner's program,
 * which can navigate its own frame, from carrying data to a stranger's server.
 *
 * @param inlineScript the one script within the page that may run: the policy names its hash.
 */
export function pagePolicy(inlineScript: string): string {
  const hash = createHash('sha256').update(inlineScript).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
