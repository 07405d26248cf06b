import { describe, expect, it } from 'vitest'
import { TraceLog } from '../../core/trace/log.ts'
import { shortFrame } from '../../core/trace/testing/sample.ts'
import { traceOf } from '../../core/trace/testing/sketch.ts'
import { frameOf, nextFrames } from './from-here.ts'

const log = new TraceLog()
for (const event of traceOf(
  { type: 'frameSent', frame: shortFrame(1, 'one'), at: 10 },
  { type: 'frameReceived', side: 'server', frame: shortFrame(1, 'one'), at: 20, cause: 0 },
  { type: 'frameSent', connectionId: 'ws-2', frame: shortFrame(1, 'other'), at: 30 },
  { type: 'frameSent', side: 'server', frame: shortFrame(9), at: 40 },
  { type: 'frameSent', frame: shortFrame(8), at: 50 },
))
  log.append(event)

describe('frames that can be lost', () => {
  it('are found by their sending and by their receipt', () => {
    const frame = {
      planned: { kind: 'dropFrame', seq: 0 },
      name: 'TEXT “one”',
      side: 'client',
      time: 10,
    }
    expect(frameOf(log, 0)).toEqual(frame)
    expect(frameOf(log, 1)).toEqual(frame)
  })

  it('are the next that each side sends on the connection', () => {
    const names = (shownBefore: number) =>
      nextFrames(log, shownBefore, 'ws-1').map(({ name }) => name)
    expect(names(0)).toEqual(['TEXT “one”', 'PING'])
    expect(names(1)).toEqual(['CLOSE', 'PING'])
    expect(names(5)).toEqual([])
  })
})
