/** What is known of a WebSocket URL before anybody connects to it. */

/** Where the page itself comes from: what a browser allows depends on it. */
export interface PageOrigin {
  /** `location.protocol`: `https:`, `http:`, `file:`. */
  readonly protocol: string
  /** `location.hostname`. */
  readonly hostname: string
}

export type UrlProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'syntax' }
  /** There is no scheme; with this one it would be a URL. */
  | { readonly kind: 'noScheme'; readonly suggestion: string }
  | { readonly kind: 'scheme'; readonly scheme: string }
  /** The WebSocket constructor throws on a fragment (WHATWG WebSockets, step 6 of it). */
  | { readonly kind: 'fragment'; readonly suggestion: string }
  /** `ws:` from an `https:` page (W3C Mixed Content). */
  | { readonly kind: 'mixedContent'; readonly suggestion: string }
  /** A port that no browser connects to (WHATWG Fetch, "bad port"). */
  | { readonly kind: 'blockedPort'; readonly port: number }

export type UrlExamination =
  | {
      readonly ok: true
      /** Parsed and serialised, `ws:` or `wss:`. */
      readonly url: string
      /** The browser will ask the user before it connects there (local network access). */
      readonly asksForLocalNetwork: boolean
    }
  | { readonly ok: false; readonly problem: UrlProblem }

/** WHATWG Fetch, section "Port blocking". */
const BLOCKED_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10080,
])

/**
 * Says whether a browser would try to connect to a URL, and if not, which rule stops it.
 * @param text as typed by a person.
 */
export function examineUrl(text: string, page: PageOrigin): UrlExamination {
  const trimmed = text.trim()
  if (trimmed === '') return refuse({ kind: 'empty' })

  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
  if (!hasScheme) {
    const guess = parseUrl(`wss://${trimmed}`)
    if (guess === null || /\s/.test(trimmed)) return refuse({ kind: 'syntax' })
    const scheme = isLoopback(guess.hostname) ? 'ws' : 'wss'
    return refuse({ kind: 'noScheme', suggestion: `${scheme}://${trimmed}` })
  }

  const url = parseUrl(trimmed)
  if (url === null) return refuse({ kind: 'syntax' })
  // The constructor treats http as ws and https as wss.
  if (url.protocol === 'http:') url.protocol = 'ws:'
  if (url.protocol === 'https:') url.protocol = 'wss:'
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    return refuse({ kind: 'scheme', scheme: url.protocol })
  }
  if (trimmed.includes('#')) {
    url.hash = ''
    return refuse({ kind: 'fragment', suggestion: url.href })
  }
  const loopback = isLoopback(url.hostname)
  if (url.protocol === 'ws:' && page.protocol === 'https:' && !loopback) {
    url.protocol = 'wss:'
    return refuse({ kind: 'mixedContent', suggestion: url.href })
  }
  if (url.port !== '' && BLOCKED_PORTS.has(Number(url.port))) {
    return refuse({ kind: 'blockedPort', port: Number(url.port) })
  }
  const fromOutside = !isLoopback(page.hostname) && !isPrivate(page.hostname)
  return {
    ok: true,
    url: url.href,
    asksForLocalNetwork: fromOutside && (loopback || isPrivate(url.hostname)),
  }
}

function refuse(problem: UrlProblem): UrlExamination {
  return { ok: false, problem }
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  )
}

/** Addresses of local networks (RFC 1918, RFC 3927, RFC 4193, RFC 4291 §2.5.6) and mDNS names. */
function isPrivate(hostname: string): boolean {
  return (
    /^10(\.\d+){3}$/.test(hostname) ||
    /^192\.168(\.\d+){2}$/.test(hostname) ||
    /^172\.(1[6-9]|2\d|3[01])(\.\d+){2}$/.test(hostname) ||
    /^169\.254(\.\d+){2}$/.test(hostname) ||
    /^\[f[cd]/.test(hostname) ||
    /^\[fe[89ab]/.test(hostname) ||
    hostname.endsWith('.local')
  )
}
