/** A trace as an HTTP Archive, with messages where Chrome DevTools writes them. */
import { epochOf } from '../../header.ts'
import { TRACE_VERSION } from '../../trace-versions.ts'
import { eventsByConnection } from '../connection-events.ts'
import type { Trace } from '../json.ts'
import type { Har } from './har.ts'
import { httpEntries } from './http-entries.ts'
import { webSocketEntry } from './web-socket-entry.ts'

/** An entry for each opening handshake and for each HTTP exchange, in the order of their beginning. */
export function traceToHar({ header, events }: Pick<Trace, 'header' | 'events'>): Har {
  const epoch = epochOf(header) ?? 0
  const entries = [...eventsByConnection(events)].flatMap(([connectionId, own]) => {
    const webSocket = webSocketEntry(connectionId, own, epoch)
    return webSocket === undefined ? httpEntries(connectionId, own, epoch) : [webSocket]
  })
  return {
    log: {
      version: '1.2',
      creator: { name: 'Upgrade 101', version: `trace format ${TRACE_VERSION}` },
      ...(header.browser === '' ? {} : { browser: { name: header.browser, version: '' } }),
      pages: [],
      entries: entries.toSorted((one, other) =>
        one.startedDateTime < other.startedDateTime
          ? -1
          : Number(one.startedDateTime > other.startedDateTime),
      ),
    },
  }
}
