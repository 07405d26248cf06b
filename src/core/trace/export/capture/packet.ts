/** One TCP segment in an IPv4 packet in an Ethernet frame, as octets. */
import { MAXIMUM_SEGMENT_SIZE, TcpFlag, type TcpSegment } from './tcp.ts'

export interface Endpoint {
  /** Six octets. */
  readonly mac: Uint8Array
  /** Four octets. */
  readonly ip: Uint8Array
  readonly port: number
}

const ETHERNET = 14
const IPV4 = 20
const TCP = 20
/** RFC 9293 §3.2, RFC 7323 §2.2: the segment size, and a window that is shifted by 14 bits. */
const SYN_OPTIONS = Uint8Array.of(
  2,
  4,
  MAXIMUM_SEGMENT_SIZE >> 8,
  MAXIMUM_SEGMENT_SIZE & 0xff,
  1,
  3,
  3,
  14,
)
/** As large as it can be: a trace says nothing about windows, so none is ever full. */
const WINDOW = 0xffff
const TIME_TO_LIVE = 64
const TCP_PROTOCOL = 6
const DO_NOT_FRAGMENT = 0x4000

/** @param identification Of the IPv4 packet, 16 bits. */
export function packetOctets(
  segment: TcpSegment,
  from: Endpoint,
  to: Endpoint,
  identification: number,
): Uint8Array {
  const { payload, flags } = segment
  const options = (flags & TcpFlag.Syn) === 0 ? 0 : SYN_OPTIONS.length
  const tcpLength = TCP + options + payload.length
  const octets = new Uint8Array(ETHERNET + IPV4 + tcpLength)
  const view = new DataView(octets.buffer)

  octets.set(to.mac, 0)
  octets.set(from.mac, 6)
  view.setUint16(12, 0x0800)

  const ip = ETHERNET
  octets[ip] = 0x45
  view.setUint16(ip + 2, IPV4 + tcpLength)
  view.setUint16(ip + 4, identification & 0xffff)
  view.setUint16(ip + 6, DO_NOT_FRAGMENT)
  octets[ip + 8] = TIME_TO_LIVE
  octets[ip + 9] = TCP_PROTOCOL
  octets.set(from.ip, ip + 12)
  octets.set(to.ip, ip + 16)
  view.setUint16(ip + 10, checksum(sum(octets, ip, ip + IPV4)))

  const tcp = ip + IPV4
  view.setUint16(tcp, from.port)
  view.setUint16(tcp + 2, to.port)
  view.setUint32(tcp + 4, segment.sequence)
  view.setUint32(tcp + 8, segment.acknowledgement)
  octets[tcp + 12] = ((TCP + options) / 4) << 4
  octets[tcp + 13] = flags
  view.setUint16(tcp + 14, WINDOW)
  if (options > 0) octets.set(SYN_OPTIONS, tcp + TCP)
  octets.set(payload, tcp + TCP + options)
  // RFC 9293 §3.1: over the addresses, the protocol and the length too.
  const pseudoHeader = sum(octets, ip + 12, ip + 20) + TCP_PROTOCOL + tcpLength
  view.setUint16(tcp + 16, checksum(pseudoHeader + sum(octets, tcp, octets.length)))
  return octets
}

/** The sum of 16-bit words; an odd octet at the end is a word's high half (RFC 1071). */
function sum(octets: Uint8Array, start: number, end: number): number {
  let total = 0
  for (let index = start; index < end; index += 2)
    total += ((octets[index] ?? 0) << 8) | (index + 1 < end ? (octets[index + 1] ?? 0) : 0)
  return total
}

function checksum(total: number): number {
  let folded = total
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x1_0000)
  return ~folded & 0xffff
}
