import { describe, expect, it } from 'vitest'
import { readSocketUrl, requestedBy } from './socket-url.ts'

const PAGE = 'https://course.example/en/urls.html'
const hrefOf = (text: string) => readSocketUrl(text, PAGE).url?.href

describe('readSocketUrl', () => {
  it('drops a default port, and keeps any other', () => {
    expect(hrefOf('ws://example.com:80/some/path')).toBe('ws://example.com/some/path')
    expect(hrefOf('wss://example.com:443')).toBe('wss://example.com/')
    expect(hrefOf('wss://example.com:80')).toBe('wss://example.com:80/')
  })

  it('makes ws of http and wss of https', () => {
    expect(hrefOf('http://example.com:80')).toBe('ws://example.com/')
    expect(hrefOf('https://example.com:443')).toBe('wss://example.com/')
  })

  it('resolves what is relative against the page', () => {
    expect(hrefOf('/chat')).toBe('wss://course.example/chat')
    expect(hrefOf('xx')).toBe('wss://course.example/en/xx')
    expect(hrefOf('//other.example')).toBe('wss://other.example/')
    expect(hrefOf('')).toBe('wss://course.example/en/urls.html')
  })

  it('names the part that it refuses', () => {
    expect(readSocketUrl('ftp://example.com', PAGE)).toMatchObject({ ok: false, part: 'scheme' })
    expect(readSocketUrl('wss://example.com#', PAGE)).toMatchObject({ ok: false, part: 'fragment' })
    expect(readSocketUrl('ws://', PAGE)).toMatchObject({ ok: false, part: null, url: null })
  })
})

it('the request has the host without a default port, and the path with the query', () => {
  expect(requestedBy(new URL('wss://example.com:443/chat?room=7'))).toEqual({
    host: 'example.com',
    target: '/chat?room=7',
  })
  expect(requestedBy(new URL('ws://ada:secret@[::1]:8080'))).toEqual({
    host: '[::1]:8080',
    target: '/',
  })
})
