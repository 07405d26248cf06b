/** `docs/trace-format.md`: a trace as JSON, made from the shapes and samples of its events. */
import { EVENT_TYPES, TRAITS } from '../../src/core/trace/events/traits.ts'
import { traceToJson } from '../../src/core/trace/export/json.ts'
import { traceHeader, type TraceHeader } from '../../src/core/trace/header.ts'
import { TRACE_VERSION } from '../../src/core/trace/trace-versions.ts'
import { remoteValueKinds } from '../../src/core/trace/remote-value.ts'
import type { Shape } from '../../src/core/trace/shape.ts'
import { everyEvent } from '../../src/core/trace/testing/samples.ts'
import type { TraceEventType } from '../../src/core/trace/event.ts'
import words from '../../src/views/log/en.ts'

/** What each event has; `connectionId` where it belongs to a connection. */
const COMMON: Readonly<Record<string, string>> = {
  seq: 'Its position in the log: from 0, without gaps.',
  time: 'Milliseconds since the run began; never less than before.',
  side: 'The end of the connection that it happened at.',
  provenance:
    '`observed`: something saw it. `reconstructed`: it must have happened. `hidden`: the browser keeps it from scripts.',
  cause: '`seq` of the event that led to it.',
  source: 'The line that called the API, or where the handler starts.',
  server: 'Of several server programs, the port that names the one it happened at.',
  connectionId: 'Its connection, the same at both ends: `ws-1`.',
}

const header: TraceHeader = {
  version: TRACE_VERSION,
  clock: 'virtual',
  seed: 1,
  conditions: { latency: 40, jitter: 0, bandwidth: null },
  endpoint: { kind: 'built-in', name: 'echo' },
  startedAt: null,
  browser: 'Mozilla/5.0 …',
}

export function traceFormatPage(): string {
  const common = Object.fromEntries(
    Object.entries(TRAITS.created.shape.properties ?? {}).filter(([name]) => name in COMMON),
  )
  return [
    '<!-- Made by `npm run docs` from the traits in src/core/trace/events. -->',
    '# The format of a trace',
    `A trace is exported as JSON: \`header\`, where wanted \`program\` (the files by name), and \`events\`, one a line. A run that was too long for the log has lost its oldest events; then \`skeleton\`, before \`events\`, has those of them that say how connections began and ended. An event with \`bodyOmitted\` has lost its payload, octets or text, and nothing else. Bytes are \`{"base64": "…"}\`. This is version ${TRACE_VERSION}; older versions can be opened, see [The trace](architecture/trace.md).`,
    code(traceToJson({ header, events: [] })),
    '## Header',
    table(['property', 'value'], rowsOf(traceHeader)),
    '## Every event',
    table(
      ['property', 'value', ''],
      Object.entries(common).map(([name, { form, isOptional }]) => [
        titleOf(name, isOptional),
        inline(form),
        COMMON[name] ?? '',
      ]),
    ),
    '## Values of the program',
    'Arguments are copies of values, bounded in depth and size. A `RemoteValue` is one of these:',
    code((remoteValueKinds.form ?? '').replaceAll(' | {', '\n{'), ''),
    '## Types of events',
    ...EVENT_TYPES.flatMap(sectionOf),
    '',
  ].join('\n\n')
}

function sectionOf(type: TraceEventType): string[] {
  const { shape, standard } = TRAITS[type]
  const rows = rowsOf(shape).filter(([name = '']) => !(name.replaceAll(/[`?]/g, '') in COMMON))
  const event = everyEvent().find((sample) => sample.type === type)
  const place = standard === undefined ? '' : ` (${standard})`
  return [
    `### \`${type}\``,
    `${words.about[type]}${place}`,
    table(['property', 'value'], rows),
    ...(event === undefined ? [] : [code(lineOf(traceToJson({ header, events: [event] })))]),
  ]
}

function rowsOf(shape: Shape<never> | Shape<unknown>): string[][] {
  return Object.entries(shape.properties ?? {}).map(([name, { form, isOptional }]) => [
    titleOf(name, isOptional),
    inline(form),
  ])
}

const titleOf = (name: string, isOptional: boolean) => `\`${name}${isOptional ? '?' : ''}\``
const inline = (form: string) => `\`${form.replaceAll('|', '\\|')}\``
const code = (text: string, language = 'json') => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``

/** The line of the one event of a trace. */
function lineOf(json: string): string {
  return json.split('\n')[1] ?? ''
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
