import { describe, expect, it } from 'vitest'
import { RequestParser } from './request-parser.ts'

const octetsOf = (text: string) => new TextEncoder().encode(text)
const textOf = (octets: Uint8Array) => new TextDecoder().decode(octets)

function parse(chunks: readonly string[], upgrades = false) {
  const found: string[] = []
  let rest = ''
  const parser = new RequestParser({
    head({ method, url, headers }) {
      found.push(`${method} ${url} ${headers.map((header) => header.join('=')).join('; ')}`)
      return upgrades
    },
    body: (data) => found.push(textOf(data)),
    end: () => found.push('end'),
  })
  for (const chunk of chunks) {
    let left: Uint8Array | undefined = octetsOf(chunk)
    while (left !== undefined && left.length > 0) {
      const result = parser.push(left)
      left = result?.rest
      if (result?.upgraded === true) {
        rest = textOf(result.rest)
        left = undefined
      }
    }
  }
  return { found, rest }
}

const body = 'POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello'
const chunked =
  'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: 1\r\n\r\n'

describe('the request parser', () => {
  it('finds the same requests however the octets are cut', () => {
    const text = `${body}GET /next HTTP/1.1\r\n\r\n${chunked}`
    const whole = parse([text]).found
    expect(whole).toEqual([
      'POST /x Host=a; Content-Length=5',
      'hello',
      'end',
      'GET /next ',
      'end',
      'POST / Transfer-Encoding=chunked',
      'abc',
      '0123456789',
      'end',
    ])
    const single = parse([...text]).found.filter((item) => item.length > 1 || item === 'end')
    expect(single.filter((item) => item.includes(' ') || item === 'end')).toEqual(
      whole.filter((item) => item.includes(' ') || item === 'end'),
    )
    expect(parse([...text]).found.join('')).toBe(whole.join(''))
  })

  it('gives what comes behind the head of an upgrade', () => {
    expect(parse(['GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n\x81\x00'], true)).toEqual({
      found: ['GET / Upgrade=websocket'],
      rest: '\x81\x00',
    })
  })

  it.each([
    ['no request line', 'hello\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nA : b\r\n\r\n'],
    ['a length that is none', 'GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n'],
    ['a chunk size that is none', 'GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n'],
    ['a head without end', `GET / HTTP/1.1\r\nA: ${'b'.repeat(20_000)}`],
  ])('refuses %s', (_name, text) => {
    expect(() => parse([text])).toThrow('Parse Error')
  })
})
