import { describe, expect, it } from 'vitest'
import { headerPurpose, headerPurposes, isRequired } from './header-purpose.ts'

describe('headerPurpose', () => {
  it('knows a header whatever the case of its name', () => {
    expect(headerPurpose('sec-websocket-KEY', 'x')).toBe('key')
    expect(headerPurpose('Host')).toBe('host')
  })

  it.each([
    ['Upgrade', 'connection'],
    ['keep-alive, Upgrade', 'connection'],
    [' Close ', 'connectionClose'],
    ['keep-alive', 'connectionKept'],
  ])('tells what Connection: %s is for', (value, purpose) => {
    expect(headerPurpose('Connection', value)).toBe(purpose)
  })

  it('has nothing to say of a header that it does not know', () => {
    expect(headerPurpose('X-Powered-By', 'magic')).toBeUndefined()
    expect(headerPurpose('constructor')).toBeUndefined()
  })
})

describe('isRequired', () => {
  it('names what RFC 6455 §4.1 asks of a request, and §4.2.2 of a 101', () => {
    const of = (head: 'request' | 'response') =>
      headerPurposes.filter((purpose) => isRequired(purpose, head)).sort()
    expect(of('request')).toEqual(['connection', 'host', 'key', 'origin', 'upgrade', 'version'])
    expect(of('response')).toEqual(['accept', 'connection', 'upgrade'])
  })
})
