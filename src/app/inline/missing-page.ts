/** The script of 404.html, which a host sends for any address: it finds the way into the site. */
import { LOCALES } from '../../core/locale/locale.ts'
import { nearestPage, siteRoot } from './nearest-page.ts'

const { pathname } = location
const root = siteRoot(pathname, LOCALES)
const asked = (pathname.split('/').pop() ?? '').replace(/\.html$/, '')
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-page]')]
const nearest = nearestPage(asked, [...new Set(links.map(nameOf))])

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-address]'))
  link.href = root + (link.dataset['address'] ?? '')
for (const link of links) {
  const item = link.closest('li')
  if (item !== null) item.hidden = nameOf(link) !== nearest
}
for (const section of document.querySelectorAll<HTMLElement>('.nearest'))
  section.hidden = nearest === undefined

function nameOf(link: HTMLAnchorElement): string {
  return link.dataset['page'] ?? ''
}
