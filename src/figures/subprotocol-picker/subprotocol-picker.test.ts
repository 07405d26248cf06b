import { describe, expect, it } from 'vitest'
import { acceptValue } from '../../core/protocol/index.ts'
import { createNetwork, type NodeModules } from '../../in-page-network/index.ts'
import {
  ANSWERS,
  answerTo,
  MAX_OFFERED,
  movedBy,
  NAMES,
  negotiate,
  type Answer,
} from './subprotocol-picker.ts'

/** What the server uses of `node:http`. */
interface ServerModules {
  readonly http: {
    createServer(): {
      on(event: 'upgrade', listener: (request: Request, socket: Stream) => void): void
      listen(port: number): void
    }
  }
}
interface Request {
  readonly headers: { readonly 'sec-websocket-key': string }
}
interface Stream {
  write(text: string): void
}

/** What the program is told by a socket of the in-page network. */
async function run(offer: readonly string[], answer: Answer): Promise<readonly string[]> {
  const network = createNetwork({
    clock: 'virtual',
    servers: {
      'chat.example:80': (modules: NodeModules) => {
        // The network has it, with the part of its interface that is declared above.
        const { http } = modules as unknown as ServerModules
        const server = http.createServer()
        server.on('upgrade', ({ headers }, socket) => {
          const chosen = answerTo(answer, offer)
          const lines = [
            'HTTP/1.1 101 Switching Protocols',
            'Upgrade: websocket',
            'Connection: Upgrade',
            `Sec-WebSocket-Accept: ${acceptValue(headers['sec-websocket-key'])}`,
            ...(chosen === '' ? [] : [`Sec-WebSocket-Protocol: ${chosen}`]),
          ]
          socket.write(`${lines.join('\r\n')}\r\n\r\n`)
        })
        server.listen(80)
      },
    },
  })
  await network.ready
  const told: string[] = []
  try {
    const ws = new network.WebSocket('ws://chat.example/', [...offer])
    ws.onopen = () => told.push(`open ${ws.protocol}`)
    ws.onclose = ({ code }: { readonly code: number }) => told.push(`close ${String(code)}`)
  } catch (error) {
    told.push(error instanceof Error ? error.message : String(error))
  }
  await network.clock.runUntil(1000)
  network.stop()
  return told
}

const OFFERS: readonly (readonly string[])[] = [
  [],
  ...NAMES.map((name) => [name]),
  ['v1.chat', 'v2.chat'],
  ['v2.chat', 'v1.chat'],
  ['v9.chat', 'v1.chat'],
  ['v2.chat', 'v2.chat'],
  ['v3.chat', 'V2.chat'],
]
const cases = OFFERS.flatMap((offer) => ANSWERS.map((answer) => ({ offer, answer })))

describe.each(cases)('$offer, answered with $answer', ({ offer, answer }) => {
  it('ends as it does on the in-page network, which is like Chromium', async () => {
    const negotiation = negotiate(offer, answer)
    const told = await run(offer, answer)
    if (negotiation.kind === 'throws') expect(told).toEqual([negotiation.message])
    else if (negotiation.chromium.kind === 'fails') expect(told).toEqual(['close 1006'])
    else expect(told).toEqual([`open ${negotiation.chromium.protocol}`])
  })
})

it('has the server choose by its own order, or by the page’s', () => {
  expect(negotiate(['v1.chat', 'v2.chat'], 'own')).toMatchObject({ response: 'v2.chat' })
  expect(negotiate(['v1.chat', 'v2.chat'], 'offered')).toMatchObject({ response: 'v1.chat' })
  expect(negotiate(['v9.chat'], 'own')).toMatchObject({ response: null })
})

// Measured with a server that wrote these headers: Chromium 156, Firefox 153.
it.each<[readonly string[], Answer, 'opens' | 'fails', 'opens' | 'fails']>([
  [['v2.chat', 'v1.chat'], 'own', 'opens', 'opens'],
  [['v2.chat', 'v1.chat'], 'none', 'fails', 'opens'],
  [['v2.chat'], 'other', 'fails', 'fails'],
  [['v2.chat'], 'case', 'fails', 'fails'],
  [['v2.chat', 'v1.chat'], 'two', 'fails', 'fails'],
  [[], 'other', 'fails', 'opens'],
  [[], 'none', 'opens', 'opens'],
])('%j, answered with %s: Chromium %s, Firefox %s', (offer, answer, chromium, firefox) => {
  expect(negotiate(offer, answer)).toMatchObject({
    chromium: { kind: chromium },
    firefox: { kind: firefox },
  })
})

it('moves a name by one place, and not over an end', () => {
  expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(movedBy(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

it('has room for each name that it lends', () => {
  expect(NAMES.length).toBeLessThanOrEqual(MAX_OFFERED)
})
