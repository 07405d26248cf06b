import { describe, expect, it } from 'vitest'
import { stemOf } from './stem.ts'

describe('forms of one word have one stem', () => {
  it.each([
    ['reconnect', 'reconnects', 'reconnected', 'reconnecting', 'reconnection', 'reconnections'],
    ['close', 'closes', 'closed', 'closing'],
    ['drop', 'drops', 'dropped', 'dropping'],
    ['proxy', 'proxies'],
    ['reply', 'replies', 'replied', 'replying'],
    ['address', 'addresses'],
    ['box', 'boxes'],
    ['miss', 'misses', 'missed', 'missing'],
    ['queue', 'queues', 'queued', 'queueing'],
  ])('%s', (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1)
  })
})

describe('what only looks like a form stays', () => {
  it.each(['ping', 'string', 'need', 'status', '1006', 'wss', 'nginx', '心跳'])('%s', (word) => {
    expect(stemOf(word)).toBe(word)
  })
})

it('words of different meaning stay apart', () => {
  expect(stemOf('session')).not.toBe(stemOf('sending'))
  expect(stemOf('mask')).not.toBe(stemOf('message'))
})
