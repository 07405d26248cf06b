import { alternatesOf } from './head-tags.ts'

/** `sitemap.xml`: each page of the site, with the same page in other languages. */
export function sitemap(addresses: readonly string[], site: URL): string {
  const url = (path: string) => new URL(path, site).href
  const pages = addresses.map((address) => {
    const links = alternatesOf(address).map(
      ([language, path]) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${url(path)}"/>`,
    )
    return `<url><loc>${url(address.slice(1))}</loc>${links.join('')}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.join('\n')}
</urlset>
`
}

/** `robots.txt`, by which a search engine finds the sitemap. */
export function robots(site: URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', site).href}\n`
}
