import { describe, expect, it } from 'vitest'
import { readValue } from './read-value.ts'

const JSON_TEXTS = [
  '{"type":"say","text":"Hi"}',
  ' [1, -0.5e3, true, false, null, {}] ',
  '"\\u0041\\n\\"\\/"',
  '"👋"',
  '[[[]]]',
  '{"a":{"b":[{}]}}',
  '-0',
  '',
  '   ',
  'undefined',
  'NaN',
  '[object Object]',
  '{"type":"say","te',
  '{"type":"say",}',
  '{type:"say"}',
  "{'a':1}",
  '[1 2]',
  '[1,]',
  '{"a" 1}',
  '{"a":1} x',
  '{\n  "a": 1,\n  "b": tru\n}',
  'tru',
  'nul1',
  '01',
  '1.',
  '-',
  '1e',
  '.5',
  '+1',
  '1n',
  '"a\nb"',
  '"\\x"',
  '"\\u00g0"',
  '[new Date(0)]',
  'Infinity',
]

describe.each(JSON_TEXTS)('%j as JSON', (text) => {
  const reading = readValue(text, 'json')

  it('is read as JSON.parse reads it, or breaks as it does', () => {
    if (reading.ok) expect(reading.value).toEqual(JSON.parse(text))
    else expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  })

  it('breaks where Node says that it does', () => {
    if (reading.ok) return
    const message = messageOf(text)
    const [, position] = /at position (\d+)/.exec(message) ?? []
    const { line, column } = reading.at
    const before = text.split('\n').slice(0, line - 1)
    const offset = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
    if (position !== undefined) expect(offset).toBe(Number(position))
    if (message.includes('end of JSON')) expect(reading.at.found).toBeNull()
    const [, token] = /Unexpected token '(.)'/u.exec(message) ?? []
    if (token !== undefined) expect(reading.at.found).toBe(token)
  })
})

function messageOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return String(error)
  }
}

it.each<[string, unknown]>([
  ["{ type: 'say', 'a b': [1, 2,], }", { type: 'say', 'a b': [1, 2] }],
  [
    '{ left: undefined, price: NaN, big: -Infinity }',
    { left: undefined, price: NaN, big: -Infinity },
  ],
  ['9007199254740993n', 9007199254740993n],
  ['new Date(0)', new Date(0)],
  ["new Date('2026-03-01')", new Date('2026-03-01')],
  ["new Map([['a', 1]])", new Map([['a', 1]])],
  ["new Set(['a', 'b'])", new Set(['a', 'b'])],
  ['new Uint8Array([72, 105])', Uint8Array.of(72, 105)],
  ["'it\\'s'", "it's"],
  ['null', null],
  ['undefined', undefined],
])('%s is read as a program means it', (text, value) => {
  const reading = readValue(text, 'program')
  expect(reading).toMatchObject({ ok: true })
  if (reading.ok) expect(reading.value).toEqual(value)
})

it.each([
  ['{ type: say }', 1, 9, 's'],
  ['new Door()', 1, 5, 'D'],
  ["{\n  a: 'x\n}", 2, 8, '\n'],
  ['{ a: 1', 1, 7, null],
])('says where %j breaks', (text, line, column, found) => {
  expect(readValue(text, 'program')).toEqual({ ok: false, at: { line, column, found } })
})

it('notes whole numbers that a number can’t hold', () => {
  expect(readValue('{"id":9007199254740993,"n":9007199254740992}', 'json')).toMatchObject({
    rounded: ['9007199254740993'],
  })
})
