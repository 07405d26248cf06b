/**
 * The schemas of `course.yaml`, `lesson.yaml` and the front matter of a lesson's texts. Over 300 lines,
 * because each property says what it is for.
 */
import { z } from 'zod'
import { checkSchema, identifier, type DeepReadonly } from '../checks/check.ts'
import { condition } from '../checks/condition-schema.ts'
import { ORDINALS } from '../checks/pattern.ts'
import { pattern } from '../checks/pattern-schema.ts'
import { localisedSchema } from '../locale/localised-schema.ts'
import type { ProgramFile } from '../program/program-file.ts'
import { MAX_IDLE_TIMEOUT } from '../trace/header.ts'
import { INVARIANTS } from '../schedule/invariants.ts'
import { DISTURBANCES } from '../schedule/schedule.ts'
import { LESSON_WORLD, LOOK_VIEWS } from './lesson-plan.ts'
import { FAULT_PAGE, PAGE_NAMES } from './page-names.ts'
import { input } from './user-input.ts'

const milliseconds = z.number().nonnegative()

/** Server programs of one run: more make no other picture. */
const MAX_SERVERS = 4

const slug = identifier.refine(
  (name) => !PAGE_NAMES.some((page) => page === name) && !name.startsWith(FAULT_PAGE),
  { error: ({ input }) => `${String(input)}.html is another page of the site: rename the lesson` },
)

const faults = z
  .strictObject({
    summary: localisedSchema(z.string().min(1)).describe('One sentence: what is found out.'),
    cases: z.array(identifier).min(1).describe('Folders of `lessons/faults/`, in their order.'),
  })
  .describe('Find the fault, at the end of the part.')

export const courseSchema = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        id: identifier,
        title: localisedSchema(z.string().min(1)),
        summary: localisedSchema(z.string().min(1)).describe('One sentence: what it is about.'),
        lessons: z.array(slug).describe('Folders of `lessons/`, in the order of the course.'),
        faults: faults.exactOptional(),
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
const connection = z
  .enum(ORDINALS)
  .describe('One of the first six that the run makes; without, every one.')
const sender = z.enum(['client', 'server']).describe('Who sends it; without, either.')
const serverPort = z.int().min(1).max(65_535)
/** Those of `core/trace/intervention.ts` that need nothing of a run that went before. */
const interventions = z
  .array(
    z.discriminatedUnion('kind', [
      z
        .strictObject({
          kind: z
            .literal('cut')
            .describe(
              'Every connection of this time; with `within`, one whose message was halfway.',
            ),
          time: milliseconds,
          how: z.enum(['fin', 'rst', 'silence']),
          connection: connection.exactOptional(),
          within: z
            .literal('message')
            .describe('In the middle of the first message that is sent at this time or later.')
            .exactOptional(),
          side: sender.exactOptional(),
        })
        .refine(
          ({ within, side }) => side === undefined || within !== undefined,
          'side is that of a message: say within: message, too',
        ),
      z.strictObject({
        kind: z
          .literal('dropFrame')
          .describe('The first frame that is sent at this time or later never arrives.'),
        time: milliseconds,
        connection: connection.exactOptional(),
        side: sender.exactOptional(),
      }),
      z.strictObject({
        kind: z.enum(['stallServer', 'delay']),
        time: milliseconds,
        duration: milliseconds,
      }),
      z.strictObject({
        kind: z.literal('slowTimers').describe('A tab in the background: one a minute.'),
        time: milliseconds,
        duration: milliseconds.exactOptional(),
      }),
      z.strictObject({
        kind: z
          .literal('stopServer')
          .describe('The server program gets a signal, which ends it unless it is handled.'),
        time: milliseconds,
        signal: z.enum(['SIGTERM', 'SIGKILL']),
        server: serverPort.describe('One of `servers`; without, every one.').exactOptional(),
      }),
    ]),
  )
  .describe('What happens to the network, the server or the tab, and when.')

