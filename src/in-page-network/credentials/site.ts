/** Sites of URLs (HTML §7.1.1), and what a name shares with another. */

/** An IPv4 address, or an IPv6 address in its brackets: it has no subdomains. */
const isAddress = (host: string) => /^[\d.]+$|^\[/.test(host)

/**
 * The registrable domain of a host. Every top-level domain counts as a public suffix, and no other:
 * the list of those is larger than the whole network.
 */
export function registrableDomain(host: string): string {
  return isAddress(host) ? host : host.split('.').slice(-2).join('.')
}

/** Whether names may be registered below it by anyone. */
export const isPublicSuffix = (domain: string): boolean => !domain.includes('.')

/** RFC 6265bis §5.1.3. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !isAddress(host))
}

export const isSecure = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'wss:'

/** Schemefully same site; a page of opaque origin has no site. */
export function isSameSite(pageOrigin: string, url: URL): boolean {
  if (!URL.canParse(pageOrigin)) return false
  const page = new URL(pageOrigin)
  return (
    isSecure(page) === isSecure(url) &&
    registrableDomain(page.hostname) === registrableDomain(url.hostname)
  )
}
