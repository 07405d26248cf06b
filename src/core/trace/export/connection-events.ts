/** The events of a trace, by connection. */
import type { ConnectionEventBase, TraceEvent } from '../event.ts'

/** What happened on a connection, calls and interventions aside. */
export type ConnectionEvent = Extract<TraceEvent, ConnectionEventBase>

type EventOf<T extends ConnectionEvent['type']> = Extract<ConnectionEvent, { readonly type: T }>

/** By `connectionId`, in the order in which the connections were made. */
export function eventsByConnection(
  events: readonly TraceEvent[],
): ReadonlyMap<string, readonly ConnectionEvent[]> {
  const byConnection = new Map<string, ConnectionEvent[]>()
  for (const event of events) {
    // Calls and interventions name a connection, but nothing of them passes over it.
    if (event.type === 'apiCall' || event.type === 'intervention') continue
    if (!('connectionId' in event)) continue
    const own = byConnection.get(event.connectionId)
    if (own === undefined) byConnection.set(event.connectionId, [event])
    else own.push(event)
  }
  return byConnection
}

/** The first event of a type: the client's own where it has one, else the server's. */
export function firstOf<T extends ConnectionEvent['type']>(
  events: readonly ConnectionEvent[],
  type: T,
): EventOf<T> | undefined {
  const ofType = events.filter((event): event is EventOf<T> => event.type === type)
  return ofType.find(({ side }) => side === 'client') ?? ofType[0]
}
