/** Repeats runs with a difference. */
import { hasPage } from '../core/program/pasted-page.ts'
import type { UserInput } from '../core/trace/event.ts'
import type { PlannedIntervention } from '../core/trace/intervention.ts'
import type { ScheduledInput } from '../sandbox/messages.ts'
import type { Recording } from './recording.ts'
import type { RunOrder } from './order.ts'

/** Why a run cannot be repeated with a difference: a text under `compare.again.refused`. */
export type RepeatObstacle =
  | 'noRun'
  /** An imported trace has no order. */
  | 'noProgram'
  | 'realNetwork'
  /** The log has released inputs on the program's page. */
  | 'inputsLetGo'
  /** A user chose a file, which no program can choose again. */
  | 'fileChosen'

export function repeatObstacle(recording: Recording): RepeatObstacle | null {
  const { header, order, log } = recording
  if (header === null) return 'noRun'
  if (header.clock === 'real') return 'realNetwork'
  if (order === null) return 'noProgram'
  if (!hasPage(order.request.program) && order.request.interactive !== true) return null
  if (log.read().firstSeq > 0 && order.request.inputs.length === 0) return 'inputsLetGo'
  const scheduled = order.request.inputs.some(({ kind }) => kind === 'file')
  return !scheduled && userInputs(recording).some(isFileChoice) ? 'fileChosen' : null
}

/** The value of a file input shows whether a file was chosen. */
function isFileChoice({ kind, value = '' }: UserInput): boolean {
  return kind === 'file' || /^[A-Z]:\\fakepath\\/i.test(value)
}

/**
 * The order for running a world again with interventions, and with the same inputs on its page.
 * @param standAt where the playhead waits, milliseconds.
 */
export function repeatWith(
  recording: Recording,
  interventions: readonly PlannedIntervention[],
  standAt: number,
): RunOrder | null {
  const { order } = recording
  if (order === null) return null
  const request = { ...order.request, interventions, inputs: inputsOf(recording) }
  return {
    ...order,
    isJudged: false,
    banner: 'compare.banner.intervention',
    standAt,
    request,
  }
}

/**
 * The order for running a world again up to a time, with one input more then. From there it goes on
 * as long as the user acts.
 * @param time where the playhead is, milliseconds.
 */
export function repeatWithInput(
  recording: Recording,
  input: Omit<ScheduledInput, 'time'>,
  time: number,
): RunOrder | null {
  const { order } = recording
  if (order === null) return null
  const before = inputsOf(recording).filter((earlier) => earlier.time <= time)
  // In a lesson, tasks ask what the program does by itself.
  const isOwn = order.isJudged && order.lesson === null
  return {
    ...order,
    toTheEnd: false,
    isJudged: isOwn,
    ...(!isOwn && { banner: 'compare.banner.typed' }),
    standAt: time,
    playsOn: true,
    request: {
      ...order.request,
      until: null,
      interactive: true,
      inputs: [...before, { ...input, time }],
    },
  }
}

/** The scheduled inputs, and those that a user added. */
export function inputsOf(recording: Recording): readonly ScheduledInput[] {
  const given = recording.order?.request.inputs ?? []
  const isSame = (one: ScheduledInput, other: ScheduledInput) =>
    one.kind === other.kind && one.target === other.target && one.value === other.value
  const waiting = [...given]
  const added = userInputs(recording).flatMap((event): ScheduledInput[] => {
    const { time, kind, target, value } = event
    const input = { time, kind, target, ...(value === undefined ? {} : { value }) }
    const index = waiting.findIndex((other) => isSame(other, input))
    if (index === -1) return kind === 'answer' ? [] : [input]
    waiting.splice(index, 1)
    return []
  })
  return added.length === 0 ? given : [...given, ...added]
}

function userInputs({ log }: Recording): UserInput[] {
  return log
    .read()
    .slice()
    .filter((event) => event.type === 'userInput')
}
