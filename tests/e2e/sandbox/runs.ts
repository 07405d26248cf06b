/** Runs that several specs of the sandbox start, and what they read of them. */
import type { TraceEvent } from '../../../src/core/trace/event.ts'
import type { RunRequest } from '../../../src/sandbox/host/run.ts'
import type { ObservedRun } from './harness.ts'

/** A program on a live endpoint where no server listens. */
export function alone(client: string, more: Partial<RunRequest> = {}): RunRequest {
  return {
    program: { 'client.js': client },
    endpoint: { kind: 'live', url: 'ws://127.0.0.1:9/' },
    routed: true,
    until: null,
    inputs: [],
    ...more,
  }
}

export function eventsOf<T extends TraceEvent['type']>(
  run: ObservedRun,
  type: T,
): Extract<TraceEvent, { type: T }>[] {
  return run.events.filter(
    (event): event is Extract<TraceEvent, { type: T }> => event.type === type,
  )
}

export function printed(run: ObservedRun): unknown[][] {
  return eventsOf(run, 'consoleMessage').map((event) =>
    event.arguments.map((value) => ('text' in value ? value.text : value.kind)),
  )
}

export const echoServer = `import { WebSocketServer } from 'ws'
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    socket.send(data, { binary: isBinary })
  })
})`

/** A program against a server in the page. */
export function inPage(
  client: string,
  server = echoServer,
  more: Partial<RunRequest> = {},
): RunRequest {
  return {
    program: { 'client.js': client, 'server.js': server },
    endpoint: {
      kind: 'built-in',
      seed: 7,
      conditions: { latency: 20, jitter: 0, bandwidth: null },
    },
    routed: true,
    until: null,
    inputs: [],
    ...more,
  }
}

export const echoClient = `const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => {
  ws.send('hello')
}
ws.onmessage = (event) => {
  console.log(event.data, event.origin)
  ws.close()
}
ws.onclose = ({ code, wasClean }) => console.log(code, wasClean)`
