import { describe, expect, it } from 'vitest'
import { Deflater } from '../../protocol/permessage-deflate.ts'
import { TraceLog } from '../log.ts'
import { shortFrame } from '../testing/sample.ts'
import { traceOf, type EventSketch } from '../testing/sketch.ts'
import type { TraceFrame } from '../event.ts'
import { brokenFrame, violationsOf } from './broken-frame.ts'
import type { FrameEvent } from './direction.ts'
import { inflateFrame } from './inflate-frame.ts'
import { isInsideMessage, messageFrames } from './message-frames.ts'
import { textErrorOf } from './text-error.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function logOf(sketches: readonly EventSketch[], most = 1000): TraceLog {
  const log = new TraceLog({ events: most, bytes: 1e9 })
  for (const event of traceOf(...sketches)) log.append(event)
  return log
}

function frameAt(log: TraceLog, seq: number): FrameEvent {
  const event = log.get(seq)
  if (event?.type !== 'frameReceived' && event?.type !== 'frameSent')
    throw new Error(`${String(seq)} is no frame`)
  return event
}

const received = (frame: TraceFrame): EventSketch => ({ type: 'frameReceived', frame })

function response(extensions = '', provenance: 'observed' | 'hidden' = 'observed'): EventSketch {
  return {
    type: 'handshakeResponseReceived',
    provenance,
    status: 101,
    statusText: 'Switching Protocols',
    headers: extensions === '' ? [] : [['Sec-WebSocket-Extensions', extensions]],
    byteLength: 129,
  }
}

const created: EventSketch = { type: 'created', url: 'wss://example.com/', protocols: [] }

describe('messageFrames', () => {
  const log = logOf([
    created,
    received(shortFrame(1, 'Hel', { fin: false })),
    received(shortFrame(9)),
    { type: 'frameSent', frame: shortFrame(0, 'no') },
    received(shortFrame(0, 'l', { fin: false })),
    received(shortFrame(0, 'o')),
    received(shortFrame(2, 'next')),
  ])
  const seqsOf = (seq: number, before = 100) =>
    messageFrames(log, frameAt(log, seq), before)?.frames.map((frame) => frame.seq)

  it('finds the fragments of a message from each of them, not the frames in between', () => {
    expect(seqsOf(1)).toEqual([1, 4, 5])
    expect(seqsOf(4)).toEqual([1, 4, 5])
    expect(seqsOf(5)).toEqual([1, 4, 5])
    expect(seqsOf(6)).toEqual([6])
    expect(messageFrames(log, frameAt(log, 2), 100)).toBeNull()
  })

  it('stops at the playhead and says that the end is missing', () => {
    expect(messageFrames(log, frameAt(log, 4), 5)).toMatchObject({ index: 1, hasEnd: false })
    expect(seqsOf(1, 5)).toEqual([1, 4])
  })

  it('knows whether a message was under way', () => {
    const inside = [1, 4, 5, 6].map((seq) => isInsideMessage(log, frameAt(log, seq)))
    expect(inside).toEqual([false, true, true, false])
  })

  it('does not claim to know what was let go', () => {
    const short = logOf(
      [created, received(shortFrame(1, 'a', { fin: false })), received(shortFrame(0, 'b'))],
      1,
    )
    const last = frameAt(short, 2)
    expect(messageFrames(short, last, 100)).toMatchObject({ hasStart: false })
    expect(isInsideMessage(short, last)).toBeUndefined()
  })
})

