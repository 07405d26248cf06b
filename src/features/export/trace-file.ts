/** A run as a file, in each format. */
import { captureOf } from '../../core/trace/export/capture/capture.ts'
import { traceToHar } from '../../core/trace/export/har/trace-to-har.ts'
import { traceJsonParts, type Trace } from '../../core/trace/export/json.ts'
import type { TraceHeader } from '../../core/trace/header.ts'

export const TRACE_FILE_FORMATS = ['json', 'har', 'pcapng'] as const
export type TraceFileFormat = (typeof TRACE_FILE_FORMATS)[number]

export interface TraceFile {
  readonly parts: readonly (string | Uint8Array)[]
  readonly mediaType: string
}

export function traceFile(format: TraceFileFormat, trace: Trace): TraceFile {
  switch (format) {
    case 'json':
      return { parts: [...traceJsonParts(trace)], mediaType: 'application/json' }
    case 'har':
      return {
        parts: [`${JSON.stringify(traceToHar(trace), null, 2)}\n`],
        mediaType: 'application/json',
      }
    case 'pcapng':
      return { parts: captureOf(trace).parts, mediaType: 'application/x-pcapng' }
  }
  return format satisfies never
}

/**
 * Such as `upgrade-101-first-echo-2026-11-20-0930.trace.json`.
 *
 * @param place the lesson's slug, or `play`.
 * @param now Unix milliseconds, for a run without a start time.
 */
export function traceFileName(
  format: TraceFileFormat,
  { startedAt }: TraceHeader,
  place: string,
  now: number,
): string {
  const date = new Date(startedAt ?? now)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-')
  const time = two(date.getHours()) + two(date.getMinutes())
  const extension = format === 'json' ? 'trace.json' : format
  return `upgrade-101-${place}-${day}-${time}.${extension}`
}
