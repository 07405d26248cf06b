import { describe, expect, it } from 'vitest'
import { examineUrl, type PageOrigin } from './live-url.ts'

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
      asksForLocalNetwork: false,
    })
  })

  it('reads http and https as ws and wss, as the constructor does', () => {
    expect(examineUrl('http://localhost:8080', local)).toMatchObject({
      url: 'ws://localhost:8080/',
    })
    expect(examineUrl('https://a.example', local)).toMatchObject({ url: 'wss://a.example/' })
  })

  it('says that nothing was typed', () => {
    expect(problemOf('   ')).toEqual({ kind: 'empty' })
  })

  it('suggests a scheme where there is none', () => {
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

  it.each(['wss://', 'wss://a b', 'not a url', 'ws://a:99999'])('refuses %s', (text) => {
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

  it('foresees the question about the local network, from outside of it only', () => {
    const asks = (text: string, page: PageOrigin) => examineUrl(text, page)
    expect(asks('ws://localhost:8080', online)).toMatchObject({ asksForLocalNetwork: true })
    expect(asks('wss://192.168.1.4', online)).toMatchObject({ asksForLocalNetwork: true })
    expect(asks('wss://[fd00::1]', online)).toMatchObject({ asksForLocalNetwork: true })
    expect(asks('ws://localhost:8080', local)).toMatchObject({ asksForLocalNetwork: false })
    expect(asks('wss://8.8.8.8', online)).toMatchObject({ asksForLocalNetwork: false })
  })
})
