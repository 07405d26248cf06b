import { describe, expect, it } from 'vitest'
import { everyEvent } from '../../../core/trace/testing/samples.ts'
import { traceOf, type EventSketch } from '../../../core/trace/testing/sketch.ts'
import { textsOf } from '../../../locales/index.ts'
import type { Areas } from '../../../locales/gather.ts'
import { CloseCode } from '../../../core/protocol/index.ts'
import { closeCodeMeaning, closeCodeSender } from '../close-code-meaning.ts'
import { eventFields } from './event-fields.ts'

const en = await textsOf('en')
const zhCN = await textsOf('zh-CN')

function fieldsOf(sketch: EventSketch) {
  return traceOf(sketch).flatMap(eventFields)
}

function messageAt(messages: Areas, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (group, part) =>
        typeof group === 'object' && group !== null ? Object(group)[part] : undefined,
      messages,
    )
}

describe('eventFields', () => {
  it.each([
    ['en', en],
    ['zh-CN', zhCN],
  ])('names and explains in %s every field of every event', (_, messages) => {
    for (const event of everyEvent()) {
      for (const { name, meaning } of eventFields(event)) {
        const key = `inspector.name.${name}`
        expect(messageAt(messages, key), key).toBeTypeOf('string')
        if (meaning !== undefined)
          expect(messageAt(messages, meaning.key), meaning.key).toBeTypeOf('string')
      }
    }
  })

  it.each([
    ['en', en],
    ['zh-CN', zhCN],
  ])('says in %s what every event is', (_, messages) => {
    for (const { type } of everyEvent())
      expect(messageAt(messages, `log.about.${type}`), type).toBeTypeOf('string')
  })

  it('explains a close code', () => {
    const closed = fieldsOf({ type: 'closed', code: 1006, reason: '', wasClean: false })
    expect(closed).toEqual([
      { name: 'code', value: '1006', meaning: { key: 'inspector.closeCode.AbnormalClosure' } },
      { name: 'reason', value: '', meaning: { key: 'inspector.meaning.reason' } },
      { name: 'wasClean', value: 'false', meaning: { key: 'inspector.wasNotClean' } },
    ])
  })

  it('does not count the bytes of a handshake that nobody saw', () => {
    const request = { type: 'willSendHandshakeRequest', method: 'GET', target: '/' } as const
    expect(fieldsOf({ ...request, headers: [], byteLength: 0 }).at(-1)).toEqual({
      name: 'wireBytes',
      value: '?',
      meaning: { key: 'inspector.wireBytesUnseen' },
    })
  })
})

describe('closeCodeMeaning', () => {
  it('explains each registered code and the two ranges; others have no meaning', () => {
    for (const code of Object.values(CloseCode)) {
      expect(messageAt(en, closeCodeMeaning(code).key), String(code)).toBeTypeOf('string')
      expect(messageAt(zhCN, closeCodeMeaning(code).key), String(code)).toBeTypeOf('string')
    }
    expect(closeCodeMeaning(3000).key).toBe('inspector.closeCode.registered')
    expect(closeCodeMeaning(4999).key).toBe('inspector.closeCode.private')
    expect(closeCodeMeaning(1004).key).toBe('inspector.closeCode.undefined')
    expect(closeCodeMeaning(999).key).toBe('inspector.closeCode.undefined')
  })
})

describe('closeCodeSender', () => {
  it.each([
    [1000, 'program'],
    [4001, 'program'],
    [3000, 'program'],
    [1001, 'endpoint'],
    [1011, 'endpoint'],
    [1010, 'client'],
    [1005, 'nobody'],
    [1006, 'nobody'],
    [999, 'nobody'],
    [5000, 'nobody'],
  ])('knows who may send %i', (code, sender) => {
    const { key } = closeCodeSender(code)
    expect(key).toBe(`inspector.closeSender.${sender}`)
    expect(messageAt(en, key)).toBeTypeOf('string')
  })
})
