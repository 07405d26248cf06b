import { describe, expect, it } from 'vitest'
import { isToken, markedUrl, readMark, tokenOf, wiretapUrl, withoutMark } from './address.ts'

const token = '0123456789abcdef0123456789abcdef'
const mark = { token, connectionId: 'ws-1' }

describe('the address of a recorded connection', () => {
  it.each([
    ['ws://localhost:8101/lab/echo', `ws://localhost:8101/lab/~${token}.ws-1/echo`],
    [
      'wss://lab.example/lab/reject/401?a=/lab/b',
      `wss://lab.example/lab/~${token}.ws-1/reject/401?a=/lab/b`,
    ],
    ['wss://school.example/net/lab/echo', `wss://school.example/net/lab/~${token}.ws-1/echo`],
  ])('%s is marked behind /lab, and is itself again without the mark', (url, marked) => {
    expect(markedUrl(url, mark)).toBe(marked)
    expect(withoutMark(marked)).toBe(url)
  })

  it('leaves URLs alone that are no lab server’s', () => {
    expect(markedUrl('wss://echo.example/', mark)).toBeNull()
    expect(markedUrl('wss://echo.example/?to=/lab/echo', mark)).toBeNull()
    expect(wiretapUrl('wss://echo.example/', token)).toBeNull()
    expect(withoutMark('/chat/~ada')).toBe('/chat/~ada')
  })

  it('names where the recording is read', () => {
    expect(wiretapUrl('ws://localhost:8101/lab/echo', token)).toBe(
      `ws://localhost:8101/wiretap/${token}`,
    )
    expect(wiretapUrl('wss://school.example/net/lab/echo', token)).toBe(
      `wss://school.example/net/wiretap/${token}`,
    )
  })

  it('is read from a request target', () => {
    expect(readMark(`/lab/~${token}.ws-12/echo/room?as=ada`)).toEqual({
      token,
      connectionId: 'ws-12',
      target: '/lab/echo/room?as=ada',
    })
  })

  it.each([
    ['/lab/echo', 'none'],
    [`/lab/~${token.toUpperCase()}.ws-1/echo`, 'upper-case digits'],
    [`/lab/~${token.slice(1)}.ws-1/echo`, 'a short token'],
    [`/lab/~${token}.${'x'.repeat(65)}/echo`, 'a long connection id'],
    [`/lab/~${token}.a_b/echo`, 'a character that is not allowed'],
    [`/lab/echo/~${token}.ws-1`, 'not directly behind /lab'],
  ])('%s carries no mark: %s', (target) => {
    expect(readMark(target)).toBeNull()
  })

  it('has a token of 32 hexadecimal digits', () => {
    expect(tokenOf(new Uint8Array(16).fill(10))).toBe('0a'.repeat(16))
    expect(isToken(token)).toBe(true)
    expect(isToken(`${token}0`)).toBe(false)
  })
})
