/** The cookies of one browser (RFC 6265bis), kept and sent as Chromium does by default. */
import { isLoopback } from '../link/hosts.ts'
import { readSetCookie, type ReadCookie } from './cookie.ts'
import { domainMatches, isPublicSuffix, isSameSite, isSecure, registrableDomain } from './site.ts'

/** As Chromium keeps; the oldest goes first. */
const MAX_COOKIES_PER_SITE = 180
const MAX_COOKIES = 3300

export interface JarWorld {
  /** Unix milliseconds. */
  readonly dateNow: () => number
}

interface KeptCookie extends ReadCookie {
  /** Which host it goes to, and whether to those below it. */
  readonly host: string
  readonly isHostOnly: boolean
  readonly path: string
}

export class CookieJar {
  readonly #world: JarWorld
  /** In the order in which they were made. */
  #cookies: KeptCookie[] = []

  constructor(world: JarWorld) {
    this.#world = world
  }

  /**
   * The value of `Cookie` for a request; undefined where there is none.
   *
   * @param origin of the page that asks; `null` for one that is opaque, which has no site.
   */
  cookieFor(url: URL, origin: string): string | undefined {
    this.#expire()
    const sameSite = isSameSite(origin, url)
    const sent = this.#cookies.filter(
      (cookie) =>
        goesToHost(cookie, url.hostname) &&
        pathMatches(url.pathname, cookie.path) &&
        (!cookie.secure || isTrustworthy(url)) &&
        (cookie.sameSite === 'none' || sameSite),
    )
    if (sent.length === 0) return undefined
    // The order among equals stays (RFC 6265bis §5.8.3 item 2).
    sent.sort((one, other) => other.path.length - one.path.length)
    return sent.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ')
  }

  /** Takes a `Set-Cookie` of a response from this URL to a page of this origin. */
  set(url: URL, text: string, origin: string): void {
    const now = this.#world.dateNow()
    const read = readSetCookie(text, now)
    const cookie = read === undefined ? undefined : this.#accept(url, read, origin)
    if (cookie === undefined) return
    const index = this.#cookies.findIndex((other) => isSame(other, cookie))
    // Chromium keeps the place of a cookie only where its value stays.
    if (index >= 0 && this.#cookies[index]?.value === cookie.value) this.#cookies[index] = cookie
    else {
      if (index >= 0) this.#cookies.splice(index, 1)
      this.#cookies.push(cookie)
    }
    this.#expire()
    this.#evict(registrableDomain(cookie.host))
  }

  /** RFC 6265bis §5.7, from item 7. */
  #accept(url: URL, read: ReadCookie, origin: string): KeptCookie | undefined {
    const host = url.hostname
    const isSuffix = isPublicSuffix(read.domain)
    const isHostOnly = read.domain === '' || (isSuffix && read.domain === host)
    if (!isHostOnly && (isSuffix || !domainMatches(host, read.domain))) return undefined
    if (read.secure && !isTrustworthy(url)) return undefined
    const isCrossSite = !isSameSite(origin, url)
    if (read.sameSite === 'none' ? !read.secure : isCrossSite) return undefined
    const path = read.path ?? defaultPath(url)
    const cookie = { ...read, host: isHostOnly ? host : read.domain, isHostOnly, path }
    if (!keepsPrefix(cookie)) return undefined
    return !isTrustworthy(url) && this.#cookies.some((other) => isGuarded(other, cookie, host))
      ? undefined
      : cookie
  }

  #expire(): void {
    const now = this.#world.dateNow()
    this.#cookies = this.#cookies.filter(({ expires }) => expires === null || expires > now)
  }

  #evict(site: string): void {
    const isOfSite = ({ host }: KeptCookie) => registrableDomain(host) === site
    let excess = this.#cookies.filter(isOfSite).length - MAX_COOKIES_PER_SITE
    this.#cookies = this.#cookies.filter((cookie) => !(isOfSite(cookie) && excess-- > 0))
    this.#cookies.splice(0, this.#cookies.length - MAX_COOKIES)
  }
}

/** Chromium keeps `Secure` cookies of this machine too. */
const isTrustworthy = (url: URL) => isSecure(url) || isLoopback(url.hostname)

const goesToHost = ({ isHostOnly, host }: KeptCookie, other: string) =>
  isHostOnly ? host === other : domainMatches(other, host)

const isSame = (one: KeptCookie, other: KeptCookie) =>
  one.name === other.name &&
  one.host === other.host &&
  one.isHostOnly === other.isHostOnly &&
  one.path === other.path

/** A secure cookie that a response without TLS may not hide (RFC 6265bis §5.7 item 11). */
const isGuarded = (kept: KeptCookie, cookie: KeptCookie, host: string) =>
  kept.secure &&
  !cookie.secure &&
  kept.name === cookie.name &&
  (domainMatches(kept.host, cookie.host) || domainMatches(host, kept.host)) &&
  pathMatches(cookie.path, kept.path)

/** RFC 6265bis §4.1.3. A cookie without a name may not look as if it had one with a prefix. */
function keepsPrefix({ name, value, secure, domain, path }: KeptCookie): boolean {
  const [prefix] = /^__(?:secure|host)-/i.exec(name === '' ? value : name) ?? []
  if (prefix === undefined) return true
  if (name === '' || !secure) return false
  return prefix.length === '__secure-'.length || (domain === '' && path === '/')
}

/** RFC 6265bis §5.1.4. */
const defaultPath = ({ pathname }: URL) => pathname.slice(0, pathname.lastIndexOf('/')) || '/'

const pathMatches = (path: string, wanted: string) =>
  path === wanted ||
  (path.startsWith(wanted) && (wanted.endsWith('/') || path.charAt(wanted.length) === '/'))
