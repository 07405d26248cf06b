import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { THEME_BARS } from '../../src/app/inline/theme-bars.ts'
import { headTags } from './head-tags.ts'
import { robots, sitemap } from './sitemap.ts'

const page = {
  address: '/zh-CN/closing.html',
  locale: 'zh-CN',
  title: '关闭握手 & “1005”',
  description: 'A < B',
} as const
const site = new URL('https://example.org/some/course/')

describe('the head of a page', () => {
  it('has relative addresses, and none of its own, where the site is not known', () => {
    const tags = headTags(page, '../', null).join('\n')
    expect(tags).not.toMatch(/canonical|og:url|https:/)
    expect(tags).toContain('<link rel="alternate" hreflang="en" href="../en/closing.html">')
    expect(tags).toContain('content="../preview-zh-CN.png"')
  })

  it('has whole addresses where it is', () => {
    const tags = headTags(page, '../', site).join('\n')
    const here = 'https://example.org/some/course/zh-CN/closing.html'
    expect(tags).toContain(`<link rel="canonical" href="${here}">`)
    expect(tags).toContain(`<meta property="og:url" content="${here}">`)
    expect(tags).toContain(`<link rel="alternate" hreflang="zh-CN" href="${here}">`)
    expect(tags).toContain('content="https://example.org/some/course/preview-zh-CN.png"')
    expect(tags).not.toContain('"../')
  })

  it('leads a reader of another language to English, and from the course to the first page', () => {
    const byDefault = (address: string) =>
      headTags({ ...page, address }, '../', null).find((tag) => tag.includes('x-default'))
    expect(byDefault('/zh-CN/closing.html')).toContain('href="../en/closing.html"')
    expect(byDefault('/zh-CN/index.html')).toContain('href="../index.html"')
  })

  it('escapes title and description', () => {
    const tags = headTags(page, '../', null)
    expect(tags).toContain('<title>关闭握手 &amp; “1005”</title>')
    expect(tags).toContain('<meta name="description" content="A &lt; B">')
  })
})

it('the bar of a browser has the colour of the top bar in both themes', async () => {
  const tokens = await readFile(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
  expect(tokens).toContain(`--panel: light-dark(${THEME_BARS.light}, ${THEME_BARS.dark});`)
})

it('the sitemap has each page with its other languages, and robots.txt names it', () => {
  const map = sitemap(['/en/closing.html', '/zh-CN/closing.html'], site)
  expect(map.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    '<loc>https://example.org/some/course/en/closing.html</loc>',
    '<loc>https://example.org/some/course/zh-CN/closing.html</loc>',
  ])
  expect(map.match(/hreflang="x-default"/g)).toHaveLength(2)
  expect(robots(site)).toContain('Sitemap: https://example.org/some/course/sitemap.xml')
})
