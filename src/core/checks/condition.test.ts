import { describe, expect, it } from 'vitest'
import { meets, type Bindings, type Condition } from './condition.ts'
import type { Scalar } from '../trace/events/field.ts'

const none: Bindings = new Map()
const holds = (value: Scalar | undefined, condition: Condition, bindings = none) =>
  meets(value, condition, bindings, () => undefined)

describe('meets', () => {
  it('compares with a value or with one of several, types included', () => {
    expect([holds(1000, 1000), holds('1000', 1000), holds(true, true)]).toEqual([true, false, true])
    expect([holds(1, [0, 1]), holds(2, [0, 1]), holds(undefined, [0])]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('excludes', () => {
    expect([holds(0, { not: 1 }), holds(1, { not: 1 }), holds(2, { not: [1, 2] })]).toEqual([
      true,
      false,
      false,
    ])
    expect(holds(undefined, { not: 1 })).toBe(true)
  })

  it('excludes what meets a condition, and keeps nothing of it', () => {
    const captured: string[] = []
    const not = { not: { contains: 'log in', capture: 'text' } }
    expect(meets('reconnect', not, none, (name) => captured.push(name))).toBe(true)
    expect(meets('please log in', not, none, (name) => captured.push(name))).toBe(false)
    expect(captured).toEqual([])
  })

  it('takes a whole text, or one of several, with space around it', () => {
    expect([holds('bye', { is: 'bye' }), holds(' bye\n', { is: ['bye', '再见'] })]).toEqual([
      true,
      true,
    ])
    expect([holds('goodbye', { is: 'bye' }), holds(undefined, { is: 'bye' })]).toEqual([
      false,
      false,
    ])
  })

  it('finds one of several words', () => {
    const condition = { word: ['reconnect', '重连'] }
    expect(
      ['Reconnect now', '马上重连', 'reconnecting'].map((text) => holds(text, condition)),
    ).toEqual([true, true, false])
  })

  it('takes ranges, both ends included', () => {
    const range = { atLeast: 3000, atMost: 4999 }
    expect([2999, 3000, 4999, 5000].map((code) => holds(code, range))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(holds('3000', range)).toBe(false)
    expect(holds(undefined, range)).toBe(false)
  })

  it('looks into texts', () => {
    expect(holds('close(4000)', { contains: '4000' })).toBe(true)
    expect(holds('Closed', { contains: 'closed' })).toBe(false)
    expect(holds('0 connecting', { matches: '^0|CONNECTING' })).toBe(true)
    expect(holds('10', { matches: '^0' })).toBe(false)
    expect(holds(undefined, { matches: '.' })).toBe(false)
  })

  it('looks into JSON', () => {
    const condition = { json: { type: 'chat', text: { contains: 'hi' }, at: { atLeast: 1 } } }
    expect(holds('{"type":"chat","text":"oh hi","at":5}', condition)).toBe(true)
    expect(holds('{"type":"chat","text":"oh hi"}', condition)).toBe(false)
    expect(holds('{"type":"chat"', condition)).toBe(false)
    expect(holds('null', condition)).toBe(false)
    expect(holds('{}', { json: { constructor: { matches: '.' } } })).toBe(false)
  })

  it('captures what it is, and compares with what was captured', () => {
    const captured = new Map<string, Scalar>()
    const capture = (name: string, value: Scalar) => captured.set(name, value)
    expect(meets('hello', { capture: 'sent' }, none, capture)).toBe(true)
    expect(captured.get('sent')).toBe('hello')
    expect(holds('hello', { sameAs: 'sent' }, captured)).toBe(true)
    expect(holds('other', { sameAs: 'sent' }, captured)).toBe(false)
    expect(holds(undefined, { sameAs: 'unknown' }, captured)).toBe(false)
    expect(holds('hello', { sameAs: ['unknown', 'sent'] }, captured)).toBe(true)
    expect(holds('hello', { not: { sameAs: ['unknown', 'sent'] } }, captured)).toBe(false)
  })

  it('finds what was captured in a text, whatever words stand around it', () => {
    const captured = new Map<string, Scalar>([
      ['state', 1],
      ['key', ' dGhl== '],
      ['nothing', ''],
    ])
    expect(holds('readyState_1', { says: 'state' }, captured)).toBe(true)
    expect(holds('状态:1', { says: 'state' }, captured)).toBe(true)
    expect(holds('10', { says: 'state' }, captured)).toBe(false)
    expect(holds('the key is dGhl==.', { says: 'key' }, captured)).toBe(true)
    expect(holds('anything', { says: 'nothing' }, captured)).toBe(false)
    expect(holds('anything', { says: 'unknown' }, captured)).toBe(false)
  })
})
