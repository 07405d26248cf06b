/**
 * A trace as a packet capture, for Wireshark and its like: the octets that passed over each
 * connection, in plausible Ethernet, IPv4 and TCP.
 *
 * It is taken at the client. Where the trace has no octets of the client's it has the server's, and
 * where it has none at all they are made from frames and messages; a comment says so.
 */
import type { TraceEvent } from '../../event.ts'
import { epochOf } from '../../header.ts'
import type { Trace } from '../json.ts'
import { conversationsOf, type Conversation } from './conversation.ts'
import { packetOctets, type Endpoint } from './packet.ts'
import { enhancedPacket, interfaceDescription, nameResolution, sectionHeader } from './pcapng.ts'
import { segmentsOf, type TcpSegment } from './tcp.ts'

export interface Capture {
  readonly packets: number
  /** The pcapng file, in pieces. */
  readonly parts: readonly Uint8Array[]
}

/** By their ports dissectors know what a connection carries: this one is HTTP's. */
const SERVER_PORT = 80
/** Where clients' own ports begin (RFC 6335 §6). */
const FIRST_DYNAMIC_PORT = 49_152
const DYNAMIC_PORTS = 16_384

const CLIENT_MAC = Uint8Array.of(0x02, 0, 0, 0, 0, 1)
const SERVER_MAC = Uint8Array.of(0x02, 0, 0, 0, 0, 2)
/** RFC 5737: addresses that are nobody's. */
const CLIENT_IP = Uint8Array.of(192, 0, 2, 1)
const serverIp = (index: number) => Uint8Array.of(198, 51, 100, 1 + (index % 254))

const COMMENT =
  'Made from a trace of Upgrade 101. Ethernet, IPv4, ports and TCP numbers are made up; the octets ' +
  'that TCP carries are those of the trace. They are captured at the client, when it handed them to ' +
  'TCP and when TCP handed them to it: what was lost on the way is seen as sent. What a wss: or ' +
  'https: connection would encrypt is plain here. Octets that a long run let go are zeros.'

interface Packet {
  readonly segment: TcpSegment
  readonly client: Endpoint
  readonly server: Endpoint
  readonly capturedBy: 'client' | 'server'
}

/** TCP counts octets, so zeros take the place of those that the log let go. */
function withZeros(event: TraceEvent): TraceEvent {
  const { bodyOmitted } = event
  if (bodyOmitted === undefined) return event
  if (event.type === 'bytesSent' || event.type === 'bytesReceived')
    return { ...event, data: new Uint8Array(bodyOmitted) }
  if (event.type === 'frameSent' || event.type === 'frameReceived')
    return { ...event, frame: { ...event.frame, payload: new Uint8Array(bodyOmitted) } }
  return event
}

export function captureOf({ header, events }: Pick<Trace, 'header' | 'events'>): Capture {
  const conversations = conversationsOf(events.map(withZeros), header)
  const hosts = [...new Set(conversations.map(({ host }) => host))]
  const packets = conversations
    .flatMap((conversation, index) => packetsOf(conversation, index, hosts))
    .toSorted((one, other) => one.segment.time - other.segment.time)
  const epoch = BigInt(Math.round(epochOf(header) ?? 0)) * 1_000_000n
  const names = hosts.flatMap((host, index) =>
    host === '' ? [] : [[serverIp(index), host.replace(/:\d+$/, '')] as const],
  )
  const identifications = { client: 0, server: 0 }
  return {
    packets: packets.length,
    parts: [
      sectionHeader('Upgrade 101', COMMENT),
      interfaceDescription(header.endpoint.name),
      ...(names.length === 0 ? [] : [nameResolution(names)]),
      ...packets.map(({ segment, client, server, capturedBy }) => {
        const { from, time, note } = segment
        identifications[from] += 1
        const ends = from === 'client' ? ([client, server] as const) : ([server, client] as const)
        return enhancedPacket({
          time: epoch + BigInt(Math.round(time * 1_000_000)),
          direction: from === capturedBy ? 'out' : 'in',
          octets: packetOctets(segment, ...ends, identifications[from]),
          ...(note === undefined ? {} : { comment: note }),
        })
      }),
    ],
  }
}

function packetsOf(
  { passages, host, connectionId, vantagePoint }: Conversation,
  index: number,
  hosts: readonly string[],
): readonly Packet[] {
  const client: Endpoint = {
    mac: CLIENT_MAC,
    ip: CLIENT_IP,
    port: FIRST_DYNAMIC_PORT + (index % DYNAMIC_PORTS),
  }
  const server: Endpoint = {
    mac: SERVER_MAC,
    ip: serverIp(hosts.indexOf(host)),
    port: SERVER_PORT,
  }
  const capturedBy = vantagePoint === 'server' ? 'server' : 'client'
  return segmentsOf(passages, initialNumbers(index)).map((segment, position) => ({
    segment: position === 0 ? { ...segment, note: introduction() } : segment,
    client,
    server,
    capturedBy,
  }))

  function introduction(): string {
    const where = {
      client: 'captured at the client',
      server: 'captured at the server, for nothing saw the octets at the client',
      nobody: 'captured by nobody: the browser keeps its octets from scripts',
    } as const
    const to = host === '' ? '' : ` to ${host}`
    return `${connectionId}${to}, ${where[vantagePoint]}. ${passages[0]?.note ?? ''}`.trim()
  }
}

/** Other numbers for each connection, the same ones in each export (RFC 9293 §3.4.1). */
function initialNumbers(index: number) {
  const scattered = Math.imul(index + 1, 0x9e37_79b1) >>> 0
  return { client: scattered, server: (scattered ^ 0x5bd1_e995) >>> 0 }
}
