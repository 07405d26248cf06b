import { describe, expect, it } from 'vitest'
import { EventStreamParser } from './event-stream.ts'

function read(chunks: readonly Uint8Array[]) {
  const found: unknown[] = []
  const parser = new EventStreamParser({
    event: ({ type, data, lastEventId }) => found.push([type, data, lastEventId]),
    retry: (milliseconds) => found.push(milliseconds),
  })
  for (const chunk of chunks) parser.push(chunk)
  return found
}
const octetsOf = (text: string) => new TextEncoder().encode(text)
const parse = (text: string) => read([octetsOf(text)])

describe('an event stream', () => {
  it.each([
    ['lines that belong together', 'data: a\ndata\ndata:  b\n\n', [['message', 'a\n\n b', '']]],
    [
      'a type, for one event',
      'event: x\ndata:1\n\ndata:2\n\n',
      [
        ['x', '1', ''],
        ['message', '2', ''],
      ],
    ],
    [
      'an id, until it changes',
      'id: 1\ndata:a\n\ndata:b\n\nid\ndata:c\n\n',
      [
        ['message', 'a', '1'],
        ['message', 'b', '1'],
        ['message', 'c', ''],
      ],
    ],
    ['no id with a NULL', 'id: 1\0\ndata:a\n\n', [['message', 'a', '']]],
    ['a time in digits only', 'retry: 10\nretry: 1.5\nretry: -1\nretry\n', [10]],
    ['nothing of comments and unknown fields', ': data: x\nfoo: y\nDATA: z\n\n', []],
    ['nothing without data', 'event: x\nid: 3\n\n', []],
    ['nothing of what is not complete', 'data: x\n', []],
    ['a byte order mark', '\uFEFFdata: x\n\n', [['message', 'x', '']]],
  ])('has %s', (_what, text, events) => {
    expect(parse(text)).toEqual(events)
  })

  it('ends lines with CR, LF or both, however it is cut', () => {
    const octets = octetsOf('data: é\r\ndata: 2\rdata: 3\n\r\r\ndata: 4\r\n\r\n')
    const whole = [
      ['message', 'é\n2\n3', ''],
      ['message', '4', ''],
    ]
    expect(read([octets])).toEqual(whole)
    expect(read(Array.from(octets, (octet) => Uint8Array.of(octet)))).toEqual(whole)
  })
})
