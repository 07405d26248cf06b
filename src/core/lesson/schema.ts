/** The schemas of `course.yaml`, `lesson.yaml` and the front matter of a lesson's texts. */
import { z } from 'zod'
import { checkSchema, identifier, type DeepReadonly } from '../checks/check.ts'
import { condition } from '../checks/condition-schema.ts'
import { pattern } from '../checks/pattern-schema.ts'
import { localisedSchema } from '../locale/localised-schema.ts'
import type { ProgramFile } from '../program/program-file.ts'
import { MAX_IDLE_TIMEOUT } from '../trace/header.ts'
import { LESSON_WORLD, LOOK_VIEWS } from './lesson-plan.ts'
import { PAGE_NAMES } from './page-names.ts'
import { input } from './user-input.ts'

const milliseconds = z.number().nonnegative()

const slug = identifier.refine((name) => !PAGE_NAMES.some((page) => page === name), {
  error: ({ input }) => `${String(input)}.html is another page of the site: rename the lesson`,
})

export const courseSchema = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        id: identifier,
        title: localisedSchema(z.string().min(1)),
        lessons: z.array(slug).describe('Folders of `lessons/`, in the order of the course.'),
      }),
    )
    .min(1),
})

const scenario = identifier.describe(
  'The server program `scenarios/<name>.js`; a `server.js` of the program takes its place.',
)
const latency = milliseconds.max(60_000).describe('One way, milliseconds.')
const jitter = milliseconds.max(60_000).describe('Random extra latency, up to this much.')
const bandwidth = z
  .number()
  .positive()
  .nullable()
  .describe('Octets a second each way; null is unlimited.')
const idleTimeout = z
  .number()
  .min(1)
  .max(MAX_IDLE_TIMEOUT)
  .nullable()
  .describe(
    'A proxy ends a connection after this many milliseconds without an octet; null: no proxy does.',
  )
const seed = z.int().min(0).max(0xffff_ffff).describe('All randomness of a run is drawn from it.')
const until = milliseconds
  .positive()
  .nullable()
  .describe('Virtual milliseconds at which a run ends; null: when nothing is scheduled.')
const inputs = z.array(input).describe('What a user does to the program’s page.')

const lessonWorld = z
  .strictObject({
    scenario,
    latency,
    jitter: jitter.default(0),
    bandwidth: bandwidth.default(null),
    idleTimeout: idleTimeout.default(null),
    seed,
    until: until.default(null),
    inputs: inputs.default([]),
  })
  .describe('The world that the reader’s Run uses.')

const replacement = (file: ProgramFile) =>
  z
    .string()
    .regex(
      new RegExp(
        `^worlds/([a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*\\.${file === 'page.html' ? 'html' : 'js'}$`,
      ),
      `a file of the folder worlds/, such as worlds/swapped/${file}`,
    )
    .exactOptional()
    .describe(`A file below \`worlds/\` that takes the place of the program’s \`${file}\`.`)

const otherWorld = z
  .strictObject({
    scenario: scenario.exactOptional(),
    latency: latency.exactOptional(),
    jitter: jitter.exactOptional(),
    bandwidth: bandwidth.exactOptional(),
    idleTimeout: idleTimeout.exactOptional(),
    seed: seed.exactOptional(),
    until: until.exactOptional(),
    inputs: inputs.exactOptional(),
    client: replacement('client.js'),
    server: replacement('server.js'),
    page: replacement('page.html'),
  })
  .describe('Another world, in which the same program must hold; what it omits is as in `lesson`.')

const worlds = z
  .object({ [LESSON_WORLD]: lessonWorld })
  .catchall(otherWorld)
  .describe('`lesson`, and others in which the same program must hold.')

const RUN = /^(start|own|solution|try:[a-z][a-z0-9-]*)$/
const run = z
  .string()
  .regex(RUN, 'a run is start, own, solution or try:<id>')
  .describe('The run that is meant: `start`, `own` (the reader’s), `solution` or `try:<id>`.')

const look = z.strictObject({
  run,
  view: z.enum(LOOK_VIEWS).describe('Where the event is best seen.'),
  at: pattern.describe('Finds exactly one event in that run.'),
})

const tryOut = z.strictObject({
  world: identifier.default(LESSON_WORLD).describe('The world that it runs in.'),
  shows: z.array(pattern).min(1).describe('What its run shows, in this order.'),
})

const question = z.strictObject({
  run,
  ask: pattern.describe('The first such event answers the question.'),
  options: z
    .record(identifier, z.record(z.string(), condition))
    .refine((options) => Object.keys(options).length >= 2, 'a question has two options or more')
    .describe(
      'What the event’s fields are like if that option came true; its words are `- [id] …`.',
    ),
})

const task = z.strictObject({
  id: identifier.describe('Its text is `::: task <id>` in the Markdown.'),
  worlds: z
    .array(identifier)
    .min(1)
    .default([LESSON_WORLD])
    .describe('The worlds in which the checks have to pass.'),
  requires: z
    .array(identifier)
    .default([])
    .describe('The task stays open, not failed, while one of these tasks fails.'),
  checks: z.array(checkSchema).min(1).describe('The task is solved when all of them pass.'),
})

const wrong = z.strictObject({
  name: identifier.describe(
    'The file `wrong/<name>.js` replaces the starter’s `client.js`, or the files of the folder `wrong/<name>/` replace those of the same names.',
  ),
  over: z
    .enum(['start', 'solution'])
    .default('start')
    .describe('The program that its files replace: `solution` where all the rest is solved.'),
  world: identifier.default(LESSON_WORLD).describe('The world in which the mistake shows.'),
  check: identifier.describe('The check that must fail.'),
  mistake: identifier.exactOptional().describe('The mistake of that check that must be named.'),
  hint: identifier.describe('The hint that must be offered.'),
})

const byId = <Value extends z.ZodType>(value: Value) => z.record(identifier, value)

export const lessonSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  worlds,
  looks: byId(look)
    .default({})
    .describe('By id, in the order in which the walk has them: `[words](look:<id>)`.'),
  tries: byId(tryOut)
    .default({})
    .describe('By id, in the order in which the walk has them: `::: try <id>`.'),
  questions: byId(question)
    .default({})
    .describe('By id, in the order in which the walk has them: `::: predict <id>`.'),
  tasks: z.array(task).min(1).describe('In the order in which the walk has them.'),
  wrong: z.array(wrong).min(2).describe('Known wrong programs; each proves that a check finds it.'),
})
/** `lesson.yaml`, with its defaults filled in. */
export type LessonFile = DeepReadonly<z.output<typeof lessonSchema>>

/** The version of a text: the beginning of a hash of it. */
const textVersion = z.string().regex(/^[0-9a-f]{8}$/, 'a version is eight hexadecimal digits')

const translatedFrom = z
  .record(z.string(), textVersion)
  .optional()
  .describe(
    'By the id of a section: the version of `en.md` that it was translated from: `npm run lessons -- --stale`.',
  )

export const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1).describe('One sentence: what the reader can do afterwards.'),
  translatedFrom,
})

export const helpFrontMatterSchema = z.strictObject({ translatedFrom })
