/** The variable of the build that holds the site's address. */
export const SITE_VARIABLE = 'UPGRADE101_SITE'

/**
 * The address under which a site will be served, needed for what
 * search engines and previews want in full. `null` where it is not given.
 * @throws {Error} which says what an address looks like
 */
export function siteAddress(given: string | undefined): URL | null {
  if (given === undefined || given === '') return null
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(
      `${SITE_VARIABLE} is “${given}”: give the address of the site's folder, for example https://example.org/websocket/`,
    )
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}
