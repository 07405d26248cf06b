import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../in-page-network/index.ts'
import { endingOf, octetsOf, type Ender, type Moment } from './ending.ts'

/** What this test uses of `ws`. */
interface ServerModules {
  readonly ws: {
    readonly WebSocketServer: new (options: { port: number }) => {
      on(
        event: 'connection',
        listener: (socket: Socket, request: { socket: { write(data: Uint8Array): void } }) => void,
      ): void
    }
  }
}
interface Socket {
  close(code?: number, reason?: string): void
  terminate(): void
  on(event: 'close', listener: (code: number, reason: Uint8Array) => void): void
}

interface Seen {
  readonly sizes: readonly string[]
  readonly page: readonly unknown[]
  readonly server: readonly string[]
  readonly thrown: string
}

/** The same end on the in-page network, with the real server of `ws`. */
async function run(ender: Ender, code: number | undefined, reason: string): Promise<Seen> {
  const page: unknown[] = []
  const server: string[] = []
  let thrown = ''
  const network = createNetwork({
    clock: 'virtual',
    baseUrl: 'http://a.example/',
    servers: {
      'a.example:80': (modules) => {
        // A module of Node has more than this test uses.
        const { WebSocketServer } = (modules as unknown as ServerModules).ws
        new WebSocketServer({ port: 80 }).on('connection', (socket, request) => {
          socket.on('close', (told, why) => {
            server.push(`${String(told)} ${Buffer.from(why).toString()}`)
          })
          network.serverGlobals.setTimeout(() => {
            if (ender === 'network') socket.terminate()
            if (ender === 'violation') request.socket.write(Uint8Array.of(0x83, 0))
            if (ender !== 'server') return
            try {
              if (code === undefined) socket.close()
              else socket.close(code, reason)
            } catch (error) {
              server.push(String(error))
            }
          }, 100)
        })
      },
    },
  })
  const ws = new network.WebSocket('ws://a.example/')
  ws.onerror = () => page.push('error')
  ws.onclose = (event) => page.push([event.code, event.reason, event.wasClean])
  ws.onopen = () => {
    if (ender !== 'page') return
    try {
      if (code === undefined) ws.close()
      else ws.close(code, reason)
    } catch (error) {
      thrown = error instanceof DOMException ? `${error.name}: ${error.message}` : ''
    }
  }
  await network.clock.runUntil(5000)
  network.stop()
  const sizes = network.trace.flatMap((event) =>
    event.type === 'frameSent'
      ? [`${event.side} ${String(event.frame.header.length + event.frame.payload.length)}`]
      : [],
  )
  return { sizes, page, server, thrown }
}

/** What the figure says of it, in the same form. */
function drawn(moments: readonly Moment[]): Seen {
  const thrownBy = (side: string) =>
    moments.flatMap((each) =>
      each.kind === 'call' && each.side === side && each.thrown !== '' ? [each.thrown] : [],
    )
  return {
    sizes: moments.flatMap((each) =>
      each.kind === 'frame' ? [`${each.from} ${String(each.size)}`] : [],
    ),
    page: moments.flatMap((each): readonly unknown[] => {
      if (each.kind === 'error') return ['error']
      if (each.kind !== 'close' || each.side === 'server') return []
      return [[each.code, each.reason, each.wasClean]]
    }),
    server: [
      ...thrownBy('server'),
      ...moments.flatMap((each) =>
        each.kind === 'close' && each.side === 'server'
          ? [`${String(each.code)} ${each.reason}`]
          : [],
      ),
    ],
    thrown: thrownBy('client').join(),
  }
}

const CALLS: readonly (readonly [number | undefined, string])[] = [
  [undefined, ''],
  [1000, ''],
  [1000, 'work done'],
  [4001, '会话过期'],
  [4999, '汉'.repeat(41)],
  [1000, '汉'.repeat(42)],
  [1001, 'leaving'],
  [1006, ''],
  [2000, ''],
  [5000, ''],
]

describe.each(CALLS)('close(%s, %j)', (code, reason) => {
  it.each(['page', 'server'] as const)('ends as in a run, called by the %s', async (ender) => {
    expect(drawn(endingOf(ender, code, reason))).toEqual(await run(ender, code, reason))
  })
})

it.each(['network', 'violation'] as const)('an end by %s is as in a run', async (ender) => {
  expect(drawn(endingOf(ender, undefined, ''))).toEqual(await run(ender, undefined, ''))
})

it('shows every octet of a frame once, the payload masked in a frame of the page', () => {
  const [, frame] = endingOf('page', 1000, 'bye')
  if (frame?.kind !== 'frame') throw new Error('the second moment is no frame')
  const hex = frame.parts.map(({ name, octets }) => [name, Buffer.from(octets).toString('hex')])
  expect(hex).toEqual([
    ['head', '8885'],
    ['key', '37fa213d'],
    ['code', '3412'],
    ['reason', '434452'],
  ])
})

it('counts octets of UTF-8', () => {
  expect([octetsOf('bye'), octetsOf('汉'.repeat(42)), octetsOf('')]).toEqual([3, 126, 0])
})

it('writes a call as a program would', () => {
  expect(endingOf('server', 4001, "it's over")[0]).toMatchObject({
    text: "socket.close(4001, 'it\\'s over')",
  })
  expect(endingOf('page', undefined, 'not said')[0]).toMatchObject({ text: 'ws.close()' })
})
