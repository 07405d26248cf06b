import { expect, it } from 'vitest'
import { CookieJar } from './cookie-jar.ts'

/** A jar of a page, on a clock that can be set. */
function jarOf(origin = 'https://page.example') {
  const world = { now: Date.parse('2026-01-01T00:00:00Z') }
  const jar = new CookieJar({ dateNow: () => world.now })
  const set = (url: string, ...texts: string[]) =>
    texts.forEach((text) => jar.set(new URL(url), text, origin))
  return { world, set, sentTo: (url: string) => jar.cookieFor(new URL(url), origin) }
}

it('ends a cookie on the clock of the run', () => {
  const { world, set, sentTo } = jarOf()
  set(
    'https://page.example/',
    'age=1; Max-Age=10',
    'date=1; Expires=Thu, 01 Jan 2026 00:00:20 GMT',
    'session=1',
  )
  expect(sentTo('wss://page.example/')).toBe('age=1; date=1; session=1')
  world.now += 10_000
  expect(sentTo('wss://page.example/')).toBe('date=1; session=1')
  world.now += 10_000
  expect(sentTo('wss://page.example/')).toBe('session=1')
})

it('keeps no cookie longer than 400 days', () => {
  const { world, set, sentTo } = jarOf()
  set('https://page.example/', 'a=1; Max-Age=99999999999')
  world.now += 400 * 24 * 60 * 60 * 1000
  expect(sentTo('wss://page.example/')).toBeUndefined()
})

it('sends secure cookies over TLS only, and hides none without it', () => {
  const { set, sentTo } = jarOf()
  set('https://page.example/', 'a=1; Secure; Path=/x', '__Host-b=1; Secure; Path=/')
  expect(sentTo('wss://page.example/x')).toBe('a=1; __Host-b=1')
  const insecure = jarOf('http://page.example')
  insecure.set('http://page.example/', 'a=1; Secure')
  expect(insecure.sentTo('ws://page.example/')).toBeUndefined()
})

it('takes http and https for two sites', () => {
  const { set, sentTo } = jarOf('http://page.example')
  set('http://page.example/', 'a=1; SameSite=Lax')
  expect(sentTo('ws://page.example/')).toBe('a=1')
  expect(sentTo('wss://page.example/')).toBeUndefined()
})

it('takes a page of opaque origin for a third party everywhere', () => {
  const { set, sentTo } = jarOf('null')
  set('https://page.example/', 'a=1', 'b=1; SameSite=None; Secure')
  expect(sentTo('wss://page.example/')).toBe('b=1')
})

it('drops the oldest where a site has too many', () => {
  const { set, sentTo } = jarOf()
  const names = Array.from({ length: 200 }, (_unused, index) => `c${String(index)}=1`)
  set('https://page.example/', ...names)
  set('https://sub.page.example/', 'last=1')
  const sent = sentTo('wss://page.example/')?.split('; ')
  expect(sent).toHaveLength(179)
  expect(sent?.[0]).toBe('c21=1')
})
