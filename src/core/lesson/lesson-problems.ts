/** Checks that the parts of `lesson.yaml` fit each other, which a schema cannot express. */
import type { Check, Mistake } from '../checks/check.ts'
import { fieldNamesOf } from './event-fields.ts'
import { INVARIANTS } from '../schedule/invariants.ts'
import { LESSON_WORLD } from './lesson-plan.ts'
import type { LessonFile } from './schema.ts'

type Path = readonly (string | number)[]

/** `path` leads to the problem in `lesson.yaml`. */
export interface LessonProblem {
  readonly path: Path
  readonly reason: string
}

interface Named {
  readonly id: string
}

function duplicates(things: readonly Named[], what: string, path: Path): LessonProblem[] {
  return things.flatMap(({ id }, index) =>
    things.findIndex((thing) => thing.id === id) < index
      ? [{ path: [...path, index, 'id'], reason: `there is a ${what} ${id} already` }]
      : [],
  )
}

/** The problems within `lesson.yaml` itself. */
export function problemsOfLesson(lesson: LessonFile): readonly LessonProblem[] {
  return [
    ...problemsOfWorlds(lesson),
    ...problemsOfRuns(lesson),
    ...problemsOfQuestions(lesson),
    ...problemsOfTasks(lesson),
    ...problemsOfWrong(lesson),
  ]
}

function problemsOfWorlds({ worlds, tries, tasks, wrong }: LessonFile): LessonProblem[] {
  const problems: LessonProblem[] = []
  const names = Object.keys(worlds)
  const used = new Set<string>([LESSON_WORLD])
  const use = (world: string, path: Path) => {
    used.add(world)
    if (!names.includes(world))
      problems.push({ path, reason: `there is no world ${world}, only ${names.join(', ')}` })
  }
  for (const [id, { world }] of Object.entries(tries)) use(world, ['tries', id, 'world'])
  for (const [index, task] of tasks.entries())
    for (const world of task.worlds) use(world, ['tasks', index, 'worlds'])
  for (const [index, { world }] of wrong.entries()) use(world, ['wrong', index, 'world'])
  for (const name of names)
    if (!used.has(name))
      problems.push({
        path: ['worlds', name],
        reason: `no task, try or wrong program uses the world ${name}: name it there, or take it out`,
      })
  return problems
}

/** Looks and questions about the run of a try that is not there. */
function problemsOfRuns({ looks, questions, tries }: LessonFile): LessonProblem[] {
  return [
    ...Object.entries(looks).map(([id, { run }]) => ({ path: ['looks', id, 'run'], run })),
    ...Object.entries(questions).map(([id, { run }]) => ({ path: ['questions', id, 'run'], run })),
  ].flatMap(({ path, run }) => {
    const [, id] = /^try:(.*)$/.exec(run) ?? []
    return id === undefined || Object.hasOwn(tries, id)
      ? []
      : [{ path, reason: `there is no try ${id} under tries` }]
  })
}

function problemsOfQuestions({ questions }: LessonFile): LessonProblem[] {
  const problems: LessonProblem[] = []
  const holders = new Map<string, string>()
  for (const [id, { run, ask, options }] of Object.entries(questions)) {
    const holder = holders.get(run)
    if (run.startsWith('try:') && holder !== undefined)
      problems.push({
        path: ['questions', id, 'run'],
        reason: `the question ${holder} is about ${run} already, and holds it`,
      })
    holders.set(run, id)
    const known = fieldNamesOf(ask.event)
    for (const [option, when] of Object.entries(options))
      for (const field of Object.keys(when))
        if (!known.includes(field))
          problems.push({
            path: ['questions', id, 'options', option, field],
            reason: `${ask.event} has no ${field}; it has ${known.join(', ')}`,
          })
  }
  return problems
}

function problemsOfTasks({ tasks, questions }: LessonFile): LessonProblem[] {
  const problems: LessonProblem[] = duplicates(tasks, 'task', ['tasks'])
  const seen = new Set<string>()
  for (const [taskIndex, task] of tasks.entries()) {
    const before = tasks.slice(0, taskIndex).map(({ id }) => id)
    for (const required of task.requires)
      if (!before.includes(required))
        problems.push({
          path: ['tasks', taskIndex, 'requires'],
          reason: `the task ${task.id} requires ${required}, which is no task before it`,
        })
    for (const [index, { holds }] of (task.invariants ?? []).entries())
      if (!INVARIANTS.some((name) => name === holds) && !task.checks.some(({ id }) => id === holds))
        problems.push({
          path: ['tasks', taskIndex, 'invariants', index, 'holds'],
          reason: `${holds} is neither a check of the task ${task.id} nor one of ${INVARIANTS.join(', ')}`,
        })
    for (const [checkIndex, check] of task.checks.entries()) {
      const path = ['tasks', taskIndex, 'checks', checkIndex]
      if (seen.has(check.id))
        problems.push({ path: [...path, 'id'], reason: `there is a check ${check.id} already` })
      seen.add(check.id)
      for (const world of check.worlds ?? [])
        if (!task.worlds.includes(world))
          problems.push({
            path: [...path, 'worlds'],
            reason: `the task ${task.id} is not judged in the world ${world}: add it to the worlds of the task`,
          })
      problems.push(...duplicates(check.mistakes ?? [], 'mistake', [...path, 'mistakes']))
      if (check.type === 'prediction' && !Object.hasOwn(questions, check.question))
        problems.push({ path, reason: `there is no question ${check.question}` })
    }
  }
  return problems
}

function problemsOfWrong({ tasks, wrong }: LessonFile): LessonProblem[] {
  const checks = tasks.flatMap((task) => task.checks)
  const problems: LessonProblem[] = []
  for (const [index, program] of wrong.entries()) {
    const path = ['wrong', index]
    const check = checks.find(({ id }) => id === program.check)
    const mistake = check?.mistakes?.find(({ id }) => id === program.mistake)
    if (check === undefined) {
      problems.push({ path: [...path, 'check'], reason: `there is no check ${program.check}` })
    } else if (program.mistake !== undefined && mistake === undefined) {
      const reason = `the check ${check.id} knows no mistake ${program.mistake}`
      problems.push({ path: [...path, 'mistake'], reason })
    } else if (hintOf(check, mistake) !== program.hint) {
      const offered = hintOf(check, mistake)
      const reason = `this failure offers ${offered === undefined ? 'no hint' : `the hint ${offered}`}`
      problems.push({ path: [...path, 'hint'], reason })
    }
  }
  return problems
}

/** The hint that a failure of this check offers. */
function hintOf(check: Check, mistake: Mistake | undefined): string | undefined {
  return mistake?.hint ?? check.hint
}
