import { describe, expect, it } from 'vitest'
import { examineProgramUrl, examineUrl, isLikeUrl, type PageOrigin } from './live-url.ts'

const online: PageOrigin = { protocol: 'https:', hostname: 'course.example' }
const local: PageOrigin = { protocol: 'http:', hostname: 'localhost' }

const problemOf = (text: string, page = local) => {
  const examination = examineUrl(text, page)
  return examination.ok ? null : examination.problem
}

describe('examineUrl', () => {
  it('serialises a good URL as the browser would', () => {
    expect(examineUrl('  wss://Echo.Example:443/a b ', online)).toEqual({
      ok: true,
      url: 'wss://echo.example/a%20b',
      notes: [],
    })
  })

  it('reads http and https as ws and wss, as the constructor does', () => {
    expect(examineUrl('http://localhost:8080', local)).toMatchObject({
      url: 'ws://localhost:8080/',
      notes: [{ kind: 'httpScheme', url: 'ws://localhost:8080/' }],
    })
    expect(examineUrl('https://a.example', local)).toMatchObject({ url: 'wss://a.example/' })
  })

  it('says that nothing was typed', () => {
    expect(problemOf('   ')).toEqual({ kind: 'empty' })
  })

  it('suggests a missing scheme', () => {
    expect(problemOf('echo.websocket.org')).toEqual({
      kind: 'noScheme',
      suggestion: 'wss://echo.websocket.org',
    })
    expect(problemOf('localhost:8080/chat')).toEqual({
      kind: 'noScheme',
      suggestion: 'ws://localhost:8080/chat',
    })
  })

  it('names a scheme that is not for WebSockets', () => {
    expect(problemOf('ftp://a.example')).toEqual({ kind: 'scheme', scheme: 'ftp:' })
  })

  it.each(['wss://', 'not a url', 'wss://a..b:x', 'ws:// '])('refuses %s', (text) => {
    expect(problemOf(text)).toEqual({ kind: 'syntax' })
  })

  it('suggests the URL without its fragment, even an empty one', () => {
    expect(problemOf('wss://a.example/x#y')).toEqual({
      kind: 'fragment',
      suggestion: 'wss://a.example/x',
    })
    expect(problemOf('wss://a.example/x#')).toMatchObject({ kind: 'fragment' })
  })

  it('foresees mixed content, loopback aside', () => {
    expect(problemOf('ws://a.example', online)).toEqual({
      kind: 'mixedContent',
      suggestion: 'wss://a.example/',
    })
    expect(examineUrl('ws://127.0.0.1:8080', online).ok).toBe(true)
    expect(examineUrl('ws://a.example', local).ok).toBe(true)
  })

  it('foresees a blocked port', () => {
    expect(problemOf('ws://localhost:6000')).toEqual({ kind: 'blockedPort', port: 6000 })
    expect(examineUrl('ws://localhost:8080', local).ok).toBe(true)
  })

  it('says what exactly is wrong, and what may have been meant', () => {
    expect(problemOf('wss://a.example /chat')).toEqual({
      kind: 'space',
      suggestion: 'wss://a.example/chat',
    })
    expect(problemOf('ws://a:99999/x')).toEqual({ kind: 'port', port: '99999' })
    for (const text of ['wss:a.example', 'wss:/a.example', 'wss//a.example'])
      expect(problemOf(text)).toEqual({ kind: 'slashes', suggestion: 'wss://a.example' })
  })

  it('knows that credentials in a URL are no way to log in', () => {
    expect(examineUrl('wss://ada:secret@a.example', local)).toMatchObject({
      notes: [{ kind: 'credentials' }],
    })
  })

  it('foresees the question about the local network, from outside of it only', () => {
    const notesOf = (text: string, page: PageOrigin) => {
      const examination = examineUrl(text, page)
      return examination.ok ? examination.notes.map(({ kind }) => kind) : null
    }
    expect(notesOf('ws://localhost:8080', online)).toEqual(['thisMachine'])
    expect(notesOf('wss://192.168.1.4', online)).toEqual(['localNetwork'])
    expect(notesOf('wss://printer.local', online)).toEqual(['localNetwork'])
    expect(notesOf('wss://[fd00::1]', online)).toEqual(['localNetwork'])
    expect(notesOf('ws://192.168.1.4', { ...online, protocol: 'http:' })).toEqual(['insecurePage'])
    expect(notesOf('ws://localhost:8080', local)).toEqual([])
    expect(notesOf('wss://8.8.8.8', online)).toEqual([])
  })
})

describe('examineProgramUrl', () => {
  const page = 'https://course.example/ws/'
  const kindOf = (text: string, isRouted = false) => {
    const examination = examineProgramUrl(text, page, { isRouted })
    return examination.ok ? examination.notes.map(({ kind }) => kind) : examination.problem.kind
  }

  it('takes what the constructor takes: relative URLs and http too', () => {
    expect(examineProgramUrl('/chat', page, { isRouted: false })).toEqual({
      ok: true,
      url: 'wss://course.example/chat',
      notes: [],
    })
    expect(kindOf('https://a.example')).toEqual(['httpScheme'])
  })

  it('finds what makes the constructor throw, routed or not', () => {
    for (const isRouted of [true, false]) {
      expect(kindOf('wss://a.example/#top', isRouted)).toBe('fragment')
      expect(kindOf('ftp://a.example', isRouted)).toBe('scheme')
      expect(kindOf('localhost:8080/chat', isRouted)).toBe('noScheme')
      expect(kindOf('wss://a b', isRouted)).toBe('space')
      expect(kindOf('wss://', isRouted)).toBe('syntax')
    }
  })

  it('finds what the browser refuses only where the socket really goes there', () => {
    expect(kindOf('ws://a.example')).toBe('mixedContent')
    expect(kindOf('ws://localhost:6000')).toBe('blockedPort')
    expect(kindOf('ws://localhost:8080')).toEqual(['thisMachine'])
    for (const text of ['ws://a.example', 'ws://localhost:6000', 'ws://localhost:8080'])
      expect(kindOf(text, true)).toEqual([])
  })
})

it.each(['ws://a', 'localhost', 'localhost:8080', '10.0.0.4:80', 'example.com', '[::1]:9000/x'])(
  '%s is meant as an address',
  (text) => {
    expect(isLikeUrl(text)).toBe(true)
  },
)

it.each(['', 'echo', 'close 4001', 'tcp-drop', '关闭'])('%s is meant as words', (text) => {
  expect(isLikeUrl(text)).toBe(false)
})
