import { expect, test } from 'vitest'
import { formatExtension, parseExtensions } from './extension-list.ts'

const parse = (value: string) => parseExtensions([['Sec-WebSocket-Extensions', value]])

test('the examples of RFC 6455 §9.1', () => {
  expect(parse('foo')).toEqual({ ok: true, extensions: [{ name: 'foo', parameters: [] }] })
  expect(parse('bar; baz=2, foo ; a ; b = "2"')).toEqual({
    ok: true,
    extensions: [
      { name: 'bar', parameters: [{ name: 'baz', value: '2' }] },
      { name: 'foo', parameters: [{ name: 'a' }, { name: 'b', value: '2' }] },
    ],
  })
  expect(parseExtensions([])).toEqual({ ok: true, extensions: [] })
})

test('a quoted value may escape what it likes, but has to be a token', () => {
  expect(parse('a; b="\\x\\y"')).toMatchObject({
    extensions: [{ parameters: [{ name: 'b', value: 'xy' }] }],
  })
})

test('what is no list of extensions fails', () => {
  for (const text of ['a b', 'a;', 'a; b=', 'a; =c', 'a; b="c d"', 'a; b c', 'a; b="']) {
    expect(parse(text)).toMatchObject({ ok: false, failure: { rule: 'RFC 6455 §9.1' } })
  }
})

test('an extension is written as it is read', () => {
  const parameters = [{ name: 'b' }, { name: 'c', value: '1' }]
  expect(formatExtension({ name: 'a', parameters })).toBe('a; b; c=1')
})
