/** A moment: a run, and what was looked at in it, as plain data that fits into a link or a file. */
import { programShape } from '../program/program.ts'
import { linkConditions } from '../trace/header.ts'
import { plannedInterventions } from '../trace/intervention.ts'
import {
  boolean,
  fields,
  finite,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  text,
  variants,
  type Infer,
} from '../trace/shape.ts'

/** The version of links and files of moments. */
export const MOMENT_VERSION = 1

/** UTF-16 code units of what is written beside a run. */
export const MAX_NOTE = 500
/** UTF-16 code units of the name of a lesson, a scenario, a world, a view. */
export const MAX_NAME = 100
/** UTF-16 code units of a selector, and of an origin. */
const MAX_TARGET = 1024
/** UTF-16 code units that a user typed at one time. */
const MAX_VALUE = 64 * 1024
/** What users do in one run. */
const MAX_INPUTS = 1_000
const MAX_PREDICTIONS = 100
/** Processes of one `server.js`. */
const MAX_SERVERS = 16
const MAX_SEED = 0xffff_ffff
/** UTF-16 code units of a trace within a moment. */
const MAX_TRACE = 4 * 1024 * 1024

const time = finite(0)
const name = text(MAX_NAME)

const input = fields({
  time,
  kind: oneOf('click', 'type', 'file', 'answer', 'evaluate'),
  target: text(MAX_TARGET),
  value: optional(text(MAX_VALUE)),
})

/** Everything that decides how a run goes, besides its program. */
export const worldFields = {
  conditions: linkConditions,
  seed: integer(0, MAX_SEED),
  until: nullable(time),
  inputs: list(input, MAX_INPUTS),
  interventions: plannedInterventions,
  origin: optional(text(MAX_TARGET)),
  attacker: optional(fields({ origin: text(MAX_TARGET), at: time })),
  servers: optional(list(integer(1, 65_535), MAX_SERVERS)),
} as const

const world = fields(worldFields)
export type MomentWorld = Infer<typeof world>

/** Says whether a run came out the same again. */
export const fingerprint = fields({
  /** The events that it is made of: the first of the run. */
  count: integer(0),
  hash: name,
})
export type Fingerprint = Infer<typeof fingerprint>

/** What was looked at. */
const sightFields = {
  /** The lesson that it belongs to; null: free play. */
  lesson: nullable(name),
  /** `seq` of the selected event. */
  selected: nullable(integer(0)),
  /** Where the playhead was, milliseconds. */
  time,
  /** The id of the view in front. */
  view: nullable(name),
  note: text(MAX_NOTE),
} as const

export const predictions = list(
  fields({ question: text(MAX_TARGET), answer: text(MAX_TARGET) }),
  MAX_PREDICTIONS,
)

const runFields = {
  ...sightFields,
  /** The server in the page that a `server.js` of the program takes the place of. */
  scenario: name,
  program: programShape,
  world,
  /** Whether sockets go to that server, whatever URL the program names. */
  routed: boolean,
  /** Answers that were given before the run: its first events. */
  predictions,
  fingerprint: nullable(fingerprint),
}

export const momentShape = variants('kind', {
  /** A run on virtual time, which goes the same way again. */
  run: runFields,
  /** What was recorded of a run that cannot be repeated: its trace, as JSON. */
  recording: {
    ...sightFields,
    /** Events of the whole run, of which the trace has the first. */
    total: integer(0),
    trace: text(MAX_TRACE),
  },
})
export type Moment = Infer<typeof momentShape>
export type RunMoment = Extract<Moment, { readonly kind: 'run' }>
export type RecordingMoment = Extract<Moment, { readonly kind: 'recording' }>
