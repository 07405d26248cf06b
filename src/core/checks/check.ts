/**
 * The checks of a lesson, as plain data: what the trace of a run must show. Nothing in a check is
 * code, so checks are safe to load from anywhere. A new kind is a shape and a line of `checkSchema`
 * here, and its rule in `rules/`. The page imports only types from this file: lessons are validated
 * when the app is built.
 */
import { z } from 'zod'
import { condition, limits, textCondition } from './condition-schema.ts'
import { oneSide, pattern, step } from './pattern-schema.ts'

export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

/** Ids are written in YAML, in Markdown containers and in links. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an id has small letters, digits and hyphens')
  .max(60)

const oneOrMore = z.union([pattern, z.array(pattern).min(1)])

const mistake = z
  .strictObject({
    id: identifier.describe('Its text is `- failure <check>/<mistake>: …` in the help files.'),
    seen: oneOrMore
      .exactOptional()
      .describe(
        'Such an event was seen, or each of these; the time, line and fields of the last in the list fill the text.',
      ),
    absent: oneOrMore.exactOptional().describe('No such event was seen, or none of these.'),
    order: z
      .array(pattern)
      .min(2)
      .exactOptional()
      .describe('These were seen, one after the other.'),
    hint: identifier.exactOptional().describe('The hint to offer; by default the check’s.'),
  })
  .refine(({ seen, absent, order }) => seen ?? absent ?? order, {
    message:
      'a mistake says how it is recognised: seen, absent or order. With absent alone its text may only say what did not happen',
  })
  .meta({ id: 'mistake' })

/** A mistake that the lesson has a text for. */
export type Mistake = DeepReadonly<z.infer<typeof mistake>>

const base = {
  id: identifier.describe('One of a kind in the lesson.'),
  worlds: z
    .array(identifier)
    .min(1)
    .exactOptional()
    .describe('Asked only in these worlds of its task, as where another client is under test.'),
  hint: identifier.exactOptional().describe('The hint to offer where this check fails.'),
  mistakes: z
    .array(mistake)
    .exactOptional()
    .describe('Known mistakes, tried in order; the first that was made explains the failure.'),
}

const times = z.int().nonnegative()

const sequence = {
  type: z
    .literal('sequence')
    .describe('These events happen in this order. Passes as soon as the last has come.'),
  steps: z.array(step).min(1).describe('In this order, others in between.'),
}

const before = {
  type: z
    .literal('before')
    .describe('No `then` comes without a `first` before it. Fails as soon as one does.'),
  first: pattern.describe('What has to come first.'),
  then: pattern.describe('What may come only after it.'),
  optional: z.boolean().exactOptional().describe('`then` need not come at all.'),
}

const never = {
  type: z
    .literal('never')
    .describe('No such event happens. Fails with the first, passes when the run ends.'),
  of: pattern.describe('What must not happen.'),
  after: pattern.exactOptional().describe('Counts only from this event on.'),
  until: pattern
    .exactOptional()
    .describe('Counts only up to this event; with `after`, until the next such event.'),
  within: z
    .number()
    .positive()
    .exactOptional()
    .describe('Counts only this many milliseconds after `after`, or from the start of the run.'),
  causedBy: pattern
    .exactOptional()
    .describe(
      'Counts only if it was caused by this: of all events of this kind that led to it, the nearest is like this. A line is caused by the event in whose handler it was printed; what a timer prints later, by the timer.',
    ),
}

const count = {
  type: z.literal('count').describe('Such an event happens this many times.'),
  of: pattern.describe('The events to count.'),
  atLeast: times.exactOptional().describe('With this alone the check passes at once.'),
  atMost: times.exactOptional().describe('One more, and the check fails.'),
}

const each = {
  type: z
    .literal('each')
    .describe('Every such event is also like `is`, or is followed by `followedBy`, or both.'),
  of: pattern.describe('The events that are looked at.'),
  is: z
    .record(z.string(), condition)
    .exactOptional()
    .describe('Conditions that every one must meet.'),
  followedBy: pattern.exactOptional().describe('What must come after every one.'),
  within: z
    .number()
    .positive()
    .exactOptional()
    .describe('Milliseconds until what must come after it.'),
  atLeast: times.exactOptional().describe('How many there must be, 1 by default.'),
}

