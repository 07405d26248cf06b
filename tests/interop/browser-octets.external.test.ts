/**
 * What Chromium and Firefox really send, octet by octet: a server of ours keeps it, and the engine
 * reads it, once without judging and once as a server that judges.
 */
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  acceptValue,
  CloseCode,
  decodeClosePayload,
  isControl,
  Opcode,
  type Frame,
  type HeaderField,
} from '../../src/core/protocol/index.ts'
import { browserNames, launch, type BrowserName } from './browsers.ts'
import { startRecordingServer, type Recording, type Respond } from './recording-server.ts'

/** Chromium sends a message as frames of at most this many octets, Firefox as one. */
const CHROMIUM_FRAME = 131_000

const LENGTHS = [0, 1, 125, 126, 127, 65_535, 65_536, 1_000_000]

/** The octets that the pages of these tests send: the same for the same length. */
const octets = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 0xff)

const respond: Respond = (connection, data) => {
  if (data === 'ping me') connection.sendPing(Uint8Array.of(1, 2, 3))
  else if (data === 'close me') connection.sendClose(4001, 'kicked')
  else if (data === 'stop') connection.sendText('stopped')
}

const isData = ({ opcode }: Frame) => !isControl(opcode)

for (const browserName of browserNames) describe(browserName, () => conversation(browserName))

