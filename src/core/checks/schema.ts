/** The schema of checks: strict, with descriptions, so that an editor can complete `lesson.yaml`. */
import { z } from 'zod'
import type { TraceEventType } from '../trace/event.ts'
import type { BoundMeasure, Check, Mistake, Step, WireAssertion } from './check.ts'
import type { Condition } from './condition.ts'
import { fields, type Field, type FieldKind } from './fields.ts'
import { problemOfExpression } from './expression.ts'
import type { EventPattern } from './pattern.ts'

/** Ids are written in YAML, in Markdown containers and in links. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an id has small letters, digits and hyphens')
  .max(60)

const scalar = z.union([z.string(), z.number(), z.boolean()])

const expression = z.string().superRefine((source, context) => {
  const problem = problemOfExpression(source)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})

const captureName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name has letters and digits')

const bindingConditions = {
  capture: captureName.optional().describe('Keeps the value under this name.'),
  sameAs: captureName.optional().describe('Equal to the value captured under this name.'),
}

const numberRange = {
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
}

const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      scalar,
      z.array(scalar).min(1),
      z.strictObject({
        not: z.union([scalar, z.array(scalar).min(1)]).optional(),
        ...numberRange,
        contains: z.string().optional(),
        matches: expression.optional(),
        json: z.record(z.string(), condition).optional(),
        ...bindingConditions,
      }),
    ]),
  )
  .meta({
    id: 'condition',
    description: 'The value, one of several, or demands on it.',
  }) as z.ZodType<Condition> // zod writes `| undefined` where exactOptionalPropertyTypes forbids it.

const stringCondition = z
  .union([
    z.string(),
    z.array(z.string()).min(1).describe('One of these.'),
    z.strictObject({
      not: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
      contains: z.string().optional().describe('Has this in it; capital letters count.'),
      matches: expression
        .optional()
        .describe(
          'A simple regular expression, capital letters do not count; groups are not repeated.',
        ),
      json: z
        .record(z.string(), condition)
        .optional()
        .describe('Is a JSON object with these properties.'),
      ...bindingConditions,
    }),
  ])
  .meta({ id: 'textCondition', description: 'The text, one of several, or demands on it.' })

const numberCondition = z
  .union([
    z.number(),
    z.array(z.number()).min(1).describe('One of these.'),
    z.strictObject({
      not: z.union([z.number(), z.array(z.number()).min(1)]).optional(),
      ...numberRange,
      ...bindingConditions,
    }),
  ])
  .meta({ id: 'numberCondition', description: 'The number, one of several, or demands on it.' })

const conditionOf: Readonly<Record<FieldKind, z.ZodType>> = {
  string: stringCondition,
  number: numberCondition,
  boolean: z.boolean(),
}

const common = {
  side: z
    .enum(['client', 'server', 'any'])
    .optional()
    .describe('At which end it happened; the client without this.'),
  connection: z
    .enum(['same', 'other'])
    .optional()
    .describe('On the same connection as the first event this check matched, or on another.'),
  time: numberCondition.optional().describe('Milliseconds since the run began.'),
}

function patternVariants(extra: Readonly<Record<string, z.ZodType>>) {
  return Object.entries(fields).map(([type, table]) => {
    const own: Record<string, z.ZodType> = {}
    for (const [name, field] of Object.entries<Pick<Field<never>, 'kind' | 'description'>>(table))
      own[name] = conditionOf[field.kind].optional().describe(field.description)
    return z.strictObject({ event: z.literal(type as TraceEventType), ...common, ...own, ...extra })
  })
}

function unionOf<T>(variants: ReturnType<typeof patternVariants>): z.ZodType<T> {
  const [first, ...rest] = variants
  if (first === undefined) throw new Error('there are no events')
  // Each variant is built from the table of fields, of which EventPattern is the general form.
  return z.discriminatedUnion('event', [first, ...rest]) as unknown as z.ZodType<T>
}

const pattern = unionOf<EventPattern>(patternVariants({})).meta({
  id: 'pattern',
  description: 'Events of this type whose fields meet these conditions.',
})

const step = unionOf<Step>(
  patternVariants({
    within: z
      .number()
      .positive()
      .optional()
      .describe('At most this many milliseconds after the step before.'),
  }),
).meta({ id: 'step', description: 'A pattern, at most so long after the step before.' })

const mistake = z
  .strictObject({
    id: identifier.describe('Its text is `::: failure <check>/<mistake>` in the Markdown.'),
    seen: pattern.optional().describe('Such an event was seen; it fills the text.'),
    absent: pattern.optional().describe('No such event was seen.'),
    order: z.array(pattern).min(2).optional().describe('These were seen, one after the other.'),
    hint: identifier.optional().describe('The hint to offer; by default the check’s.'),
  })
  .refine(({ seen, absent, order }) => seen ?? absent ?? order, {
    message: 'a mistake says how it is recognised: seen, absent or order',
  })
  .meta({ id: 'mistake' }) as unknown as z.ZodType<Mistake> // Optional properties, as above.

const base = {
  id: identifier,
  hint: identifier.optional().describe('The hint to offer where this check fails.'),
  mistakes: z
    .array(mistake)
    .optional()
    .describe('Known mistakes, tried in order; the first that was made explains the failure.'),
}

const sequence = {
  type: z.literal('sequence'),
  steps: z.array(step).min(1).describe('In this order, others in between.'),
}
const never = {
  type: z.literal('never'),
  of: pattern,
  after: pattern.optional().describe('Counts only from this event on.'),
}
const count = {
  type: z.literal('count'),
  of: pattern,
  atLeast: z.int().nonnegative().optional(),
  atMost: z.int().nonnegative().optional(),
}
const each = {
  type: z.literal('each'),
  of: pattern,
  is: z.record(z.string(), condition).optional().describe('Conditions that every one must meet.'),
  followedBy: pattern.optional().describe('What must come after every one.'),
  within: z.number().positive().optional().describe('Milliseconds until what must come after it.'),
  atLeast: z.int().nonnegative().optional().describe('How many there must be, 1 by default.'),
}

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bufferedAmount') }),
  z.strictObject({ kind: z.literal('liveSockets') }),
  z.strictObject({
    kind: z.literal('gap'),
    of: pattern,
    since: pattern.optional(),
    toEnd: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('delay'), from: pattern, to: pattern }),
]) as unknown as z.ZodType<BoundMeasure> // Optional properties, as above.

const wireAssertion = z.discriminatedUnion('type', [
  z.strictObject(sequence),
  z.strictObject(never),
  z.strictObject(count),
  z.strictObject(each),
]) as unknown as z.ZodType<WireAssertion> // Optional properties, as above.

export const checkSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...base, ...sequence }),
    z.strictObject({
      ...base,
      type: z.literal('before'),
      first: pattern,
      then: pattern,
      optional: z.boolean().optional().describe('`then` need not come at all.'),
    }),
    z.strictObject({ ...base, ...never }),
    z.strictObject({ ...base, ...count }),
    z.strictObject({ ...base, ...each }),
    z.strictObject({ ...base, type: z.literal('bound'), measure, ...numberRange }),
    z.strictObject({
      ...base,
      type: z.literal('console'),
      lines: z.array(stringCondition).min(1).describe('Printed in this order, others in between.'),
    }),
    z.strictObject({
      ...base,
      type: z.literal('prediction'),
      question: identifier,
      answer: stringCondition.optional().describe('Without it any answer passes.'),
    }),
    z.strictObject({ ...base, type: z.literal('wire'), that: wireAssertion }),
  ])
  .superRefine((check, context) => {
    if ((check.type === 'count' || check.type === 'bound') && !hasLimit(check))
      context.addIssue({ code: 'custom', message: 'says neither atLeast nor atMost' })
    if (check.type === 'each' && check.is === undefined && check.followedBy === undefined)
      context.addIssue({ code: 'custom', message: 'says neither is nor followedBy' })
    for (const name of unboundNames(check))
      context.addIssue({ code: 'custom', message: `sameAs: ${name} — nothing captures it` })
  }) as unknown as z.ZodType<Check> // Optional properties, as above.

function hasLimit(check: { atLeast?: number | undefined; atMost?: number | undefined }): boolean {
  return check.atLeast !== undefined || check.atMost !== undefined
}

/** Names that are compared with but captured nowhere in the same check. */
function unboundNames(check: unknown): string[] {
  const captured = new Set<unknown>()
  const compared = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'capture') captured.add(inner)
      if (key === 'sameAs' && typeof inner === 'string') compared.add(inner)
      walk(inner)
    }
  }
  walk(check)
  return [...compared].filter((name) => !captured.has(name))
}