const bound = {
  type: z
    .literal('bound')
    .describe('A measure stays within these limits. Fails when it leaves them.'),
  measure: z.discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('bufferedAmount') })
      .describe('Octets queued on one client socket.'),
    z
      .strictObject({ kind: z.literal('liveSockets') })
      .describe('Client sockets that are CONNECTING or OPEN.'),
    z
      .strictObject({
        kind: z.literal('gap'),
        of: pattern,
        since: pattern
          .exactOptional()
          .describe('The stretch from this event to the first counts too.'),
        toEnd: z
          .boolean()
          .exactOptional()
          .describe('The stretch from the last to the end of the run counts too.'),
      })
      .describe('Milliseconds between one such event and the next.'),
    z
      .strictObject({ kind: z.literal('delay'), from: pattern, to: pattern })
      .describe(
        'Milliseconds from each `from` to the next `to`; to the end of the run where none comes.',
      ),
  ]),
  ...limits,
}

const console = {
  type: z.literal('console').describe('The program prints these lines in this order.'),
  side: oneSide,
  lines: z.array(textCondition).min(1).describe('Printed in this order, others in between.'),
}

const prediction = {
  type: z.literal('prediction').describe('The learner answered a question before running.'),
  question: identifier.describe('The id of one of the lesson’s predictions.'),
  answer: textCondition.exactOptional().describe('Without it any answer passes.'),
}

const wire = {
  type: z
    .literal('wire')
    .describe(
      'An assertion about frames or octets. Stays pending on an endpoint where nothing observes them.',
    ),
  that: z.discriminatedUnion('type', [
    z.strictObject(sequence),
    z.strictObject(never),
    z.strictObject(count),
    z.strictObject(each),
  ]),
}

const hasLimit = ({ atLeast, atMost }: { atLeast?: number; atMost?: number }) =>
  (atLeast ?? atMost) !== undefined
const noLimit = 'says neither atLeast nor atMost'

export const checkSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...base, ...sequence }),
    z.strictObject({ ...base, ...before }),
    z.strictObject({ ...base, ...never }),
    z.strictObject({ ...base, ...count }).refine(hasLimit, noLimit),
    z
      .strictObject({ ...base, ...each })
      .refine(({ is, followedBy }) => is ?? followedBy, 'says neither is nor followedBy'),
    z.strictObject({ ...base, ...bound }).refine(hasLimit, noLimit),
    z.strictObject({ ...base, ...console }),
    z.strictObject({ ...base, ...prediction }),
    z.strictObject({ ...base, ...wire }),
  ])
  .superRefine((check, context) => {
    for (const name of unboundNames(check))
      context.addIssue({ code: 'custom', message: `nothing captures ${name}` })
  })

/** Names that are compared with or said, but captured nowhere in the same check. */
function unboundNames(check: unknown): string[] {
  const captured = new Set<unknown>()
  const used = new Set<string>()
  const walk = (value: unknown): void => {
    if (!(value instanceof Object)) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'capture') captured.add(inner)
      if (key === 'sameAs' || key === 'says')
        for (const name of [inner].flat()) used.add(String(name))
      // The properties of a JSON object have names of their own; the schema says that it is one.
      if (key === 'json') Object.values(inner as object).forEach(walk)
      else walk(inner)
    }
  }
  walk(check)
  return [...used].filter((name) => !captured.has(name))
}

export type Check = DeepReadonly<z.infer<typeof checkSchema>>
export type CheckType = Check['type']

/** What a check of this type demands of a run: all but its id, its hint and its known mistakes. */
export type Demand<Type extends CheckType = CheckType> = {
  [T in Type]: Omit<Extract<Check, { type: T }>, keyof typeof base>
}[Type]
