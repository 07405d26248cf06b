/** The schemas of conditions, with the descriptions that an editor shows in `lesson.yaml`. */
import { z } from 'zod'
import type { Condition } from './condition.ts'
import { problemOfExpression } from './expression.ts'
import type { FieldKind } from '../trace/events/field.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

const expression = z.string().superRefine((source, context) => {
  const problem = problemOfExpression(source)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})

const captureName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name has letters and digits')

const bindings = {
  capture: captureName.exactOptional().describe('Keeps the value under this name.'),
  sameAs: z
    .union([captureName, z.array(captureName).min(1)])
    .exactOptional()
    .describe('Equal to the value captured under this name, or under one of these.'),
}

const oneOrMoreTexts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])

const texts = {
  is: oneOrMoreTexts
    .exactOptional()
    .describe('The whole text is this, or one of these; space around it does not count.'),
  word: oneOrMoreTexts
    .exactOptional()
    .describe(
      'Contains this, or one of these, as a word; capital letters do not count. `0` is a word in `state_0`, not in `10`.',
    ),
  says: captureName
    .exactOptional()
    .describe('Contains the value captured under this name, whatever words stand around it.'),
  contains: z.string().exactOptional().describe('Contains this; capital letters count.'),
  matches: expression
    .exactOptional()
    .describe(
      'A simple regular expression, capital letters do not count; groups are not repeated.',
    ),
}

export const limits = {
  atLeast: z.number().exactOptional().describe('This or more.'),
  atMost: z.number().exactOptional().describe('This or less.'),
}

export const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      scalar,
      z.array(scalar).min(1),
      z.strictObject({
        not: condition.exactOptional(),
        ...limits,
        ...texts,
        json: z.record(z.string(), condition).exactOptional(),
        ...bindings,
      }),
    ]),
  )
  .meta({ id: 'condition', description: 'The value, one of several, or demands on it.' })

export const textCondition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.array(z.string()).min(1).describe('One of these.'),
      z.strictObject({
        not: textCondition.exactOptional().describe('Does not meet this condition.'),
        ...texts,
        json: z
          .record(z.string(), condition)
          .exactOptional()
          .describe('Is a JSON object with these properties.'),
        ...bindings,
      }),
    ]),
  )
  .meta({ id: 'textCondition', description: 'The text, one of several, or demands on it.' })

export const numberCondition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.number(),
      z.array(z.number()).min(1).describe('One of these.'),
      z.strictObject({
        not: numberCondition.exactOptional().describe('Does not meet this condition.'),
        ...limits,
        ...bindings,
      }),
    ]),
  )
  .meta({ id: 'numberCondition', description: 'The number, one of several, or demands on it.' })

export const conditionOf: Readonly<Record<FieldKind, z.ZodType<Condition>>> = {
  string: textCondition,
  number: numberCondition,
  boolean: z.boolean(),
}
