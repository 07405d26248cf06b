/** Which line of the program is about an event that nothing listens to. */
import type { Program } from '../../core/program/program.ts'
import type { EventOf, SourcePosition } from '../../core/trace/event.ts'
import type { TraceLog } from '../../core/trace/log.ts'

export type Unheard = EventOf<'eventFired'>

/**
 * The line that sets a function under a similar name, such as `ws.onOpen = …`; else the line that
 * made the object, because there the handler is missing. Null where the run knows neither. It is
 * never a line of the other side, which did what it should.
 */
export function placeOfUnheard(
  log: Pick<TraceLog, 'get' | 'firstSeq'>,
  { misnamed, connectionId, side, seq }: Unheard,
  program: Program,
): Pick<SourcePosition, 'file' | 'line'> | null {
  if (misnamed !== undefined && side === 'client') {
    const set = new RegExp(`(?<![\\w$])${misnamed.replaceAll('$', '\\$&')}['"]?\\]?\\s*[=:(]`)
    const lines = program['client.js'].split('\n')
    const index = lines.findIndex((line) => set.test(line))
    if (index !== -1) return { file: 'client.js', line: index + 1 }
  }
  for (let at = log.firstSeq; at < seq; at += 1) {
    const event = log.get(at)
    if (event?.source === undefined || event.side !== side) continue
    if (!('connectionId' in event) || event.connectionId !== connectionId) continue
    return { file: event.source.file, line: event.source.line }
  }
  return null
}
