import { expect, it } from 'vitest'
import type { ApiCall, Created } from '../../core/trace/event.ts'
import { TraceLog } from '../../core/trace/log.ts'
import { RoutedLines } from './routed-lines.ts'

function created(seq: number, line: number | null, routed = true): Created {
  return {
    type: 'created',
    seq,
    time: 0,
    side: 'client',
    provenance: 'observed',
    connectionId: `ws-${String(seq)}`,
    url: 'wss://example.com/',
    protocols: [],
    ...(routed ? { routedTo: 'ws://echo.test/' } : {}),
    ...(line === null ? {} : { source: { file: 'client.js', line, column: 1 } }),
  }
}

it('names each line that created a routed socket once, as soon as it happened', () => {
  const log = new TraceLog()
  const routed = new RoutedLines(log)
  const events = [
    created(0, 1),
    created(1, null),
    created(2, 5, false),
    created(3, 7),
    created(4, 1),
  ]
  for (const event of events) {
    log.append(event)
    routed.accept(event)
  }
  expect(routed.of('client.js', Infinity)).toEqual([1, 7])
  expect(routed.of('client.js', 3)).toEqual([1])
  expect(routed.of('server.js', Infinity)).toEqual([])
})

it('takes the line of the constructor call if the socket has no line', () => {
  const call: ApiCall = {
    type: 'apiCall',
    seq: 0,
    time: 0,
    side: 'client',
    provenance: 'observed',
    api: 'WebSocket',
    method: 'constructor',
    arguments: [],
    source: { file: 'client.js', line: 4, column: 12 },
  }
  const log = new TraceLog()
  log.append(call)
  const routed = new RoutedLines(log)
  routed.accept({ ...created(1, null), cause: 0 })
  expect(routed.of('client.js', Infinity)).toEqual([4])
})
