import { describe, expect, test } from 'vitest'
import { encodeHead, RequestReader, ResponseReader } from './head.ts'

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

const request = 'GET /chat?a=1 HTTP/1.1\r\nHost: a\r\nX-Empty:\r\nX-Name: \t\xe9 b \t\r\n\r\n'

describe('RequestReader', () => {
  test('gives the head and what follows it, however the octets are cut', () => {
    const bytes = latin1(`${request}\x81\x00`)
    for (let size = 1; size <= bytes.length; size++) {
      const reader = new RequestReader()
      const results = []
      let at = 0
      for (; results.length === 0; at += size) {
        const result = reader.push(bytes.subarray(at, at + size))
        if (result !== undefined) results.push(result)
      }
      expect(results).toEqual([
        {
          ok: true,
          head: {
            method: 'GET',
            target: '/chat?a=1',
            version: 'HTTP/1.1',
            headers: [
              ['Host', 'a'],
              ['X-Empty', ''],
              ['X-Name', '\xe9 b'],
            ],
            byteLength: request.length,
          },
          rest: bytes.subarray(request.length, at),
        },
      ])
    }
  })

  test('takes lines that end with a single LF', () => {
    const result = new RequestReader().push(latin1('GET / HTTP/1.0\nHost: a\n\nrest'))
    expect(result).toMatchObject({
      ok: true,
      head: { version: 'HTTP/1.0', headers: [['Host', 'a']] },
    })
  })

  test('waits, and cannot be used again once it is done', () => {
    const reader = new RequestReader()
    expect(reader.push(latin1('GET / HTTP/1.1\r\nA: b\r\n'))).toBeUndefined()
    expect(reader.push(latin1('\r\n'))).toMatchObject({ ok: true })
    expect(() => reader.push(latin1('x'))).toThrow('The head is complete')
  })

  const wrong = (text: string) => new RequestReader(100).push(latin1(text))
  test('names the rule that a head breaks', () => {
    for (const line of ['', 'GET /', 'GET  / HTTP/1.1', 'GET / HTTP/2', 'GET / x HTTP/1.1']) {
      expect(wrong(`${line}\r\nHost: a\r\n\r\n`)).toMatchObject({
        ok: false,
        failure: { rule: 'RFC 9112 §3', message: `Not a request line: ${JSON.stringify(line)}` },
      })
    }
    for (const line of ['Host', 'Host : a', ' folded', ': a', 'Hö: a']) {
      expect(wrong(`GET / HTTP/1.1\r\n${line}\r\n\r\n`)).toMatchObject({
        ok: false,
        failure: { rule: 'RFC 9112 §5' },
      })
    }
  })
  test('shows a long line in short', () => {
    const result = new RequestReader().push(latin1(`${'x'.repeat(200)}\r\n\r\n`))
    expect(result).toMatchObject({
      failure: { message: `Not a request line: "${'x'.repeat(80)}…"` },
    })
  })
  test('refuses a head that is too long, whole or not', () => {
    const failure = { rule: 'RFC 9110 §5.4', message: 'The head is longer than 100 octets' }
    expect(wrong('x'.repeat(101))).toEqual({ ok: false, failure })
    expect(wrong(`GET / HTTP/1.1\r\nA: ${'x'.repeat(100)}\r\n\r\n`)).toEqual({ ok: false, failure })
    expect(new RequestReader().push(latin1('x'.repeat(16_384)))).toBeUndefined()
    expect(new RequestReader().push(latin1('x'.repeat(16_385)))).toMatchObject({ ok: false })
  })
})

describe('ResponseReader', () => {
  test('reads the status line, with or without a reason', () => {
    const read = (line: string) => new ResponseReader().push(latin1(`${line}\r\nA: b\r\n\r\n`))
    expect(read('HTTP/1.1 101 Switching Protocols')).toMatchObject({
      head: { version: 'HTTP/1.1', status: 101, statusText: 'Switching Protocols' },
    })
    expect(read('HTTP/1.1 404')).toMatchObject({ head: { status: 404, statusText: '' } })
    expect(read('HTTP/1.1 2')).toMatchObject({ failure: { rule: 'RFC 9112 §4' } })
  })
  test('names the rule that a header field breaks', () => {
    const result = new ResponseReader().push(latin1('HTTP/1.1 101 OK\r\nno colon\r\n\r\n'))
    expect(result).toMatchObject({ failure: { rule: 'RFC 9112 §5' } })
  })
})

test('what could break out of a header is not encoded', () => {
  expect(() => encodeHead('GET / HTTP/1.1', [['a b', 'c']])).toThrow('Not a header name: "a b"')
  for (const value of ['a\r\nb: c', '\0', '€', '\x7f']) {
    expect(() => encodeHead('GET / HTTP/1.1', [['a', value]])).toThrow('Not a header value')
  }
})
