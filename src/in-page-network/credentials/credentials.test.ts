import { expect, it } from 'vitest'
import type { VirtualNetwork } from '../network.ts'
import { ofType, runProgram } from '../testing/run-program.ts'

const server = `
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'
  const sockets = new WebSocketServer({ noServer: true })
  createServer()
    .on('upgrade', (request, socket, head) => {
      if (request.headers.authorization === 'Basic dXNlcjpwYXNz') {
        sockets.handleUpgrade(request, socket, head, (client) => client.send('in'))
      } else {
        socket.end('HTTP/1.1 401 Unauthorized\\r\\nWWW-Authenticate: Basic\\r\\n\\r\\n')
      }
    })
    .listen(80)
`
const openOne = (url: string) => (network: VirtualNetwork) =>
  new Promise<number>((resolve) => {
    const socket = new network.WebSocket(url)
    socket.onmessage = () => socket.close(4000)
    socket.onclose = ({ code }) => resolve(code)
  })

it('sends a handshake again with the user of the URL, on the same connection', async () => {
  const trace = await runProgram(server, openOne('ws://user:pass@localhost/'))
  const requests = ofType(trace, 'willSendHandshakeRequest')
  expect(requests.map(({ connectionId }) => connectionId)).toEqual(['ws-1', 'ws-1'])
  expect(requests.map(({ headers }) => headers.map(([name]) => name).slice(1, 4))).toEqual([
    ['Connection', 'Upgrade', 'Origin'],
    ['Connection', 'Authorization', 'Upgrade'],
  ])
  const responses = ofType(trace, 'handshakeResponseReceived')
  expect(responses.map(({ status }) => status)).toEqual([401, 101])
  expect(requests[1]?.cause).toBe(responses[0]?.seq)
  expect(ofType(trace, 'messageReceived').map(({ data }) => data)).toEqual([
    { kind: 'text', text: 'in' },
  ])
  expect(ofType(trace, 'closed').filter(({ side }) => side === 'client')).toHaveLength(1)
})

it('fails where the server refuses that too', async () => {
  const trace = await runProgram(server, openOne('ws://user:wrong@localhost/'))
  expect(ofType(trace, 'willSendHandshakeRequest')).toHaveLength(2)
  expect(ofType(trace, 'logEntryAdded').map(({ text }) => text)).toEqual([
    "WebSocket connection to 'ws://user:wrong@localhost/' failed: HTTP Authentication failed; no valid credentials available",
  ])
})
