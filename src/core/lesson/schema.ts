/** The schemas of `course.yaml`, `lesson.yaml` and the front matter of a lesson's texts. */
import { z } from 'zod'
import { checkSchema, identifier, type DeepReadonly } from '../checks/check.ts'
import { localisedSchema } from '../locale/localised-schema.ts'
import { MAX_IDLE_TIMEOUT, type LinkConditions } from '../trace/header.ts'

const milliseconds = z.number().nonnegative()

export const courseSchema = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        id: identifier,
        title: localisedSchema(z.string().min(1)),
        lessons: z.array(identifier).describe('Folders of `lessons/`, in the order of the course.'),
      }),
    )
    .min(1),
})

const task = z.strictObject({
  id: identifier.describe('Its text is `::: task <id>` in the Markdown.'),
  hints: z
    .array(identifier)
    .default([])
    .describe('Offered one at a time in this order; their texts are `::: hint <id>`.'),
  checks: z.array(checkSchema).min(1).describe('The task is solved when all of them pass.'),
})

const input = z.strictObject({
  time: milliseconds.describe('Virtual milliseconds.'),
  kind: z.enum(['click', 'type', 'file', 'answer']),
  target: z.string().describe('A CSS selector in `page.html`, or the dialog that is answered.'),
  value: z.string().exactOptional(),
})

/** What a user does to a program's page, or the answer to a dialog. */
export type UserInput = DeepReadonly<z.output<typeof input>>

const prediction = z.strictObject({
  id: identifier.describe('Its text is `::: prediction <id>` in the Markdown.'),
  options: z.array(identifier).min(2),
  answer: identifier.describe('The option that the run will confirm.'),
  beforeRun: z.boolean().default(false).describe('The first Run waits for an answer.'),
})

const wrong = z.strictObject({
  name: identifier.describe(
    'The file `wrong/<name>.js` replaces the starter’s `client.js`, or the files of the folder `wrong/<name>/` replace those of the same names.',
  ),
  check: identifier.describe('The check that must fail.'),
  mistake: identifier.exactOptional().describe('The mistake of that check that must be named.'),
  hint: identifier.describe('The hint that must be offered.'),
})

export const lessonSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  scenario: identifier.describe('The server program `scenarios/<name>.js`.'),
  conditions: z
    .strictObject({
      latency: milliseconds.max(60_000).describe('One way, milliseconds.'),
      jitter: milliseconds
        .max(60_000)
        .default(0)
        .describe('Random extra latency, up to this much.'),
      bandwidth: z
        .number()
        .positive()
        .nullable()
        .default(null)
        .describe('Octets a second each way; null is unlimited.'),
      idleTimeout: z
        .number()
        .min(1)
        .max(MAX_IDLE_TIMEOUT)
        .nullable()
        .default(null)
        .describe(
          'A proxy ends a connection after this many milliseconds without an octet; null: no proxy does.',
        ),
    })
    .describe('The network between program and server.'),
  seed: z.int().min(0).max(0xffff_ffff).describe('All randomness of a run is drawn from it.'),
  until: milliseconds
    .positive()
    .nullable()
    .default(null)
    .describe('Virtual milliseconds at which a run ends; null: when nothing is scheduled.'),
  inputs: z.array(input).default([]).describe('What a user does to the program’s page.'),
  predictions: z.array(prediction).default([]),
  tasks: z.array(task).min(1),
  wrong: z.array(wrong).min(2).describe('Known wrong programs; each proves that a check finds it.'),
})
/** `lesson.yaml`, with its defaults filled in. */
export type LessonFile = DeepReadonly<Omit<z.output<typeof lessonSchema>, 'conditions'>> & {
  readonly conditions: LinkConditions
}

/** The version of a text: the beginning of a hash of it. */
const textVersion = z.string().regex(/^[0-9a-f]{8}$/, 'a version is eight hexadecimal digits')

export const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1).describe('One sentence: what the reader can do afterwards.'),
  translatedFrom: textVersion
    .optional()
    .describe(
      'The version of `en.md` that this was translated from: `npm run lessons -- --stale`.',
    ),
})

export type FrontMatter = z.infer<typeof frontMatterSchema>
