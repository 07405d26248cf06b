/** What can be said of a WebSocket URL before connecting to it. */

/** Where the page itself comes from: what a browser allows depends on it. */
export interface PageOrigin {
  /** `location.protocol`: `https:`, `http:`, `file:`. */
  readonly protocol: string
  /** `location.hostname`. */
  readonly hostname: string
}

/** Why no browser would connect. `suggestion` is the URL that was probably meant. */
export type UrlProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'syntax' }
  | { readonly kind: 'space'; readonly suggestion: string }
  /** Not 0 to 65535. */
  | { readonly kind: 'port'; readonly port: string }
  /** Behind `ws:` come two slashes. */
  | { readonly kind: 'slashes'; readonly suggestion: string }
  /** There is no scheme; with this one it would be a URL. */
  | { readonly kind: 'noScheme'; readonly suggestion: string }
  | { readonly kind: 'scheme'; readonly scheme: string }
  /** The WebSocket constructor throws on a fragment (WHATWG WebSockets, step 6 of it). */
  | { readonly kind: 'fragment'; readonly suggestion: string }
  /** `ws:` from an `https:` page (W3C Mixed Content). */
  | { readonly kind: 'mixedContent'; readonly suggestion: string }
  /** A port that no browser connects to (WHATWG Fetch, "bad port"). */
  | { readonly kind: 'blockedPort'; readonly port: number }

export type UrlNote =
  /** The browser will ask the user first (local network access). */
  | { readonly kind: 'thisMachine' | 'localNetwork' }
  /** It would ask only a page that came over https, and refuses this one. */
  | { readonly kind: 'insecurePage' }
  /** Browsers differ in whether they send a URL's user name and password. */
  | { readonly kind: 'credentials' }
  /** The constructor takes http for ws and https for wss; until 2024 most browsers threw. */
  | { readonly kind: 'httpScheme'; readonly url: string }

export type UrlExamination =
  | {
      readonly ok: true
      /** Parsed and serialised, `ws:` or `wss:`. */
      readonly url: string
      readonly notes: readonly UrlNote[]
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

/** Whether a person who types this means an address, not words: it has a scheme, a port, a dot or a slash. */
export function isLikeUrl(text: string): boolean {
  const trimmed = text.trim()
  if (/\s/.test(trimmed) && !/^[a-z]+:\/\//i.test(trimmed)) return false
  return /^[a-z][a-z0-9+]*:|^localhost\b|[\w\]]:\d|\w\.\w|\//i.test(trimmed)
}

/**
 * Says whether a browser would try to connect to a URL, and if not, which rule stops it.
 * @param text as typed by a person.
 */
export function examineUrl(text: string, page: PageOrigin): UrlExamination {
  const trimmed = text.trim()
  if (trimmed === '') return refuse({ kind: 'empty' })
  const [, scheme = '', rest = ''] = /^(wss?)(?::\/?|\/\/)(?!\/)(.*)$/i.exec(trimmed) ?? []
  if (scheme !== '') {
    const suggestion = `${scheme.toLowerCase()}://${rest}`
    return refuse(parseUrl(suggestion) ? { kind: 'slashes', suggestion } : { kind: 'syntax' })
  }

  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) {
    const guess = parseUrl(`wss://${trimmed}`)
    if (guess === null || /\s/.test(trimmed)) return refuse({ kind: 'syntax' })
    const fitting = isLoopback(guess.hostname) ? 'ws' : 'wss'
    return refuse({ kind: 'noScheme', suggestion: `${fitting}://${trimmed}` })
  }

  const url = parseUrl(trimmed)
  return url === null ? refuse(syntaxProblem(trimmed)) : examineParsed(url, trimmed, page)
}

/**
 * Says what the constructor, and then the browser, would make of a URL in a program.
 * @param text as written in the program; it may be relative to the page.
 * @param isRouted the socket goes elsewhere: only what makes the constructor throw matters.
 */
export function examineProgramUrl(
  text: string,
  pageUrl: string,
  { isRouted }: { readonly isRouted: boolean },
): UrlExamination {
  const url = parseUrl(text, pageUrl)
  if (url === null) return refuse(syntaxProblem(text))
  const examination = examineParsed(url, text, new URL(pageUrl))
  if (!isRouted) return examination
  if (examination.ok) return { ...examination, notes: [] }
  const { kind } = examination.problem
  return kind === 'mixedContent' || kind === 'blockedPort'
    ? { ok: true, url: url.href, notes: [] }
    : examination
}

function examineParsed(parsed: URL, text: string, page: PageOrigin): UrlExamination {
  const url = new URL(parsed)
  const notes: UrlNote[] = []
  // The constructor treats http as ws and https as wss.
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:'
    if (/^https?:/i.test(text)) notes.push({ kind: 'httpScheme', url: url.href })
  }
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    // What looks like a scheme may be the host: `localhost:8080`.
    const isHost = /^[a-z0-9.-]+:\d+(?:[/?]|$)/i.test(text)
    return refuse(
      isHost
        ? { kind: 'noScheme', suggestion: `ws://${text}` }
        : { kind: 'scheme', scheme: url.protocol },
    )
  }
  if (text.includes('#')) {
    url.hash = ''
    return refuse({ kind: 'fragment', suggestion: url.href })
  }
  if (isMixedContent(url, page)) {
    url.protocol = 'wss:'
    return refuse({ kind: 'mixedContent', suggestion: url.href })
  }
  if (hasBlockedPort(url)) {
    return refuse({ kind: 'blockedPort', port: Number(url.port) })
  }
  if (url.username !== '' || url.password !== '') notes.push({ kind: 'credentials' })
  const loopback = isLoopback(url.hostname)
  const isOutside = !isLoopback(page.hostname) && !isPrivate(page.hostname)
  if (isOutside && (loopback || isPrivate(url.hostname))) {
    if (page.protocol !== 'https:') notes.push({ kind: 'insecurePage' })
    else notes.push({ kind: loopback ? 'thisMachine' : 'localNetwork' })
  }
  return { ok: true, url: url.href, notes }
}

/** What is wrong with a text that is no URL. */
function syntaxProblem(text: string): UrlProblem {
  if (/\s/.test(text)) {
    const suggestion = text.replace(/\s+/g, '')
    if (parseUrl(suggestion) !== null) return { kind: 'space', suggestion }
  }
  const [, port] = /^[a-z]+:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(text) ?? []
  if (port !== undefined && Number(port) > 65_535) return { kind: 'port', port }
  return { kind: 'syntax' }
}

function refuse(problem: UrlProblem): UrlExamination {
  return { ok: false, problem }
}

function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/** Whether a page that came over https would open an insecure socket, loopback aside. */
export function isMixedContent(url: URL, page: Pick<PageOrigin, 'protocol'>): boolean {
  return url.protocol === 'ws:' && page.protocol === 'https:' && !isLoopback(url.hostname)
}

/** Whether no browser connects to the URL's port. */
export function hasBlockedPort({ port }: URL): boolean {
  return port !== '' && BLOCKED_PORTS.has(Number(port))
}

/** Of this machine: 127.0.0.0/8, ::1 and the names that RFC 6761 keeps for it. */
export function isLoopback(hostname: string): boolean {
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
