// Long because it follows the standard's section 3.1 member by member: constructor, `send`, `close`,
// events, messages, failure. Each part is a `describe` that uses the two functions below.
import { describe, expect, it } from 'vitest'
import type { VirtualNetwork } from '../network.ts'
import { ofType, quickLink, runProgram, scenario, startNetwork } from '../testing/run-program.ts'

const echo = scenario('echo')

/** What a call throws, as `name: message`. */
function thrownBy(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`
  }
  return 'nothing'
}

/** A socket that is open. */
async function openSocket(
  network: VirtualNetwork,
  url = 'ws://localhost:8080',
): Promise<WebSocket> {
  const ws = new network.WebSocket(url)
  await network.clock.runUntil(network.clock.now() + 200)
  expect(ws.readyState).toBe(ws.OPEN)
  return ws
}

describe('a Ping frame from outside', () => {
  it('is sent on an open socket and answered, and on no other', async () => {
    const network = await startNetwork(echo)
    const early = new network.WebSocket('ws://localhost:8080')
    expect(network.sockets.all).toEqual([early])
    expect(network.sockets.ping(early, Uint8Array.of(7))).toBe(false)
    const ws = await openSocket(network)
    expect(network.sockets.ping(ws, Uint8Array.of(7))).toBe(true)
    await network.clock.runUntil(network.clock.now() + 200)
    const received = ofType(network.trace, 'frameReceived').filter(({ side }) => side === 'client')
    expect(received.at(-1)?.frame).toMatchObject({ opcode: 10, payload: Uint8Array.of(7) })
    ws.close()
    expect(network.sockets.ping(ws, Uint8Array.of(7))).toBe(false)
    expect(network.sockets.ping({}, Uint8Array.of(7))).toBe(false)
  })
})

describe('new WebSocket', () => {
  it('reads URLs as the standard says', async () => {
    const pageAt = async (baseUrl: string) => {
      const { WebSocket } = await startNetwork(echo, { baseUrl })
      return (url: string | URL) => new WebSocket(url).url
    }
    const urlOf = await pageAt('http://site.example/lesson/1')
    const urlOfSecure = await pageAt('https://site.example/lesson/1')
    expect(urlOf('ws://example.com:80/a?b')).toBe('ws://example.com/a?b')
    expect(urlOf('http://example.com:8080')).toBe('ws://example.com:8080/')
    expect(urlOf('https://example.com')).toBe('wss://example.com/')
    expect(urlOf('xx')).toBe('ws://site.example/lesson/xx')
    expect(urlOfSecure('xx')).toBe('wss://site.example/lesson/xx')
    expect(urlOfSecure('//other.example/y')).toBe('wss://other.example/y')
    expect(urlOf(new URL('wss://u.example/'))).toBe('wss://u.example/')
  })

  it('refuses what is no URL, another scheme and a fragment', async () => {
    const { WebSocket, trace } = await startNetwork(echo)
    const thrown = (url: string) => thrownBy(() => new WebSocket(url))
    expect(thrown('ws://[')).toBe(
      "SyntaxError: Failed to construct 'WebSocket': The URL 'ws://[' is invalid.",
    )
    expect(thrown('ftp://example.com')).toBe(
      "SyntaxError: Failed to construct 'WebSocket': The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. 'ftp' is not allowed.",
    )
    expect(thrown('ws://example.com/#top')).toBe(
      "SyntaxError: Failed to construct 'WebSocket': The URL contains a fragment identifier ('top'). Fragment identifiers are not allowed in WebSocket URLs.",
    )
    expect(thrown('ws://example.com/#')).toContain("fragment identifier ('')")
    expect(thrownBy(() => Reflect.construct(WebSocket, []))).toBe(
      "TypeError: Failed to construct 'WebSocket': 1 argument required, but only 0 present.",
    )
    expect(ofType(trace, 'apiCall').map(({ exception }) => exception?.name)).toEqual([
      'SyntaxError',
      'SyntaxError',
      'SyntaxError',
      'SyntaxError',
      'TypeError',
    ])
    expect(ofType(trace, 'created')).toEqual([])
  })

  it('checks subprotocols', async () => {
    const { WebSocket } = await startNetwork(echo)
    const thrown = (protocols: string | string[]) =>
      thrownBy(() => new WebSocket('ws://localhost', protocols))
    expect(thrown('a b')).toContain(
      "SyntaxError: Failed to construct 'WebSocket': The subprotocol 'a b' is invalid.",
    )
    expect(thrown('')).toContain("The subprotocol '' is invalid.")
    expect(thrown(['a', 'b', 'a'])).toContain("The subprotocol 'a' is duplicated.")
    expect(thrown([])).toBe('nothing')
    expect(thrown(['chat.v1', 'chat.v2'])).toBe('nothing')
  })

  it('looks like the interface of a browser', async () => {
    const { WebSocket } = await startNetwork(echo)
    const ws = new WebSocket('ws://localhost')
    expect([WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED]).toEqual([
      0, 1, 2, 3,
    ])
    expect([ws.CONNECTING, ws.CLOSED, WebSocket.length, WebSocket.name]).toEqual([
      0,
      3,
      1,
      'WebSocket',
    ])
    expect(Object.prototype.toString.call(ws)).toBe('[object WebSocket]')
    expect(String(WebSocket)).toBe('function WebSocket() { [native code] }')
    expect(Object.hasOwn(WebSocket, 'toString')).toBe(false)
    expect(String(class Own extends WebSocket {})).not.toContain('native code')
    expect([ws.send.length, ws.close.length]).toEqual([1, 0])
    expect(ws instanceof EventTarget).toBe(true)
    const members = new Set<string>()
    for (const name in ws) members.add(name)
    expect([...members].sort()).toEqual(
      [
        ...['CLOSED', 'CLOSING', 'CONNECTING', 'OPEN', 'addEventListener', 'binaryType'],
        ...['bufferedAmount', 'close', 'dispatchEvent', 'extensions', 'onclose', 'onerror'],
        ...['onmessage', 'onopen', 'protocol', 'readyState', 'removeEventListener', 'send', 'url'],
      ].sort(),
    )
    expect(Object.getPrototypeOf(WebSocket)).toBe(EventTarget)
    expect(ws.constructor).toBe(WebSocket)
    expect(thrownBy(() => WebSocket.prototype.url)).toBe('TypeError: Illegal invocation')
    expect(thrownBy(() => Reflect.apply(WebSocket, undefined, ['ws://localhost']))).toContain(
      "TypeError: Failed to construct 'WebSocket': Please use the 'new' operator",
    )
    class Child extends WebSocket {}
    expect(new Child('ws://localhost')).toBeInstanceOf(Child)
    expect(() => {
      Object.assign(ws, { readyState: 1 })
    }).toThrow(TypeError)
  })
})

describe('send', () => {
  it('throws while the socket is connecting', async () => {
    const { WebSocket } = await startNetwork(echo)
    const ws = new WebSocket('ws://localhost')
    expect(thrownBy(() => ws.send('early'))).toBe(
      "InvalidStateError: Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.",
    )
    expect(ws.bufferedAmount).toBe(0)
  })

  it('counts UTF-8 octets in bufferedAmount until they have left', async () => {
    const network = await startNetwork(echo, { conditions: { ...quickLink, bandwidth: 1_000 } })
    const ws = new network.WebSocket('ws://localhost')
    await network.clock.runUntil(2_000)
    ws.send('汉字')
    ws.send(new Uint8Array(100))
    ws.send(new Blob(['abc']))
    expect(ws.bufferedAmount).toBe(6 + 100 + 3)
    await network.clock.runUntil(4_000)
    expect(ws.bufferedAmount).toBe(0)
  })

  it('discards messages after close() and keeps counting them', async () => {
    const network = await startNetwork(echo)
    const ws = await openSocket(network)
    ws.close()
    ws.send('12345')
    await network.clock.runUntil(Infinity)
    ws.send('678')
    expect([ws.readyState, ws.bufferedAmount]).toEqual([3, 8])
    expect(ofType(network.trace, 'messageSent')).toEqual([])
  })

  it('keeps the order of Blobs, strings and octets, and closes behind them', async () => {
    const network = await startNetwork(echo)
    const ws = await openSocket(network)
    ws.binaryType = 'arraybuffer'
    ws.send(new Blob(['blob']))
    const octets = Uint8Array.of(1, 2)
    ws.send(octets)
    octets.fill(9)
    ws.send('text')
    ws.close(1000)
    await network.clock.runUntil(Infinity)
    const frames = ofType(network.trace, 'frameSent').filter(({ side }) => side === 'client')
    expect(frames.map(({ frame }) => frame.opcode)).toEqual([2, 2, 1, 8])
    expect(frames[1]?.frame.payload).toEqual(Uint8Array.of(1, 2))
  })

  it('turns anything else into a string', async () => {
    const network = await startNetwork(echo)
    const ws = await openSocket(network)
    Reflect.apply(ws.send, ws, [{ a: 1 }])
    Reflect.apply(ws.send, ws, [null])
    ws.send('\ud800!')
    expect(ofType(network.trace, 'messageSent').map(({ data }) => data)).toEqual(
      ['[object Object]', 'null', '\ufffd!'].map((text) => ({ kind: 'text', text })),
    )
    expect(thrownBy(() => Reflect.apply(ws.send, ws, [Symbol('x')]))).toContain('TypeError')
  })
})

describe('close', () => {
  it('accepts 1000, 3000 to 4999, and 123 octets of reason', async () => {
    const { WebSocket } = await startNetwork(echo)
    const ws = new WebSocket('ws://localhost')
    for (const code of [0, 999, 1001, 1005, 2999, 5000, NaN]) {
      expect(thrownBy(() => ws.close(code))).toContain('InvalidAccessError')
    }
    expect(thrownBy(() => ws.close(1001))).toBe(
      "InvalidAccessError: Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. 1001 is neither.",
    )
    expect(thrownBy(() => ws.close(1000, '汉'.repeat(42)))).toBe(
      "SyntaxError: Failed to execute 'close' on 'WebSocket': The close reason must not be greater than 123 UTF-8 bytes.",
    )
    expect(ws.readyState).toBe(0)
    ws.close(1000, '汉'.repeat(41))
    expect(ws.readyState).toBe(2)
  })

  it('sends no code without arguments, and 1000 with only a reason', async () => {
    const closedBy = async (...args: [code?: number | undefined, reason?: string]) => {
      const network = await startNetwork(echo)
      const ws = await openSocket(network)
      ws.close(...args)
      await network.clock.runUntil(Infinity)
      return ofType(network.trace, 'closed').map(({ code, reason }) => [code, reason])[0]
    }
    expect(await closedBy()).toEqual([1005, ''])
    expect(await closedBy(undefined, 'bye')).toEqual([1000, 'bye'])
    expect(await closedBy(3000.5)).toEqual([3000, ''])
  })

  it('fails a connection that is not established yet', async () => {
    const network = await startNetwork(echo)
    const ws = new network.WebSocket('ws://localhost')
    const fired: string[] = []
    for (const type of ['open', 'error', 'close']) ws.addEventListener(type, () => fired.push(type))
    ws.close()
    expect([ws.readyState, fired]).toEqual([2, []])
    await network.clock.runUntil(Infinity)
    expect([ws.readyState, fired]).toEqual([3, ['error', 'close']])
  })

  it('drops messages that arrive after it was called', async () => {
    const network = await startNetwork(echo)
    const ws = await openSocket(network)
    let messages = 0
    ws.onmessage = () => (messages += 1)
    ws.send('one')
    ws.close()
    await network.clock.runUntil(Infinity)
    expect(messages).toBe(0)
    expect(ofType(network.trace, 'messageReceived').map(({ side }) => side)).toEqual([
      'server',
      'client',
    ])
  })
})

describe('events', () => {
  it('run the microtasks of one listener before the next', async () => {
    const network = await startNetwork(echo)
    const ws = new network.WebSocket('ws://localhost')
    const order: string[] = []
    ws.addEventListener('open', async () => {
      order.push('first')
      await null
      await null
      order.push('microtask of the first')
    })
    ws.addEventListener('open', () => order.push('second'))
    await network.clock.runUntil(Infinity)
    expect(order).toEqual(['first', 'microtask of the first', 'second'])
  })

  it('have their target and phase as in a native dispatch', async () => {
    const network = await startNetwork(echo)
    const ws = new network.WebSocket('ws://localhost')
    const seen: unknown[] = []
    let kept: Event | undefined
    ws.onopen = async (event) => {
      kept = event
      seen.push(event.target === ws, event.currentTarget === ws, event.eventPhase)
      seen.push(event.composedPath()[0] === ws, event.timeStamp)
      await null
      seen.push(event.currentTarget === ws)
    }
    await network.clock.runUntil(Infinity)
    expect(seen).toEqual([true, true, 2, true, 80, true])
    expect([kept?.target === ws, kept?.currentTarget, kept?.eventPhase]).toEqual([true, null, 0])
  })

  it('stop at stopImmediatePropagation, obey once, signal and removal', async () => {
    const network = await startNetwork(echo)
    const ws = await openSocket(network)
    const calls: string[] = []
    const abort = new AbortController()
    ws.addEventListener('message', () => calls.push('once'), { once: true })
    ws.addEventListener('message', () => calls.push('signal'), { signal: abort.signal })
    const removed = () => calls.push('removed')
    ws.addEventListener('message', removed)
    ws.addEventListener('message', { handleEvent: () => calls.push('object') })
    ws.addEventListener('message', (event) => {
      ws.removeEventListener('message', removed)
      abort.abort()
      if (calls.length > 4) event.stopImmediatePropagation()
    })
    ws.addEventListener('message', () => calls.push('last'))
    ws.send('1')
    await network.clock.runUntil(network.clock.now() + 100)
    expect(calls).toEqual(['once', 'signal', 'removed', 'object', 'last'])
    calls.length = 4
    ws.send('2')
    await network.clock.runUntil(network.clock.now() + 100)
    expect(calls.slice(4)).toEqual(['object'])
  })

  it('keep the place of a handler that is replaced, and lose it with null', async () => {
    const network = await startNetwork(echo)
    const ws = await openSocket(network)
    const calls: string[] = []
    ws.onmessage = () => calls.push('a handler')
    ws.addEventListener('message', () => calls.push('a listener'))
    ws.onmessage = () => calls.push('another handler')
    ws.send('1')
    await network.clock.runUntil(network.clock.now() + 100)
    ws.onmessage = null
    expect(ws.onmessage).toBeNull()
    ws.onmessage = () => calls.push('the last handler')
    ws.send('2')
    await network.clock.runUntil(network.clock.now() + 100)
    expect(calls).toEqual(['another handler', 'a listener', 'a listener', 'the last handler'])
  })

  it('go on after a listener that throws', async () => {
    const uncaught: unknown[] = []
    const observer = {
      locate: () => undefined,
      dispatching: () => undefined,
      dispatched: () => undefined,
      uncaught: (error: unknown, side: string) => uncaught.push([side, String(error)]),
    }
    let second = false
    await runProgram(
      echo,
      ({ WebSocket }) => {
        const ws = new WebSocket('ws://localhost')
        ws.addEventListener('open', () => {
          throw new Error('oops')
        })
        ws.addEventListener('open', () => {
          second = true
          ws.close()
        })
      },
      { observer },
    )
    expect([second, uncaught]).toEqual([true, [['client', 'Error: oops']]])
  })

  it('that a program dispatches itself are synchronous', async () => {
    const network = await startNetwork(echo)
    const ws = new network.WebSocket('ws://localhost')
    const calls: unknown[] = []
    ws.onopen = (event) => calls.push(event.target === ws)
    expect(ws.dispatchEvent(new Event('open'))).toBe(true)
    expect(calls).toEqual([true])
  })
})

describe('messages', () => {
  it('come as Blob or ArrayBuffer, by binaryType when they are dispatched', async () => {
    const network = await startNetwork(echo)
    const ws = await openSocket(network)
    const data: unknown[] = []
    ws.onmessage = (event) => data.push(event.data)
    expect(ws.binaryType).toBe('blob')
    ws.send(Uint8Array.of(7))
    await network.clock.runUntil(network.clock.now() + 100)
    Object.assign(ws, { binaryType: 'nonsense' })
    expect(ws.binaryType).toBe('blob')
    ws.send(Uint8Array.of(7))
    ws.binaryType = 'arraybuffer'
    await network.clock.runUntil(network.clock.now() + 100)
    expect(data[0]).toBeInstanceOf(Blob)
    expect(data[1]).toEqual(Uint8Array.of(7).buffer)
  })

  it('carry the origin of the URL in the code, routed or not', async () => {
    let origin: string | undefined
    await runProgram(echo, ({ WebSocket }) => {
      const ws = new WebSocket('wss://echo.example:444/x')
      ws.onopen = () => ws.send('hi')
      ws.onmessage = (event) => {
        origin = event.origin
        ws.close()
      }
    })
    expect(origin).toBe('wss://echo.example:444')
  })

  it('are compressed where the server agrees', async () => {
    const server = echo.replace('port: 8080', 'port: 8080, perMessageDeflate: { threshold: 0 }')
    const received: unknown[] = []
    let extensions = ''
    const trace = await runProgram(server, ({ WebSocket }) => {
      const ws = new WebSocket('ws://localhost')
      ws.onopen = () => {
        extensions = ws.extensions
        for (let index = 0; index < 3; index += 1) ws.send('compress me '.repeat(100))
      }
      ws.onmessage = ({ data }) => {
        received.push(data)
        if (received.length === 3) ws.close()
      }
    })
    expect(extensions).toContain('permessage-deflate')
    expect(received).toEqual(new Array(3).fill('compress me '.repeat(100)))
    const sent = ofType(trace, 'messageSent').filter(({ side }) => side === 'server')
    expect(sent.map(({ byteLength }) => byteLength)).toEqual([1200, 1200, 1200])
    const frames = ofType(trace, 'frameReceived').filter(({ frame }) => frame.opcode === 1)
    expect(frames.length).toBe(6)
    for (const { frame } of frames)
      expect([frame.rsv1, frame.payload.length < 60]).toEqual([true, true])
  })
})

describe('the answer to the opening handshake', () => {
  it('comes before the messages behind it, though one read has both', async () => {
    const server = `
      import { WebSocketServer } from 'ws'
      new WebSocketServer({ port: 8080 }).on('connection', (socket) => socket.send('welcome'))
    `
    const trace = await runProgram(server, ({ WebSocket }) => new WebSocket('ws://localhost'))
    const types = trace.filter(({ side }) => side === 'client').map(({ type }) => type)
    expect(types.slice(types.indexOf('bytesReceived'), -2)).toEqual([
      'bytesReceived',
      'handshakeResponseReceived',
      'frameReceived',
      'messageReceived',
      'readyStateChanged',
    ])
    expect(ofType(trace, 'handshakeResponseSent')).toMatchObject([
      { side: 'server', status: 101, statusText: 'Switching Protocols' },
    ])
  })
})

describe('a connection that cannot be established', () => {
  it('fires error, then close with 1006, whatever the reason', async () => {
    const fired: unknown[] = []
    const trace = await runProgram(
      echo,
      ({ WebSocket }) => {
        const ws = new WebSocket('ws://nowhere.example:1')
        ws.onerror = () => fired.push(['error', ws.readyState])
        ws.onclose = ({ code, wasClean }) => fired.push(['close', code, wasClean])
      },
      { routed: false },
    )
    expect(fired).toEqual([
      ['error', 3],
      ['close', 1006, false],
    ])
    expect(ofType(trace, 'frameError')[0]?.message).toBe('Nobody listens at nowhere.example:1')
  })

  it('because the server answers another status', async () => {
    const server = `
      import { createServer } from 'node:http'
      createServer((request, response) => {
        response.writeHead(401, { 'X-Why': 'because' })
        response.end('no')
      }).listen(8080)
    `
    const trace = await runProgram(server, ({ WebSocket }) => new WebSocket('ws://localhost/x'))
    const [sent, received] = [
      ofType(trace, 'handshakeResponseSent')[0],
      ofType(trace, 'handshakeResponseReceived')[0],
    ]
    expect(received).toMatchObject({ status: 401, statusText: 'Unauthorized' })
    expect(sent).toMatchObject({ side: 'server', status: 401, headers: received?.headers })
    const leaving = ofType(trace, 'bytesSent').find(({ side }) => side === 'server')
    expect(leaving?.cause).toBe(sent?.seq)
    expect(ofType(trace, 'eventFired').map(({ eventType }) => eventType)).toEqual([
      'error',
      'close',
    ])
  })

  it('because the server chooses none of the subprotocols', async () => {
    const server = echo.replace('port: 8080', 'port: 8080, handleProtocols: () => false')
    const trace = await runProgram(server, ({ WebSocket }) => new WebSocket('ws://localhost', 'v1'))
    expect(ofType(trace, 'eventFired').map(({ eventType }) => eventType)).toEqual([
      'error',
      'close',
    ])
  })

  it('or can, with the subprotocol that the server chooses', async () => {
    const network = await startNetwork(echo)
    const ws = new network.WebSocket('ws://localhost', ['v2.chat', 'v1.chat'])
    await network.clock.runUntil(200)
    expect(ws.protocol).toBe('v2.chat')
  })
})

describe('what the program does with its socket', () => {
  it('is recorded where it reads a property, once for each value', async () => {
    const trace = await runProgram(echo, ({ WebSocket }) => {
      const ws = new WebSocket('ws://localhost/x', 'v1.chat')
      const look = () => [ws.readyState, ws.bufferedAmount, ws.protocol, ws.binaryType, ws.url]
      look()
      ws.onopen = () => {
        ws.send('12345')
        look()
        ws.close()
      }
    })
    const read = ofType(trace, 'propertyRead')
    expect(read.map(({ property, value }) => [property, value])).toEqual([
      ['readyState', 0],
      ['bufferedAmount', 0],
      ['protocol', ''],
      ['binaryType', 'blob'],
      ['url', 'ws://localhost/x'],
      ['readyState', 1],
      ['bufferedAmount', 5],
      ['protocol', 'v1.chat'],
    ])
    const opened = trace.find((event) => event.type === 'eventFired' && event.eventType === 'open')
    expect(read.map(({ cause }) => cause)).toEqual(
      read.map((_event, index) => (index < 5 ? undefined : opened?.seq)),
    )
  })

  it('is recorded where it sets a handler under a name that the browser does not know', async () => {
    const trace = await runProgram(echo, ({ WebSocket }) => {
      const ws = Object.assign(new WebSocket('ws://localhost'), { onOpen: () => undefined })
      ws.onclose = () => undefined
      Object.assign(ws, { onClose: () => undefined })
      ws.close()
    })
    const fired = ofType(trace, 'eventFired').map(({ eventType, listeners, misnamed }) => [
      eventType,
      listeners,
      misnamed,
    ])
    expect(fired).toEqual([
      ['error', 0, undefined],
      ['close', 1, undefined],
    ])
    const opening = await runProgram(echo, ({ WebSocket }) =>
      Object.assign(new WebSocket('ws://localhost'), { onOpen: () => undefined }),
    )
    expect(ofType(opening, 'eventFired')).toMatchObject([
      { eventType: 'open', listeners: 0, misnamed: 'onOpen' },
    ])
  })
})

describe('what the browser prints by itself', () => {
  const here = { file: 'client.js', line: 3, column: 1 }
  const observer = { locate: () => here, dispatching: () => {}, dispatched: () => {} }

  it('is a line for each send() that comes too late, at its call', async () => {
    const { WebSocket, clock, trace } = await startNetwork(echo, { observer })
    const ws = new WebSocket('ws://localhost:8080')
    await clock.runUntil(100)
    ws.close()
    ws.send('closing')
    await clock.runUntil(1000)
    ws.send('closed')
    const calls = ofType(trace, 'apiCall').filter(({ method }) => method === 'send')
    const lines = ofType(trace, 'logEntryAdded')
    expect(lines.map(({ cause, source }) => [cause, source])).toEqual(
      calls.map(({ seq }) => [seq, here]),
    )
    expect(lines[0]).toMatchObject({
      entrySource: 'javascript',
      level: 'error',
      text: 'WebSocket is already in CLOSING or CLOSED state.',
    })
  })

  it('is nothing for a connection that ends without an error', async () => {
    const trace = await runProgram(scenario('tcp-drop'), ({ WebSocket }) => {
      const ws = new WebSocket('ws://localhost:8080')
      ws.onopen = () => ws.send('one')
      ws.onmessage = () => ws.send('two')
    })
    expect(ofType(trace, 'closed')).toMatchObject([{ code: 1006 }])
    expect(ofType(trace, 'logEntryAdded')).toEqual([])
  })

  // Chromium says so after four minutes, for which tests/conformance does not wait.
  it('is that nobody answered the handshake', async () => {
    const silent = "import { createServer } from 'node:net'\ncreateServer(() => {}).listen(8080)"
    const trace = await runProgram(silent, ({ WebSocket }) => new WebSocket('ws://localhost:8080'))
    expect(ofType(trace, 'logEntryAdded')).toMatchObject([
      {
        time: 240_000,
        text: "WebSocket connection to 'ws://localhost:8080/' failed: WebSocket opening handshake timed out",
      },
    ])
    expect(ofType(trace, 'logEntryAdded')[0]?.cause).toBe(ofType(trace, 'frameError')[0]?.seq)
  })
})
