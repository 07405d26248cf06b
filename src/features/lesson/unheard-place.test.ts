import { expect, it } from 'vitest'
import { TraceLog } from '../../core/trace/log.ts'
import { placeOfUnheard, type Unheard } from './unheard-place.ts'

const client = { provenance: 'observed', connectionId: 'ws-1', side: 'client' } as const

/** A socket that line 1 made and a server's line 9 let in. */
const log = new TraceLog()
log.append({
  ...client,
  type: 'apiCall',
  seq: 0,
  time: 0,
  api: 'WebSocket',
  method: 'constructor',
  arguments: [],
  source: { file: 'client.js', line: 1, column: 12 },
})
log.append({
  ...client,
  side: 'server',
  type: 'apiCall',
  seq: 1,
  time: 80,
  api: 'ws',
  method: 'send',
  arguments: [],
  source: { file: 'server.js', line: 9, column: 3 },
})
const opened: Unheard = {
  ...client,
  type: 'eventFired',
  eventType: 'open',
  seq: 2,
  time: 160,
  listeners: 0,
  cause: 1,
}
const program = (text: string) => ({ 'client.js': text })

it.each([
  ['const ws = new WebSocket(url)\n\nws.onOpen = () => {}\n', 3],
  ["const ws = new WebSocket(url)\nws['onOpen'] = hello\n", 2],
  ['// onOpen is wrong\nconst ws = Object.assign(new WebSocket(url), {\n  onOpen() {},\n})\n', 3],
])('the line that sets the misspelt handler: %j', (text, line) => {
  const place = placeOfUnheard(log, { ...opened, misnamed: 'onOpen' }, program(text))
  expect(place).toEqual({ file: 'client.js', line })
})

it('without one, the line that made the socket, never a line of the server', () => {
  expect(placeOfUnheard(log, opened, program('new WebSocket(url)\n'))).toEqual({
    file: 'client.js',
    line: 1,
  })
})

it('of a socket that the run does not know, none', () => {
  const other = { ...opened, connectionId: 'ws-2' }
  expect(placeOfUnheard(log, other, program(''))).toBeNull()
})
