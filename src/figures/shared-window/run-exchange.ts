/** Sends the same messages through two connections of the engine, one of which compresses. */
import { Connection, FrameDecoder, type PerMessageDeflate } from '../../core/protocol/index.ts'
import { readDeflate } from './read-deflate.ts'
import {
  hexOf,
  type Exchange,
  type Kind,
  type Message,
  type Settings,
  type Window,
} from './shared-window.ts'

const COUNT = 6
/** Octets of each random message. */
const CHANCE = 48

/** A stream that was flushed ends with these, which stay off the wire (RFC 7692 §7.2.1). */
const TAIL = [0x00, 0x00, 0xff, 0xff]

const SENTENCES = [
  'Is the eleven on time today?',
  'Ten minutes late, says the driver.',
  'Good, then I can still get coffee.',
  'Bring me one, please. No sugar!',
  'The driver says we should hurry up.',
  'Running. Hold the door, please!',
]

export function runExchange(settings: Settings): Exchange {
  const { kind, own, window } = settings
  const plain = new Connection({ role: 'server', randomBytes })
  const packing = new Connection({ role: 'server', randomBytes, extensions: [deflate(window)] })
  const messages = messagesOf(kind, own).map((data): Message => {
    const packed = send(packing, data)
    const [frame] = new FrameDecoder().push(packed)
    if (frame === undefined) throw new Error('The engine made no whole frame')
    return {
      text: typeof data === 'string' ? data : hexOf(data),
      plain: send(plain, data).length,
      packed: packed.length,
      pieces: readDeflate(Uint8Array.of(...frame.payload, ...TAIL)),
    }
  })
  return { settings, messages }
}

/** Only a client needs some, as its masking keys. */
const randomBytes = (length: number) => new Uint8Array(length)

const deflate = (window: Window): PerMessageDeflate => ({
  name: 'permessage-deflate',
  serverNoContextTakeover: window === 'none',
  clientNoContextTakeover: false,
  serverMaxWindowBits: window === 'small' ? 8 : 15,
  clientMaxWindowBits: 15,
})

function messagesOf(kind: Kind, own: string): readonly (string | Uint8Array<ArrayBuffer>)[] {
  if (kind === 'chance') return chance()
  const texts = kind === 'positions' ? positions() : SENTENCES
  return own === '' ? texts : [...texts, own]
}

function positions(): string[] {
  return Array.from({ length: COUNT }, (_, index) =>
    JSON.stringify({
      type: 'position',
      bus: 11,
      latitude: (525_203 + index * 7) / 10_000,
      longitude: (134_011 + index * 9) / 10_000,
      speed: [31, 34, 28, 0, 17, 33][index],
    }),
  )
}

/** The same each time, so that two windows can be compared. */
function chance(): Uint8Array<ArrayBuffer>[] {
  let state = 101
  const next = () => {
    // Numerical Recipes' generator: its high bits are chance enough.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  }
  return Array.from({ length: COUNT }, () => Uint8Array.from({ length: CHANCE }, next))
}

function send(connection: Connection, data: string | Uint8Array<ArrayBuffer>): Uint8Array {
  if (typeof data === 'string') connection.sendText(data)
  else connection.sendBinary(data)
  return Uint8Array.from(connection.dataToSend().flatMap((chunk) => [...chunk]))
}