function conversation(browserName: BrowserName): void {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launch[browserName]()
    page = await browser.newPage()
  })
  afterAll(() => browser?.close())

  /** Runs code in a page of the browser, whose one connection is recorded. */
  async function recorded(
    code: (given: { url: string; more: (number | string)[] }) => Promise<unknown>,
    more: (number | string)[] = [],
    options = {},
  ): Promise<{ recording: Recording; told: unknown; port: number }> {
    const server = await startRecordingServer(options, respond)
    try {
      const url = `ws://127.0.0.1:${server.port}/path?query=1`
      const [told, recording] = await Promise.all([
        page.evaluate(code, { url, more }),
        server.next(),
      ])
      return { recording, told, port: server.port }
    } finally {
      server.close()
    }
  }

  test('the opening handshake says what RFC 6455 §4.1 asks for', async () => {
    const { recording, told, port } = await recorded(
      async ({ url }) => {
        const socket = new WebSocket(url, ['chat', 'other'])
        await new Promise((resolve) => (socket.onopen = resolve))
        const { protocol, extensions } = socket
        socket.close()
        await new Promise((resolve) => (socket.onclose = resolve))
        return [protocol, extensions]
      },
      [],
      { protocols: ['other'] },
    )
    const { request, head, answer } = recording
    expect([request.method, request.target, request.version]).toEqual([
      'GET',
      '/path?query=1',
      'HTTP/1.1',
    ])
    expect(head.toString('latin1').endsWith('\r\n\r\n')).toBe(true)
    const value = (name: string) => valueOf(request.headers, name)
    expect(value('Host')).toBe(`127.0.0.1:${port}`)
    expect(value('Upgrade')?.toLowerCase()).toBe('websocket')
    expect(value('Connection')?.toLowerCase()).toContain('upgrade')
    expect(value('Sec-WebSocket-Version')).toBe('13')
    expect(value('Sec-WebSocket-Protocol')).toBe('chat, other')
    expect(value('Origin')).toBe('null')
    const offered = {
      Chromium: 'permessage-deflate; client_max_window_bits',
      Firefox: 'permessage-deflate',
    }
    expect(value('Sec-WebSocket-Extensions')).toBe(offered[browserName])
    const key = value('Sec-WebSocket-Key') ?? ''
    expect(Buffer.from(key, 'base64')).toHaveLength(16)
    expect(valueOf(answer.response.head.headers, 'Sec-WebSocket-Accept')).toBe(acceptValue(key))
    expect(told).toEqual(['other', ''])
  })

  test('messages are masked frames with the shortest lengths, and hold what was sent', async () => {
    const { recording } = await recorded(async ({ url, more: lengths }) => {
      const socket = new WebSocket(url)
      await new Promise((resolve) => (socket.onopen = resolve))
      for (const length of lengths.map(Number)) {
        socket.send('x'.repeat(length))
        socket.send(Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 0xff))
      }
      socket.send('é€😁')
      socket.send(new Blob(['blob']))
      socket.send('stop')
      await new Promise((resolve) => (socket.onmessage = resolve))
      socket.close(1000, 'done')
      await new Promise((resolve) => (socket.onclose = resolve))
    }, LENGTHS)
    const { frames, events, isWhole } = recording
    expect(isWhole).toBe(true)
    expect(events.filter(({ type }) => type === 'error')).toEqual([])

    const expected = [
      ...LENGTHS.flatMap((length) => ['x'.repeat(length), octets(length)]),
      'é€😁',
      new TextEncoder().encode('blob'),
      'stop',
    ]
    const messages = events.flatMap((event) => (event.type === 'message' ? [event.data] : []))
    expect(messages).toHaveLength(expected.length)
    for (const [index, data] of expected.entries()) {
      expect(same(messages[index], data), `message ${index}`).toBe(true)
    }

    const keys = frames.map(({ maskingKey }) => Buffer.from(maskingKey ?? []).toString('hex'))
    expect(frames.every(({ masked }) => masked)).toBe(true)
    expect(new Set(keys).size).toBeGreaterThan(frames.length * 0.9)
    for (const frame of frames) {
      expect([frame.rsv1, frame.rsv2, frame.rsv3]).toEqual([false, false, false])
      const { length } = frame.payload
      const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8
      expect(frame.header).toHaveLength(2 + extended + 4)
    }
    for (const parts of byMessage(frames)) {
      const [first] = parts
      const length = parts.reduce((sum, { payload }) => sum + payload.length, 0)
      expect([Opcode.Text, Opcode.Binary]).toContain(first?.opcode)
      if (browserName === 'Firefox') expect(parts).toHaveLength(1)
      else {
        // How many there are depends on what its processes have passed on by then.
        expect(parts.length).toBeGreaterThanOrEqual(Math.ceil(length / CHROMIUM_FRAME))
        expect(Math.max(...parts.map(({ payload }) => payload.length))).toBeLessThanOrEqual(
          CHROMIUM_FRAME,
        )
      }
    }
  })

  test('messages are compressed where the server agrees', async () => {
    const { recording, told } = await recorded(
      async ({ url }) => {
        const socket = new WebSocket(url)
        await new Promise((resolve) => (socket.onopen = resolve))
        for (const text of ['Hello', 'Hello', '', 'long '.repeat(100_000)]) socket.send(text)
        socket.send('stop')
        await new Promise((resolve) => (socket.onmessage = resolve))
        const { extensions } = socket
        socket.close()
        await new Promise((resolve) => (socket.onclose = resolve))
        return extensions
      },
      [],
      { permessageDeflate: {} },
    )
    expect(told).toContain('permessage-deflate')
    const { frames, events } = recording
    const messages = events.flatMap((event) => (event.type === 'message' ? [event.data] : []))
    expect(messages).toEqual(['Hello', 'Hello', '', 'long '.repeat(100_000), 'stop'])
    const [first, second, ...rest] = byMessage(frames)
    expect(first?.[0]?.rsv1).toBe(true)
    // The window is kept: what came before makes what comes after shorter (RFC 7692 §7.2.3.2).
    expect(second?.[0]?.payload.length).toBeLessThan(first?.[0]?.payload.length ?? 0)
    const long = rest.at(1) ?? []
    expect(long.reduce((sum, { payload }) => sum + payload.length, 0)).toBeLessThan(20_000)
    // Only the first frame of a message says so (RFC 7692 §6.1).
    expect(long.slice(1).some(({ rsv1 }) => rsv1)).toBe(false)
  })

  test('a ping is answered by a pong with its payload', async () => {
    const { recording } = await recorded(async ({ url }) => {
      const socket = new WebSocket(url)
      await new Promise((resolve) => (socket.onopen = resolve))
      socket.send('ping me')
      socket.send('stop')
      await new Promise((resolve) => (socket.onmessage = resolve))
      socket.close()
      await new Promise((resolve) => (socket.onclose = resolve))
    })
    const pongs = recording.frames.filter(({ opcode }) => opcode === Opcode.Pong)
    expect(pongs.map(({ payload, masked }) => [[...payload], masked])).toEqual([[[1, 2, 3], true]])
    expect(recording.events).toContainEqual({ type: 'pong', data: Uint8Array.of(1, 2, 3) })
  })

  test.each([
    [[], null, 1005, ''],
    [[1000], CloseCode.NormalClosure, 1000, ''],
    [[3000, 'é'], 3000, 3000, 'é'],
    [[4999, 'x'.repeat(123)], 4999, 4999, 'x'.repeat(123)],
  ] as const)('close(%j) sends one Close frame', async (values, code, seen, reason) => {
    const { recording, told } = await recorded(
      async ({ url, more }) => {
        const socket = new WebSocket(url)
        await new Promise((resolve) => (socket.onopen = resolve))
        const [code, reason] = more
        if (more.length === 0) socket.close()
        else socket.close(Number(code), reason === undefined ? reason : String(reason))
        const event = await new Promise<CloseEvent>((resolve) => {
          socket.onclose = (event) => resolve(event)
        })
        return [event.code, event.reason, event.wasClean]
      },
      [...values],
    )
    const { frames, events } = recording
    expect(frames).toHaveLength(1)
    const [frame] = frames
    expect(frame).toMatchObject({ fin: true, opcode: Opcode.Close, masked: true })
    const payload = frame?.payload ?? new Uint8Array()
    if (code === null) expect(payload).toHaveLength(0)
    else expect(decodeClosePayload(payload)).toMatchObject({ code, reason })
    expect(events).toEqual([{ type: 'close', code: seen, reason }])
    // The engine answers with the code alone.
    expect(told).toEqual([seen, '', true])
  })

  test('a Close frame of the server is answered by one with its code and reason', async () => {
    const { recording, told } = await recorded(async ({ url }) => {
      const socket = new WebSocket(url)
      await new Promise((resolve) => (socket.onopen = resolve))
      socket.send('close me')
      const event = await new Promise<CloseEvent>((resolve) => {
        socket.onclose = (event) => resolve(event)
      })
      return [event.code, event.reason, event.wasClean]
    })
    const [answer, ...others] = recording.frames.filter((frame) => !isData(frame))
    expect(others).toEqual([])
    expect(decodeClosePayload(answer?.payload ?? new Uint8Array())).toMatchObject({
      code: 4001,
      reason: 'kicked',
    })
    expect(told).toEqual([4001, 'kicked', true])
  })
}

/** The data frames of each message, control frames left out. */
function byMessage(frames: readonly Frame[]): Frame[][] {
  const messages: Frame[][] = []
  for (const frame of frames.filter(isData)) {
    if (frame.opcode === Opcode.Continuation) messages.at(-1)?.push(frame)
    else messages.push([frame])
  }
  return messages
}

function valueOf(headers: readonly HeaderField[], name: string): string | undefined {
  return headers.find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1]
}

/** `toEqual` takes seconds for a million octets. */
function same(data: string | Uint8Array | undefined, expected: string | Uint8Array): boolean {
  if (typeof data === 'string' || typeof expected === 'string') return data === expected
  return data !== undefined && Buffer.compare(data, expected) === 0
}
