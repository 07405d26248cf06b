/** Reads a trace as TCP conversations, each as a capture at one of its ends would have seen it. */
import type { Side, TraceEvent } from '../../event.ts'
import type { TraceHeader } from '../../header.ts'
import { eventsByConnection, type ConnectionEvent } from '../connection-events.ts'
import { hiddenPassages } from './hidden-passages.ts'
import { observedPassages } from './observed-passages.ts'
import type { Passage } from './passage.ts'

/** The end whose octets these are; `nobody` where they are reconstructed. */
export type VantagePoint = Side | 'nobody'

export interface Conversation {
  readonly connectionId: string
  readonly vantagePoint: VantagePoint
  /** The server as the program named it: `chat.example:8080`. Empty where it is unknown. */
  readonly host: string
  /** In the order in which the capturing end saw them. */
  readonly passages: readonly Passage[]
}

/** Whose octets a capture would have, by connection. */
export function vantagePointsOf(events: readonly TraceEvent[]): ReadonlyMap<string, VantagePoint> {
  return new Map([...eventsByConnection(events)].map(([id, own]) => [id, vantagePointOf(own)]))
}

/** The connections in the order in which they were made. */
export function conversationsOf(
  events: readonly TraceEvent[],
  { conditions }: Pick<TraceHeader, 'conditions'>,
): readonly Conversation[] {
  const closeCalls = new Set(
    events.flatMap((event) =>
      event.type === 'apiCall' && event.method === 'close' ? [event.seq] : [],
    ),
  )
  return [...eventsByConnection(events)].map(([connectionId, own]) => {
    const vantagePoint = vantagePointOf(own)
    return {
      connectionId,
      vantagePoint,
      host: hostOf(own),
      passages:
        vantagePoint === 'nobody'
          ? hiddenPassages(own, closeCalls)
          : observedPassages(own, vantagePoint, conditions?.latency),
    }
  })
}

/** The client, unless the server received what nothing saw the client send. */
function vantagePointOf(events: readonly ConnectionEvent[]): VantagePoint {
  const octets = {
    client: { bytesSent: 0, bytesReceived: 0 },
    server: { bytesSent: 0, bytesReceived: 0 },
  }
  for (const event of events)
    if (event.type === 'bytesSent' || event.type === 'bytesReceived')
      octets[event.side][event.type] += event.data.length
  const { client, server } = octets
  if (client.bytesSent > 0 && client.bytesSent >= server.bytesReceived) return 'client'
  return server.bytesReceived > 0 || server.bytesSent > 0 ? 'server' : 'nobody'
}

function hostOf(events: readonly ConnectionEvent[]): string {
  for (const event of events) {
    if (event.type !== 'created' && event.type !== 'httpRequest') continue
    const host = /^\w+:\/\/([^/?#]+)/.exec(event.url)?.[1]
    if (host !== undefined) return host
  }
  return ''
}
