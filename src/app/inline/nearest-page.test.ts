import { describe, expect, it } from 'vitest'
import { nearestPage, siteRoot } from './nearest-page.ts'

const NAMES = ['first-echo', 'ready-state', 'send-timing', 'closing']

describe('the nearest page', () => {
  it.each([
    ['closing', 'closing'],
    ['close', 'closing'],
    ['readystate', 'ready-state'],
    ['send-timming', 'send-timing'],
    ['firstecho', 'first-echo'],
  ])('of %s is %s', (asked, name) => {
    expect(nearestPage(asked, NAMES)).toBe(name)
  })

  it('of something else is none', () => {
    expect(nearestPage('wordpress-admin', NAMES)).toBeUndefined()
    expect(nearestPage('', NAMES)).toBeUndefined()
  })
})

describe('the root of the site', () => {
  it.each([
    ['/en/nothing.html', '/'],
    ['/some/course/zh-CN/nothing', '/some/course/'],
    ['/some/course/en/deep/er.html', '/some/course/'],
    ['/some/course/nothing.html', '/some/course/'],
    ['/nothing', '/'],
  ])('of %s is %s', (pathname, root) => {
    expect(siteRoot(pathname, ['en', 'zh-CN'])).toBe(root)
  })
})
