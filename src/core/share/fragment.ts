/**
 * A packed moment as the fragment of an address: `#moment=1.` and, in Base64url (RFC 4648 §5), four
 * octets of a hash and then the JSON, deflated (RFC 1951). A fragment is not sent to any server.
 */
import { deflateRaw, Inflate } from 'pako'
import { fromBase64, toBase64 } from '../protocol/base64.ts'
import { LinkError } from './link-problem.ts'
import { MOMENT_VERSION } from './moment.ts'
import { readPacked, type PackedMoment } from './packed-moment.ts'
import { hashOfOctets } from './text-hash.ts'

const START = `#moment=${MOMENT_VERSION}.`

/** Characters of a link's fragment. Longer ones are cut by mail programs and chats. */
export const MAX_FRAGMENT = 8_000
/** Characters that are read. */
const MAX_READ = 1024 * 1024
/** Octets that a fragment may become. */
export const MAX_INFLATED = 4 * 1024 * 1024

/** Octets that are inflated at a time: the limit is exceeded by at most so many. */
const PIECE = 64 * 1024
const HASH_OCTETS = 4

/** Whatever stands behind the version: another version may be written in another way. */
const MOMENT = /^#moment=(\d{1,9})\.(.*)$/su

/** @returns the fragment, however long it is. */
export function toFragment(packed: PackedMoment): string {
  const deflated = deflateRaw(new TextEncoder().encode(JSON.stringify(packed)), {
    level: 9,
    memLevel: 9,
  })
  const octets = new Uint8Array(HASH_OCTETS + deflated.length)
  new DataView(octets.buffer).setUint32(0, hashOfOctets(deflated))
  octets.set(deflated, HASH_OCTETS)
  return START + toBase64(octets).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')
}

/** @throws LinkError that says what is wrong with it. */
export function fromFragment(fragment: string): PackedMoment {
  if (fragment.length > MAX_READ) throw new LinkError({ kind: 'tooLarge', most: MAX_READ })
  const [, version = '', rest = ''] = MOMENT.exec(fragment) ?? []
  if (Number(version) > MOMENT_VERSION)
    throw new LinkError({ kind: 'newer', version: Number(version), newest: MOMENT_VERSION })
  if (Number(version) !== MOMENT_VERSION)
    throw new LinkError({ kind: '#moment=1.'.startsWith(fragment) ? 'cut' : 'edited' })
  return readPacked(parsed(inflated(octetsOf(rest))))
}

function octetsOf(written: string): Uint8Array {
  // Where a link ends a sentence, what follows it is often taken along.
  const text = written.replace(/[.,;:!?)\]}>'"’”。，、；：！？）】》」]+$/u, '')
  if (!/^[\w-]*$/u.test(text)) throw new LinkError({ kind: 'edited' })
  // One character says less than an octet.
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text
  const base64 = whole.replaceAll('-', '+').replaceAll('_', '/')
  const octets = fromBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='))
  if (octets === null) throw new LinkError({ kind: 'edited' })
  return octets
}

function inflated(octets: Uint8Array): string {
  if (octets.length <= HASH_OCTETS) throw new LinkError({ kind: 'cut' })
  const deflated = octets.subarray(HASH_OCTETS)
  const isWhole = hashOfOctets(deflated) === new DataView(octets.buffer).getUint32(0)
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Inflate({ raw: true, chunkSize: PIECE })
  stream.onData = (piece) => {
    length += piece.length
    if (length > MAX_INFLATED) throw new LinkError({ kind: 'tooLarge', most: MAX_INFLATED })
    pieces.push(piece)
  }
  stream.onEnd = () => undefined
  stream.push(deflated, false)
  // A stream knows its own end.
  if (!stream.ended && stream.err === 0) throw new LinkError({ kind: 'cut' })
  if (!isWhole || stream.err !== 0) throw new LinkError({ kind: 'edited' })
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return new TextDecoder().decode(all)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new LinkError({ kind: 'invalid', detail: ': no JSON' })
  }
}
