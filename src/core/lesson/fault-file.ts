/** A case of find the fault is a lesson of three steps: what `fault.yaml` says, as a lesson says it. */
import { FAULT_LOOK, FAULT_STEPS, type Fault } from './lesson-plan.ts'
import type { HelpMarkdown, NamedText } from './help-markdown.ts'
import type { LessonMarkdown } from './markdown.ts'
import type { FaultFile, LessonFile } from './schema.ts'
import type { LessonProblem } from './lesson-problems.ts'
import type { TextProblem, WalkItem } from './walk.ts'

const [POINT, CAUSE, MEND] = FAULT_STEPS

/** The lesson that a case is, to be read and proved like any other. */
export function lessonOf({ worlds, point, looks, mend, wrong }: FaultFile): LessonFile {
  return {
    worlds,
    looks: { [FAULT_LOOK]: { run: 'start', view: point.view, at: point.at }, ...looks },
    tries: {},
    questions: {},
    tasks: [{ id: MEND.id, requires: [], ...mend }],
    wrong,
  }
}

/** Where `fault.yaml` has what the lesson has here. */
export function pathInFault(path: LessonProblem['path']): LessonProblem['path'] {
  return path[0] === 'tasks' ? ['mend', ...path.slice(2)] : path
}

export function faultOf({ point, cause }: FaultFile): Fault {
  const says = Object.entries(point.says).flatMap(([id, at]) =>
    [at].flat().map((one) => ({ id, at: one })),
  )
  const { at, otherEnd } = point
  return { at: otherEnd === undefined ? [at] : [at, otherEnd], says, cause }
}

/** The problems within `fault.yaml` itself, besides those of its lesson. */
export function problemsOfFault({ causes, cause, looks }: FaultFile): readonly LessonProblem[] {
  return [
    ...(causes.includes(cause)
      ? []
      : [{ path: ['cause'], reason: `there is no cause ${cause}, only ${causes.join(', ')}` }]),
    ...causes.flatMap((id, index) =>
      causes.indexOf(id) < index
        ? [{ path: ['causes', index], reason: `there is a cause ${id} already` }]
        : [],
    ),
    ...(Object.hasOwn(looks, FAULT_LOOK)
      ? [{ path: ['looks', FAULT_LOOK], reason: 'the look fault is there already: it is point.at' }]
      : []),
  ]
}

/** A case is its three steps in their order, and offers the causes that `fault.yaml` names. */
export function problemsOfFaultText(
  { causes }: FaultFile,
  { walk, questions }: Pick<LessonMarkdown, 'walk' | 'questions'>,
): readonly TextProblem[] {
  const steps = walk.flatMap((item) =>
    item.kind === 'stop' && item.stop !== 'look' ? [item.stop] : [],
  )
  const wanted = [POINT.id, CAUSE.id, 'task']
  const offered = questions.get(CAUSE.id)
  return [
    ...(steps.join() === wanted.join()
      ? []
      : [
          {
            line: null,
            reason: `a case has ::: point, ::: cause and ::: task ${MEND.id}, in this order and nothing else to do`,
          },
        ]),
    ...(offered === undefined || offered.options.join() === causes.join()
      ? []
      : [
          {
            line: offered.line,
            reason: `fault.yaml has the causes ${causes.join(', ')}, and here are ${offered.options.join(', ')}`,
          },
        ]),
  ]
}

/** `::: point` and `::: cause` are for cases. */
export function problemsOfStrayFaults(walk: readonly WalkItem[]): readonly TextProblem[] {
  return walk.flatMap((item) =>
    item.kind === 'stop' && (item.stop === POINT.id || item.stop === CAUSE.id)
      ? [{ line: item.line, reason: `only a case of lessons/faults/ has ::: ${item.stop}` }]
      : [],
  )
}

/** What is missing or unused of the answers to a reader who is wrong. */
export function problemsOfFaultHelp(
  { point, causes, cause }: FaultFile,
  { says, causes: texts }: Pick<HelpMarkdown, 'says' | 'causes'>,
): readonly TextProblem[] {
  const wrong = causes.filter((id) => id !== cause)
  return [
    ...problemsOfNamed('## says', 'event', Object.keys(point.says), says),
    ...problemsOfNamed('## causes', 'cause', wrong, texts),
  ]
}

function problemsOfNamed(
  heading: string,
  word: string,
  wanted: readonly string[],
  texts: readonly NamedText[],
): readonly TextProblem[] {
  return [
    ...wanted
      .filter((id) => !texts.some((text) => text.id === id))
      .map((id) => ({ line: null, reason: `${heading} lacks - ${word} ${id}: …` })),
    ...texts
      .filter(({ id }) => !wanted.includes(id))
      .map(({ id, line }) => ({
        line,
        reason: `fault.yaml has no ${word} ${id} that is answered here, only ${wanted.join(', ')}`,
      })),
  ]
}