describe('inflateFrame', () => {
  const deflater = (noContextTakeover: boolean) =>
    new Deflater({ windowBits: 15, noContextTakeover })
  function compressed(texts: readonly string[], noContextTakeover: boolean): EventSketch[] {
    const engine = deflater(noContextTakeover)
    return texts.map((text) =>
      received(shortFrame(1, engine.deflate(utf8(text), true), { rsv1: true })),
    )
  }
  const texts = ['Hello, Hello, Hello', 'Hello, Hello, Hello', 'Hello!']

  it('gives what the program will see, looking back into earlier messages', () => {
    const log = logOf([created, response('permessage-deflate'), ...compressed(texts, false)])
    const results = [2, 3, 4].map((seq) => inflateFrame(log, frameAt(log, seq)))
    const said = results.map((result) =>
      result?.kind === 'inflated' ? new TextDecoder().decode(result.octets) : result,
    )
    expect(said).toEqual(texts)
    expect(results[2]).toMatchObject({ length: 6, takeover: true, earlierMessages: 2 })
    expect(frameAt(log, 3).frame.payload.length).toBeLessThan(8)
  })

  it('needs nothing but the message where the window is forgotten', () => {
    const extension = 'permessage-deflate; server_no_context_takeover'
    const log = logOf([created, response(extension), ...compressed(texts, true)], 1)
    expect(inflateFrame(log, frameAt(log, 4))).toMatchObject({
      kind: 'inflated',
      octets: utf8('Hello!'),
      takeover: false,
      earlierMessages: 0,
    })
  })

  it('decompresses a fragment alone', () => {
    const engine = deflater(false)
    const log = logOf([
      created,
      response('permessage-deflate'),
      received(shortFrame(1, engine.deflate(utf8('Hel'), false), { rsv1: true, fin: false })),
      received(shortFrame(9, 'ping')),
      received(shortFrame(0, engine.deflate(utf8('lo'), true))),
    ])
    expect(inflateFrame(log, frameAt(log, 2))).toMatchObject({ octets: utf8('Hel') })
    expect(inflateFrame(log, frameAt(log, 4))).toMatchObject({ octets: utf8('lo') })
    expect(inflateFrame(log, frameAt(log, 3))).toBeNull()
  })

  it('keeps the beginning of what is large, and counts it all', () => {
    const log = logOf([
      created,
      response('permessage-deflate'),
      ...compressed(['x'.repeat(200_000)], false),
    ])
    const result = inflateFrame(log, frameAt(log, 2))
    expect(result).toMatchObject({ kind: 'inflated', length: 200_000 })
    expect(result?.kind === 'inflated' && result.octets.length).toBe(65_536)
  })

  it('says why it cannot', () => {
    const frames = compressed(texts, false)
    const why = (sketches: readonly EventSketch[], most?: number) => {
      const log = logOf(sketches, most)
      const result = inflateFrame(log, frameAt(log, sketches.length - 1))
      return result?.kind === 'impossible' ? result.why : result?.kind
    }
    const agreed = response('permessage-deflate')
    expect(why([created, response('', 'hidden'), ...frames])).toBe('hidden')
    expect(why([created, response(), ...frames])).toBe('notNegotiated')
    expect(why([created, agreed, ...frames], 1)).toBe('released')
    const second = frames.slice(1)
    expect(why([created, agreed, ...second.slice(0, 1)])).toBe('invalid')
    const bomb = 'x'.repeat(9_000_000)
    expect(why([created, agreed, ...compressed([bomb, bomb, bomb], false)])).toBe('tooMuch')
  })

  it('leaves alone what is not compressed', () => {
    const log = logOf([created, response('permessage-deflate'), received(shortFrame(1, 'Hello'))])
    expect(inflateFrame(log, frameAt(log, 2))).toBeNull()
  })
})

describe('textErrorOf', () => {
  it('finds the octet in its fragment', () => {
    const log = logOf([
      created,
      received(shortFrame(1, Uint8Array.of(0x48, 0xc3), { fin: false })),
      received(shortFrame(0, Uint8Array.of(0x28))),
      received(shortFrame(2, Uint8Array.of(0xff))),
    ])
    expect(textErrorOf(log, frameAt(log, 1))).toBeNull()
    expect(textErrorOf(log, frameAt(log, 2))).toMatchObject({
      error: { rule: 'notContinued', at: 2, start: 1 },
      frameStart: 2,
    })
    expect(textErrorOf(log, frameAt(log, 3))).toBeNull()
  })

  it('finds it behind the compression', () => {
    const payload = new Deflater({ windowBits: 15, noContextTakeover: false }).deflate(
      Uint8Array.of(0x48, 0xff),
      true,
    )
    const log = logOf([
      created,
      response('permessage-deflate'),
      received(shortFrame(1, payload, { rsv1: true })),
    ])
    expect(textErrorOf(log, frameAt(log, 2))).toMatchObject({
      error: { rule: 'invalidLead', at: 1 },
      octets: Uint8Array.of(0x48, 0xff),
      compressed: true,
    })
  })
})

describe('brokenFrame', () => {
  it('finds it among the frames that arrived with it', () => {
    const log = logOf([
      created,
      response(),
      { type: 'bytesReceived', data: Uint8Array.of(0x81, 0) },
      received(shortFrame(1, 'fine')),
      received(shortFrame(3)),
      received(shortFrame(1, 'too late')),
      { type: 'frameError', message: 'reserved opcode 0x3', code: 1002 },
    ])
    const error = log.get(6)
    expect(error?.type === 'frameError' && brokenFrame(log, error)?.seq).toBe(4)
    expect(violationsOf(log, frameAt(log, 4)).map(({ rule }) => rule)).toEqual(['reservedOpcode'])
  })
})