const servers = z
  .array(serverPort)
  .min(1)
  .max(MAX_SERVERS)
  .exactOptional()
  .describe(
    '`server.js` runs as so many processes, each with one of these ports as `process.env.PORT`; without, as one that has no `PORT`.',
  )
const originOfPage = z
  .string()
  .regex(/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/, 'an origin, such as https://chat.example')
const origin = originOfPage
  .exactOptional()
  .describe('The origin of the program’s page; without it, `null`, as that of a sandbox.')
const attacker = z
  .strictObject({
    origin: originOfPage,
    at: milliseconds.describe('When the user opens that page.'),
  })
  .exactOptional()
  .describe('The page of `attacker.js`, in the same browser: it shares the cookies.')

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
    interventions: interventions.default([]),
    origin,
    attacker,
    servers,
  })
  .describe('The world that the reader’s Run uses.')

const replacement = (file: ProgramFile) =>
  z
    .string()
    .regex(
      new RegExp(`^worlds/([a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*\\.${file.split('.')[1]}$`),
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
    interventions: interventions.exactOptional(),
    origin,
    attacker,
    servers,
    client: replacement('client.js'),
    server: replacement('server.js'),
    proxy: replacement('nginx.conf'),
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

const invariant = z.strictObject({
  holds: identifier.describe(
    `The id of a check of the task, or ${INVARIANTS.map((name) => `\`${name}\``).join(', ')}.`,
  ),
  under: z
    .array(z.enum(DISTURBANCES))
    .min(1)
    .exactOptional()
    .describe('What may happen; without, any of these.'),
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
  invariants: z
    .array(invariant)
    .min(1)
    .exactOptional()
    .describe('What a program that solves it keeps whatever happens: *Try to break it* looks.'),
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
  continues: identifier
    .exactOptional()
    .describe(
      'An earlier lesson. The starter goes on with its solution; the reader chooses between that and the program they left there.',
    ),
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

const MAX_SAYS = 3

export const faultSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  worlds,
  point: z
    .strictObject({
      at: pattern.describe('Finds exactly one event of the recording: there it goes wrong.'),
      otherEnd: pattern
        .exactOptional()
        .describe(
          'As good as `at`: the other end of a frame or of a handshake’s response, or the timer that ' +
            'led to it.',
        ),
      view: z.enum(LOOK_VIEWS).default('wire').describe('Where the event is best seen.'),
      says: byId(z.union([pattern, z.array(pattern).min(1)]))
        .default({})
        .refine((says) => Object.keys(says).length <= MAX_SAYS, `at most ${MAX_SAYS} events`)
        .describe(
          'Events that are easily taken for it, such as both ends of a frame; each pattern finds one ' +
            'event of the recording. Its words are `- event <id>: …` under `## says`.',
        ),
    })
    .describe('The event that the reader points at.'),
  looks: byId(look)
    .default({})
    .describe('By id, in the order in which the walk has them; `fault` is there already.'),
  causes: z
    .array(identifier)
    .min(3)
    .describe('In the order in which they are offered; the words are `- [id] …` in `::: cause`.'),
  cause: identifier.describe('The cause that is right.'),
  mend: task
    .omit({ id: true, requires: true })
    .describe('The mended program passes; its text is `::: task mend`.'),
  wrong: z
    .array(wrong)
    .min(1)
    .describe('Mends that mend nothing; each proves that a check sees it.'),
})
/** `fault.yaml`, with its defaults filled in. */
export type FaultFile = DeepReadonly<z.output<typeof faultSchema>>

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
  asked: z
    .record(z.string(), z.array(z.string().min(1)).min(1))
    .optional()
    .describe(
      'By the id of a section, `top` before the first: what people ask in their own words, for the search of the course.',
    ),
  translatedFrom,
})

export const helpFrontMatterSchema = z.strictObject({ translatedFrom })
