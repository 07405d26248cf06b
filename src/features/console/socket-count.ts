import type { TraceEvent } from '../../core/trace/event.ts'

/** How many sockets the program's page made; those of its workers and frames are out of reach. */
export class SocketCount {
  count = 0

  accept(event: TraceEvent): void {
    if (event.type === 'created' && /^ws-\d+$/u.test(event.connectionId)) this.count += 1
  }
}
