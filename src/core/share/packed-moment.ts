/**
 * A moment without what its reader has anyway: the texts of the lesson that nobody changed, and what
 * the lesson says of the world. A hash of all that was left out tells whether it is still the same.
 */
import type { LinkConditions } from '../trace/header.ts'
import { filesOf, programShape, type Program } from '../program/program.ts'
import { PROGRAM_FILES, type ProgramFile } from '../program/program-file.ts'
import {
  boolean,
  fields,
  finite,
  integer,
  isRecord,
  oneOf,
  optional,
  shaped,
  text,
  type Infer,
  type Shape,
  type ShapeProblem,
} from '../trace/shape.ts'
import { LinkError } from './link-problem.ts'
import {
  fingerprint,
  MAX_NAME,
  MAX_NOTE,
  momentShape,
  predictions,
  worldFields,
  type Moment,
  type MomentWorld,
  type RecordingMoment,
  type RunMoment,
} from './moment.ts'
import { hashOfTexts } from './text-hash.ts'

/** What the reader of a moment has anyway. */
export interface Base {
  /** By name: `start`, `try/<id>`, `scenario`. The first that has a text is the one that is named. */
  readonly programs: Readonly<Record<string, Partial<Program>>>
  /** The worlds of the lesson, by id. */
  readonly worlds: Readonly<Record<string, MomentWorld>>
}

export const NO_BASE: Base = { programs: {}, worlds: {} }

const name = text(MAX_NAME)

/** The same, but any file or field may be missing. */
function partly<T>(shape: Shape<T>, missing: T): Shape<Partial<T>> {
  return shaped((value): ShapeProblem => {
    if (!isRecord(value)) return ': expected an object'
    return shape({ ...missing, ...value })
  }, shape.form ?? '')
}

const NOWHERE: MomentWorld = {
  conditions: { latency: 0, jitter: 0, bandwidth: null },
  seed: 0,
  until: null,
  inputs: [],
  interventions: [],
}

const sight = {
  lesson: optional(name),
  selected: optional(integer(0)),
  time: optional(finite(0)),
  view: optional(name),
  note: optional(text(MAX_NOTE)),
}

const packedRun = fields({
  kind: oneOf('run'),
  ...sight,
  scenario: name,
  /** Files as they were. */
  program: optional(partly(programShape, { 'client.js': '' })),
  /** The program of the base that has the other files, by file. */
  same: optional(
    fields(
      // Every file may be among them.
      Object.fromEntries(PROGRAM_FILES.map((file) => [file, optional(name)])) as Record<
        ProgramFile,
        { readonly optional: Shape<string> }
      >,
    ),
  ),
  /** The world of the base. */
  world: optional(name),
  /** What is different in it; all of it, without one. */
  changes: optional(partly(fields(worldFields), NOWHERE)),
  /** Of all that was left out. */
  base: optional(name),
  unrouted: optional(boolean),
  predictions: optional(predictions),
  fingerprint: optional(fingerprint),
})
type PackedRun = Infer<typeof packedRun>

const anything: Shape<unknown> = () => null
const packedRecording = fields({
  kind: oneOf('recording'),
  ...sight,
  total: integer(0),
  trace: anything,
})

export type PackedMoment = PackedRun | Infer<typeof packedRecording>

/** A moment and what had to be said about its base. */
export interface Unpacked {
  readonly moment: Moment
  /** What the link leaves out is no longer what it was. */
  readonly hasChanged: boolean
}

export function pack(moment: Moment, base: Base): PackedMoment {
  return moment.kind === 'run' ? packRun(moment, base) : packRecording(moment)
}

/** The lesson whose base a packed moment needs; null: that of free play. */
export function lessonOf(packed: PackedMoment): string | null {
  return packed.lesson ?? null
}

/** @throws LinkError if the base lacks what was left out. */
export function unpack(packed: PackedMoment, base: Base): Unpacked {
  const unpacked =
    packed.kind === 'run'
      ? unpackRun(packed, base)
      : { moment: unpackRecording(packed), hasChanged: false }
  const problem = momentShape(unpacked.moment)
  if (problem !== null) throw new LinkError({ kind: 'invalid', detail: problem })
  return unpacked
}

/** @throws LinkError unless it is a packed moment. */
export function readPacked(value: unknown): PackedMoment {
  const isRecording = isRecord(value) && value['kind'] === 'recording'
  const problem = isRecording ? packedRecording(value) : packedRun(value)
  if (problem !== null) throw new LinkError({ kind: 'invalid', detail: problem })
  // One of the two shapes found nothing wrong.
  return value as PackedMoment
}

function packedSight({ lesson, selected, time, view, note }: Moment) {
  return {
    ...(lesson !== null && { lesson }),
    ...(selected !== null && { selected }),
    ...(time !== 0 && { time }),
    ...(view !== null && { view }),
    ...(note !== '' && { note }),
  }
}

