import type { ConnectionEventBase, TraceEvent } from '../../event.ts'

/** What happened on a connection, calls and interventions aside. */
export type ConnectionEvent = Extract<TraceEvent, ConnectionEventBase>
