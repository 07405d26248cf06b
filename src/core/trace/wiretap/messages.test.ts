import { describe, expect, it } from 'vitest'
import { MAX_CHUNK, parseTapReport, parseTapRequest, type TapReport } from './messages.ts'

const reports: readonly TapReport[] = [
  { type: 'hello', version: 1, limits: { bytes: 1_000_000 } },
  { type: 'opened', connectionId: 'ws-1', time: 12.345 },
  { type: 'bytes', connectionId: 'ws-1', from: 'client', time: 12.345, data: 'R0VU' },
  { type: 'lost', connectionId: 'ws-1', time: 13, bytes: 4096 },
  { type: 'ended', connectionId: 'ws-1', time: 14, how: 'fin', by: 'server' },
  { type: 'synced', id: 1, time: 15 },
]

describe('reports of the wiretap', () => {
  it.each(reports)('$type is read as it was written', (report) => {
    expect(parseTapReport(JSON.stringify(report))).toEqual({ ok: true, message: report })
  })

  it.each([
    ['{', 'message: not JSON'],
    ['[]', 'message: expected an object, got an array'],
    ['{"type":"secret"}', 'message.type: secret is not known'],
    ['{"type":"hello","version":2,"limits":{"bytes":1}}', 'message.version: expected one of 1'],
    ['{"type":"synced","id":1}', 'message.time: missing'],
    [
      '{"type":"opened","connectionId":"a b","time":1}',
      'message.connectionId: expected 1 to 64 letters, digits and hyphens',
    ],
    [
      '{"type":"bytes","connectionId":"ws-1","from":"client","time":1,"data":"abc"}',
      'message.data: not Base64',
    ],
  ])('%s is refused', (text, problem) => {
    expect(parseTapReport(text)).toEqual({ ok: false, problem })
  })

  it('refuses a chunk that is too long', () => {
    const data = 'A'.repeat((Math.ceil(MAX_CHUNK / 3) + 1) * 4)
    const report = { type: 'bytes', connectionId: 'ws-1', from: 'client', time: 1, data }
    expect(parseTapReport(JSON.stringify(report))).toEqual({
      ok: false,
      problem: `message.data: more than ${MAX_CHUNK} bytes`,
    })
  })
})

describe('requests to the wiretap', () => {
  it('reads a sync and nothing else', () => {
    expect(parseTapRequest('{"type":"sync","id":3}')).toEqual({
      ok: true,
      message: { type: 'sync', id: 3 },
    })
    expect(parseTapRequest('{"type":"read","token":"x"}')).toEqual({
      ok: false,
      problem: 'message.type: expected one of sync',
    })
  })
})
