/** The schema of patterns: a variant for each type of event, with the fields of that type. */
import { z } from 'zod'
import type { Field } from '../trace/events/field.ts'
import type { TraceEventType } from '../trace/event.ts'
import { EVENT_TYPES, TRAITS } from '../trace/events/traits.ts'
import { conditionOf, numberCondition } from './condition-schema.ts'
import { ORDINALS, type EventPattern, type Step } from './pattern.ts'

const common = {
  side: z
    .enum(['client', 'server', 'any'])
    .exactOptional()
    .describe(
      'At which end it happened; the client without this. For a `consoleMessage` it has to be said: `client` or `server`.',
    ),
  connection: z
    .enum(['same', 'other', ...ORDINALS])
    .exactOptional()
    .describe(
      'On the same connection as the first event this check matched, or on another; or on one of the first six that the run makes.',
    ),
  server: numberCondition
    .exactOptional()
    .describe('Where a world has several `servers`: the port of the one it happened at.'),
  time: numberCondition.exactOptional().describe('Milliseconds since the run began.'),
}

/**
 * A server's log and a page's console lie side by side, so a check has to say which it means: what a
 * client prints solves nothing that a server has to do.
 */
const SIDED: ReadonlySet<TraceEventType> = new Set(['consoleMessage'])
export const oneSide = z
  .enum(['client', 'server'], {
    error: 'who prints the line has to be said: side: client or side: server',
  })
  .describe('Who prints: the client or the server.')

function byEvent(extra: Readonly<Record<string, z.ZodType>>) {
  const [first, ...rest] = EVENT_TYPES.map((type) => {
    const own: Record<string, z.ZodType> = {}
    const { fields } = TRAITS[type]
    for (const [name, field] of Object.entries<Pick<Field<never>, 'kind' | 'description'>>(fields))
      own[name] = conditionOf[field.kind].exactOptional().describe(field.description)
    const side = SIDED.has(type) ? { side: oneSide } : {}
    return z.strictObject({ event: z.literal(type), ...common, ...own, ...side, ...extra })
  })
  if (first === undefined) throw new Error('there are no events')
  return z.discriminatedUnion('event', [first, ...rest])
}

export const pattern: z.ZodType<EventPattern> = byEvent({}).meta({
  id: 'pattern',
  description: 'Events of this type whose fields meet these conditions.',
})

export const step: z.ZodType<Step> = byEvent({
  within: z
    .number()
    .positive()
    .exactOptional()
    .describe('At most this many milliseconds after the step before.'),
}).meta({ id: 'step', description: 'A pattern, at most so long after the step before.' })
