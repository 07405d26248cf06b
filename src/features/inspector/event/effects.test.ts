import { describe, expect, it } from 'vitest'
import { TraceLog } from '../../../core/trace/log.ts'
import { asciiMessage, traceOf } from '../../../core/trace/testing/sketch.ts'
import { effectsOf } from './effects.ts'

describe('effectsOf', () => {
  it('finds the events that name it as their cause, up to the playhead', () => {
    const log = new TraceLog()
    const events = traceOf(
      { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [] },
      { type: 'messageSent', ...asciiMessage('Hello'), cause: 0 },
      { type: 'consoleMessage', level: 'log', arguments: [] },
      { type: 'bufferedAmountChanged', bufferedAmount: 5, cause: 0 },
    )
    for (const event of events) log.append(event)
    const seqs = (before: number) => effectsOf(log, 0, before).map(({ seq }) => seq)
    expect(seqs(4)).toEqual([1, 3])
    expect(seqs(3)).toEqual([1])
  })
})
