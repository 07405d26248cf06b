/** A run as a moment that can be shared, and the order by which it runs again. */
import type { LessonPlan } from '../core/lesson/lesson-plan.ts'
import { momentWorldOf } from '../core/share/base-of-lesson.ts'
import { fingerprintOf } from '../core/share/fingerprint.ts'
import type { RunMoment } from '../core/share/moment.ts'
import type { Recording } from './recording.ts'
import type { RunOrder } from './order.ts'
import { inputsOf, repeatObstacle } from './repeat.ts'

/** What was looked at in a run. */
export type Sight = Pick<RunMoment, 'lesson' | 'selected' | 'time' | 'view' | 'note'>

/** @returns null for a run that does not go the same way again. */
export function momentOf(recording: Recording, sight: Sight): RunMoment | null {
  const { order } = recording
  if (order === null || order.scenario === null || repeatObstacle(recording) !== null) return null
  const {
    program,
    endpoint,
    routed,
    interventions = [],
    predictions = [],
    ...world
  } = order.request
  if (endpoint.kind !== 'built-in') return null
  const { conditions, seed } = endpoint
  const held = recording.log.read()
  const inputs = inputsOf(recording).map(({ time, kind, target, value }) => ({
    time,
    kind,
    target,
    ...(value !== undefined && { value }),
  }))
  return {
    kind: 'run',
    ...sight,
    scenario: order.scenario,
    program,
    world: {
      ...momentWorldOf({ ...world, conditions, seed, interventions, inputs: [] }),
      inputs,
      until: untilOf(recording, world.until),
    },
    routed,
    predictions,
    fingerprint: held.firstSeq > 0 ? null : fingerprintOf(held.slice()),
  }
}

/** A run that did not end by itself is shared as far as it was recorded. */
function untilOf({ complete, endReason, stoppedAt, end }: Recording, until: number | null) {
  const endedByItself = complete && stoppedAt === null && endReason !== 'horizon'
  return endedByItself && endReason !== null ? until : end
}

/** The order for a moment: it is computed to its end at once, and judged by nobody. */
export function orderOfMoment(
  { program, world, routed, predictions, scenario }: RunMoment,
  endpointName: string,
  lesson: LessonPlan | null,
): RunOrder {
  const { conditions, seed, interventions, ...others } = world
  return {
    isJudged: false,
    endpointName,
    scenario,
    lesson,
    toTheEnd: true,
    request: {
      program,
      endpoint: { kind: 'built-in', conditions, seed },
      routed,
      ...others,
      ...(interventions.length > 0 && { interventions }),
      predictions,
    },
  }
}