function sightOf({ lesson, selected, time, view, note }: PackedMoment) {
  return {
    lesson: lesson ?? null,
    selected: selected ?? null,
    time: time ?? 0,
    view: view ?? null,
    note: note ?? '',
  }
}

function packRun(moment: RunMoment, base: Base): PackedRun {
  const program: Partial<Record<ProgramFile, string>> = {}
  const same: Partial<Record<ProgramFile, string>> = {}
  for (const file of filesOf(moment.program)) {
    const source = moment.program[file]
    const from = Object.entries(base.programs).find(([, { [file]: its }]) => its === source)
    if (from === undefined) program[file] = source ?? ''
    else same[file] = from[0]
  }
  const [world, changes] = nearestWorld(moment.world, base)
  const packed: PackedRun = {
    kind: 'run',
    ...packedSight(moment),
    scenario: moment.scenario,
    ...(Object.keys(program).length > 0 && { program }),
    ...(Object.keys(same).length > 0 && { same }),
    ...(world !== undefined && { world }),
    ...(Object.keys(changes).length > 0 && { changes }),
    ...(!moment.routed && { unrouted: true }),
    ...(moment.predictions.length > 0 && { predictions: moment.predictions }),
    ...(moment.fingerprint !== null && { fingerprint: moment.fingerprint }),
  }
  const hash = hashOfBase(packed, base)
  return hash === undefined ? packed : { ...packed, base: hash }
}

function unpackRun(packed: PackedRun, base: Base): Unpacked {
  const { same = {}, program = {}, world: worldName, changes = {}, scenario } = packed
  const files: Partial<Record<ProgramFile, string>> = { ...program }
  for (const file of PROGRAM_FILES) {
    const from = same[file]
    if (from === undefined) continue
    files[file] = base.programs[from]?.[file] ?? gone(`${from}/${file}`)
  }
  const world = worldName === undefined ? undefined : base.worlds[worldName]
  if (worldName !== undefined && world === undefined) gone(worldName)
  const moment: RunMoment = {
    kind: 'run',
    ...sightOf(packed),
    scenario,
    program: { ...files, 'client.js': files['client.js'] ?? gone('client.js') },
    world: { ...(world ?? NOWHERE), ...changes },
    routed: packed.unrouted !== true,
    predictions: packed.predictions ?? [],
    fingerprint: packed.fingerprint ?? null,
  }
  return { moment, hasChanged: packed.base !== hashOfBase(packed, base) }
}

function gone(what: string): never {
  throw new LinkError({ kind: 'gone', what })
}

/** The world of the base that says most of it, and what it says otherwise. */
function nearestWorld(
  world: MomentWorld,
  base: Base,
): readonly [string | undefined, Partial<MomentWorld>] {
  const candidates = Object.entries(base.worlds).flatMap(([id, one]) => {
    // A field that the world of the base has, and this one lacks, cannot be taken away.
    const hasMore = Object.keys(one).some((key) => !Object.hasOwn(world, key))
    return hasMore ? [] : [[id, changesOf(one, world)] as const]
  })
  const size = (changes: object) => JSON.stringify(changes).length
  const [nearest] = candidates.sort(([, one], [, other]) => size(one) - size(other))
  return nearest ?? [undefined, changesOf({}, world)]
}

function changesOf(from: Partial<MomentWorld>, to: MomentWorld): Partial<MomentWorld> {
  const { conditions } = from
  const isSame = (key: string, value: unknown): boolean =>
    key === 'conditions' && conditions !== undefined
      ? sameConditions(conditions, to.conditions)
      : JSON.stringify(Object.entries(from).find(([one]) => one === key)?.[1]) ===
        JSON.stringify(value)
  return Object.fromEntries(Object.entries(to).filter(([key, value]) => !isSame(key, value)))
}

function sameConditions(one: LinkConditions, other: LinkConditions): boolean {
  return (
    one.latency === other.latency &&
    one.jitter === other.jitter &&
    one.bandwidth === other.bandwidth &&
    (one.idleTimeout ?? null) === (other.idleTimeout ?? null)
  )
}

/** Undefined where nothing was left out. */
function hashOfBase({ same = {}, world }: PackedRun, base: Base): string | undefined {
  const files = PROGRAM_FILES.flatMap((file) => {
    const from = same[file]
    return from === undefined ? [] : [file, base.programs[from]?.[file] ?? '']
  })
  if (files.length === 0 && world === undefined) return undefined
  const its = world === undefined ? '' : JSON.stringify(base.worlds[world] ?? null)
  return hashOfTexts([...files, its])
}

function packRecording({ kind, total, trace, ...rest }: RecordingMoment): PackedMoment {
  const moment = { kind, total, trace, ...rest }
  return { kind, ...packedSight(moment), total, trace: JSON.parse(trace) as unknown }
}

function unpackRecording(
  packed: Extract<PackedMoment, { readonly kind: 'recording' }>,
): RecordingMoment {
  return {
    kind: 'recording',
    ...sightOf(packed),
    total: packed.total,
    trace: JSON.stringify(packed.trace),
  }
}
