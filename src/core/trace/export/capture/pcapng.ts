/**
 * The blocks of a pcapng file (draft-ietf-opsawg-pcapng): a section, its interface, the names of its
 * addresses, its packets. Little-endian.
 */
import { concatenate } from '../../../protocol/octets.ts'

const SECTION_HEADER = 0x0a0d0d0a
const INTERFACE_DESCRIPTION = 1
const NAME_RESOLUTION = 4
const ENHANCED_PACKET = 6

const LINKTYPE_ETHERNET = 1
const NANOSECONDS = 9

/** Option codes. */
const COMMENT = 1
const IF_NAME = 2
const IF_TSRESOL = 9
const SHB_USERAPPL = 4
const EPB_FLAGS = 2
const NRB_RECORD_IPV4 = 1

type Option = readonly [code: number, value: Uint8Array]

const utf8 = new TextEncoder()

/** Begins a file. */
export function sectionHeader(application: string, comment: string): Uint8Array {
  return block(
    SECTION_HEADER,
    // Byte order, version 1.0, a section of unknown length.
    [uint32(0x1a2b3c4d), uint16(1, 0), uint32(0xffff_ffff, 0xffff_ffff)],
    [
      [SHB_USERAPPL, utf8.encode(application)],
      [COMMENT, utf8.encode(comment)],
    ],
  )
}

/** An Ethernet interface whose packets have times in nanoseconds. */
export function interfaceDescription(name: string): Uint8Array {
  return block(
    INTERFACE_DESCRIPTION,
    [uint16(LINKTYPE_ETHERNET, 0), uint32(0)],
    [
      [IF_NAME, utf8.encode(name)],
      [IF_TSRESOL, Uint8Array.of(NANOSECONDS)],
    ],
  )
}

/** @param names IPv4 addresses, four octets each, and what they are called. */
export function nameResolution(
  names: readonly (readonly [ip: Uint8Array, name: string])[],
): Uint8Array {
  const records = names.map(([ip, name]) => {
    const value = concatenate([ip, utf8.encode(name), Uint8Array.of(0)])
    return concatenate([uint16(NRB_RECORD_IPV4, value.length), padded(value)])
  })
  return block(NAME_RESOLUTION, [...records, uint32(0)], [])
}

export interface CapturedPacket {
  /** Nanoseconds since 1970. */
  readonly time: bigint
  readonly direction: 'in' | 'out'
  readonly octets: Uint8Array
  readonly comment?: string
}

export function enhancedPacket({ time, direction, octets, comment }: CapturedPacket): Uint8Array {
  return block(
    ENHANCED_PACKET,
    [
      uint32(0, Number(time >> 32n), Number(time & 0xffff_ffffn), octets.length, octets.length),
      padded(octets),
    ],
    [
      ...(comment === undefined ? [] : [[COMMENT, utf8.encode(comment)] satisfies Option]),
      [EPB_FLAGS, uint32(direction === 'in' ? 1 : 2)],
    ],
  )
}

function block(type: number, body: readonly Uint8Array[], options: readonly Option[]): Uint8Array {
  const optionParts = options.flatMap(([code, value]) => [
    uint16(code, value.length),
    padded(value),
  ])
  if (options.length > 0) optionParts.push(uint32(0))
  const parts = [...body, ...optionParts]
  const length = 12 + parts.reduce((total, part) => total + part.length, 0)
  return concatenate([uint32(type, length), ...parts, uint32(length)])
}

function padded(octets: Uint8Array): Uint8Array {
  const rest = octets.length % 4
  return rest === 0 ? octets : concatenate([octets, new Uint8Array(4 - rest)])
}

function uint16(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2))
  for (const [index, value] of values.entries()) view.setUint16(index * 2, value, true)
  return new Uint8Array(view.buffer)
}

function uint32(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, true)
  return new Uint8Array(view.buffer)
}
